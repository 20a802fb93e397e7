import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";var StopRequest=class extends Error{static{__name(this,"StopRequest")}name="StopRequest";cause;constructor(cause,message){super(message);this.cause=cause}};function stopOf(reason){if(reason instanceof StopRequest)return{cause:reason.cause,detail:reason.message};return{cause:"cancelled",detail:"The job was cancelled."}}__name(stopOf,"stopOf");export{StopRequest,stopOf};
