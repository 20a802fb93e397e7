import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";var recordPrefix="rcutorture-job-";var planPrefix="rcutorture-plan-";function isRecord(key){return key.startsWith(recordPrefix)||key.startsWith(planPrefix)}__name(isRecord,"isRecord");function symbolsKey(key){return`symbols-${key}`}__name(symbolsKey,"symbolsKey");function scriptsKey(digest){return`scripts-${digest}`}__name(scriptsKey,"scriptsKey");export{recordPrefix,planPrefix,isRecord,symbolsKey,scriptsKey};
