import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{inputsFromRunner,jobEnvironment}from"./chunk-TYYLNAIH.js";import"./chunk-C3M7XG6C.js";import"./chunk-I2X4PGHK.js";import"./chunk-PGZPCXK4.js";export{inputsFromRunner,jobEnvironment};
