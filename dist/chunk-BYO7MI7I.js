import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";var debugInfo="CONFIG_DEBUG_INFO_NONE=n CONFIG_DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT=y";var kcsan="CONFIG_KCSAN=y CONFIG_KCSAN_STRICT=y CONFIG_KCSAN_REPORT_ONCE_IN_MS=100000 CONFIG_KCSAN_VERBOSE=y CONFIG_DEBUG_LOCK_ALLOC=y CONFIG_PROVE_LOCKING=y";function mergeFragment(suite,scenario,options={}){const sources=[suite.common,scenario.fragment,options.kasan?`${debugInfo} CONFIG_KASAN=y`:void 0,options.kcsan?`${debugInfo} ${kcsan}`:options.debugInfo?debugInfo:void 0,options.kconfig,suite.architectureCommon];let lines=[""];for(const source of sources){const added=(source??"").split(/\s+/).filter(Boolean);if(added.length>0)lines=[...lines.filter(line=>!overridden(line,added)),...added]}return lines.map(line=>`${line}
`).join("")}__name(mergeFragment,"mergeFragment");function overridden(line,added){return added.some(option=>line.includes(`${option.replace(/=.*$/,"")}=`))}__name(overridden,"overridden");export{mergeFragment};
