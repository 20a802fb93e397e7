import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{publish}from"./chunk-JBBJHXTI.js";import"./chunk-J2WY7XRQ.js";import"./chunk-7PO3UIBZ.js";import"./chunk-RSLISE4X.js";import"./chunk-QMLJBKJZ.js";import"./chunk-53FAJJW5.js";import"./chunk-XRBBYBR7.js";import"./chunk-FLY24HUC.js";import"./chunk-WBK34FXP.js";import"./chunk-I2X4PGHK.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{publish};
