import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{LocalExecutor,killGroup}from"./chunk-KO7R7SGO.js";import"./chunk-YJ2R5TAJ.js";import"./chunk-PGZPCXK4.js";export{LocalExecutor,killGroup};
