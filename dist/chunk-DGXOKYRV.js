import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";var InputError=class extends Error{static{__name(this,"InputError")}name="InputError"};var InfrastructureError=class extends Error{static{__name(this,"InfrastructureError")}name="InfrastructureError"};var exitStatus={passed:0,kernelFailed:1,badInput:2,infrastructure:3};function exitStatusOf(error){return error instanceof InputError?exitStatus.badInput:exitStatus.infrastructure}__name(exitStatusOf,"exitStatusOf");function messageOf(error){return error instanceof Error?error.message:String(error)}__name(messageOf,"messageOf");export{InputError,InfrastructureError,exitStatus,exitStatusOf,messageOf};
