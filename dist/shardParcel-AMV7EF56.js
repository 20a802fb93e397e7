import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{isShard,keepShard}from"./chunk-KGZZI55P.js";import"./chunk-HDJGB4N3.js";import"./chunk-LIWTWQQI.js";import"./chunk-FHBUDECP.js";import"./chunk-MEINR655.js";import"./chunk-7FEDSDI3.js";import"./chunk-QMLJBKJZ.js";import"./chunk-45FK6V7P.js";import"./chunk-JADOHTFY.js";import"./chunk-XF7S33TT.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{isShard,keepShard};
