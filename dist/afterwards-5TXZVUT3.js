import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{elaborate,historyFor}from"./chunk-WCYL4ZTS.js";import"./chunk-7FEDSDI3.js";import"./chunk-RSLISE4X.js";import"./chunk-QMLJBKJZ.js";import"./chunk-43GJS6ZY.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{elaborate,historyFor};
