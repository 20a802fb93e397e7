import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{branchHistory,runsBefore}from"./chunk-Z4B5IGNG.js";import"./chunk-7F4YDCL2.js";import"./chunk-DK43G4CD.js";import"./chunk-H7Z2WZFL.js";import"./chunk-JADOHTFY.js";import"./chunk-C47ELXN2.js";import"./chunk-XF7S33TT.js";import"./chunk-J4XVA6QN.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{branchHistory,runsBefore};
