import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{giveBack,releaseTime}from"./chunk-XJIX5WFZ.js";import"./chunk-5NVGAUIX.js";import"./chunk-RSLISE4X.js";import"./chunk-4KXIZ5SH.js";import"./chunk-PMIDWY52.js";import"./chunk-XF7S33TT.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{giveBack,releaseTime};
