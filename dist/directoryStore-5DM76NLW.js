import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{localStore}from"./chunk-BWFMZROK.js";import"./chunk-3AN4NJPM.js";import"./chunk-45FK6V7P.js";import"./chunk-JADOHTFY.js";import"./chunk-XF7S33TT.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{localStore};
