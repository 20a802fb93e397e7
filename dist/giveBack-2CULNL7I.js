import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{giveBack,releaseTime}from"./chunk-Q4GNWFHM.js";import"./chunk-42ZVIUDV.js";import"./chunk-RSLISE4X.js";import"./chunk-CJMLUIT4.js";import"./chunk-PMIDWY52.js";import"./chunk-XF7S33TT.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{giveBack,releaseTime};
