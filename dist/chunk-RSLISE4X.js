import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";import{rename,rm,writeFile}from"node:fs/promises";async function writeWhole(path,text,encoding="utf8"){const temporary=`${path}.${process.pid}.tmp`;try{await writeFile(temporary,text,encoding);await rename(temporary,path)}catch(error){await rm(temporary,{force:true});throw error}}__name(writeWhole,"writeWhole");export{writeWhole};
