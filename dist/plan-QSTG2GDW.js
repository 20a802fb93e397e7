import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{defaultDuration,jobCpus,planJob,runPlanJob}from"./chunk-I6GD6DED.js";import"./chunk-BYO7MI7I.js";import"./chunk-55INK5LN.js";import"./chunk-FLY24HUC.js";import"./chunk-CQ4IHVLR.js";import"./chunk-DGXOKYRV.js";import"./chunk-PGZPCXK4.js";export{defaultDuration,jobCpus,planJob,runPlanJob};
