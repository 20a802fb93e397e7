import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{iso_exports}from"./chunk-JADOHTFY.js";import{array,int,literal,object,string}from"./chunk-XF7S33TT.js";var shardFile="shard.json";var shardRecordSchema=object({format:literal("rcutorture-action shard"),version:literal(1),plan:string(),shard:string(),attempt:int().positive(),createdAt:iso_exports.datetime(),guests:array(object({name:string().regex(/^[A-Z0-9][\w-]*(?:\.[1-9]\d*)?$/),set:string(),planned:string(),sample:int().positive()}))});export{shardFile,shardRecordSchema};
