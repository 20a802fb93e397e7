import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{array,object,string}from"./chunk-XF7S33TT.js";var useSchema=object({names:array(string()),key:string(),ssh:object({directory:string(),configFile:string()}).optional(),releaseCommand:string().optional(),journal:string()});export{useSchema};
