import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{branchHistory,runsBefore}from"./chunk-6SNTBVRF.js";import"./chunk-7F4YDCL2.js";import"./chunk-45FK6V7P.js";import"./chunk-7MVZ6NAS.js";import"./chunk-WBK34FXP.js";import"./chunk-JADOHTFY.js";import"./chunk-XF7S33TT.js";import"./chunk-I2X4PGHK.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{branchHistory,runsBefore};
