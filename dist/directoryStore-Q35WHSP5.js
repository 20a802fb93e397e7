import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{localStore}from"./chunk-RH63NGYO.js";import"./chunk-NMTFJJAA.js";import"./chunk-RVYY7AUZ.js";import"./chunk-3EFJ7YE6.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{localStore};
