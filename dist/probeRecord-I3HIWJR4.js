import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{iso_exports}from"./chunk-JADOHTFY.js";import{object,string}from"./chunk-XF7S33TT.js";import{__name}from"./chunk-PGZPCXK4.js";var recordSchema=object({circumstances:string(),at:iso_exports.datetime(),problem:string()});function parseProbeRecord(text){try{return recordSchema.safeParse(JSON.parse(text)).data}catch{return void 0}}__name(parseProbeRecord,"parseProbeRecord");export{parseProbeRecord};
