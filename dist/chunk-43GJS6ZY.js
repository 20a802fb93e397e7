import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
var limits={lineBytes:16384,messageBytes:2048,findingLines:400,findingCharacters:24e3,frames:256,findings:200,openReports:8,reportSpan:2e3,diagnostics:100,diagnosticCharacters:500,progress:512,measurements:1e6,ftraceLines:1e5};export{limits};
