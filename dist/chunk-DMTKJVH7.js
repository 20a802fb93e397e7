import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{ConsoleAnalyzer}from"./chunk-YNNTDOMP.js";import{__name}from"./chunk-PGZPCXK4.js";import{open}from"node:fs/promises";var block=1<<18;async function analyzeFile({path,options}){const file=await open(path,"r").catch(()=>void 0);if(file===void 0)return void 0;try{if(!(await file.stat()).isFile())return void 0;const analyzer=new ConsoleAnalyzer(options);const buffer=Buffer.allocUnsafeSlow(block);for(let read=await file.read(buffer);read.bytesRead>0;read=await file.read(buffer))analyzer.write(buffer.subarray(0,read.bytesRead));return analyzer.end()}finally{await file.close()}}__name(analyzeFile,"analyzeFile");export{analyzeFile};
