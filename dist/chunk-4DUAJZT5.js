import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";var recordPrefix="rcutorture-job-";function symbolsKey(key){return`symbols-${key}`}__name(symbolsKey,"symbolsKey");function scriptsKey(digest){return`scripts-${digest}`}__name(scriptsKey,"scriptsKey");export{recordPrefix,symbolsKey,scriptsKey};
