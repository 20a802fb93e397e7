import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{localStore}from"./chunk-R65KFFWC.js";import"./chunk-OCWYV5QA.js";import"./chunk-BT4MCENB.js";import"./chunk-JGVMB7FY.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{localStore};
