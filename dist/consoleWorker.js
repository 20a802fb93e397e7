import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{analyzeFile}from"./chunk-DMTKJVH7.js";import"./chunk-YNNTDOMP.js";import"./chunk-XRBBYBR7.js";import"./chunk-43GJS6ZY.js";import"./chunk-I2X4PGHK.js";import"./chunk-PGZPCXK4.js";import{parentPort}from"node:worker_threads";parentPort?.on("message",async file=>{try{parentPort?.postMessage({analysis:await analyzeFile(file)})}catch{parentPort?.postMessage({failed:true})}});
