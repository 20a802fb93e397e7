import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{datestamp}from"./chunk-QMLJBKJZ.js";import{InputError}from"./chunk-DGXOKYRV.js";import{__name}from"./chunk-PGZPCXK4.js";import{lstat}from"node:fs/promises";import{basename,dirname,join,resolve}from"node:path";async function newRunDirectory(inputs,res,workspace,now,suffix=""){const name=inputs.datestamp??`${datestamp(now)}${suffix}`;const path=inputs.rundir===void 0?join(res,name):resolve(workspace,inputs.rundir);if(await lstat(path).catch(()=>void 0)){const input=inputs.rundir===void 0?"datestamp":"rundir";throw new InputError(`${input}: "${path}" exists already; give another name, or remove it.`)}return{results:dirname(path),datestamp:basename(path),path}}__name(newRunDirectory,"newRunDirectory");export{newRunDirectory};
