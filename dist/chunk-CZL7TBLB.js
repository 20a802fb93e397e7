import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";var variants=["plain","kasan","kcsan"];var onlySet="all";function setsOf(dimensions){const{commits,suites,variants:variants2,architectures}=dimensions;const several=__name(values=>values.length>1,"several");return(commits.length>0?commits:[void 0]).flatMap(commit=>suites.flatMap(suite=>variants2.flatMap(variant=>architectures.map(architecture=>{const parts=[several(commits)?commit?.slice(0,12):void 0,several(suites)?suite:void 0,several(variants2)?variant:void 0,several(architectures)?architecture:void 0].filter(part=>part!==void 0);return{id:parts.length===0?onlySet:parts.join("-"),suite,variant,architecture,...commit===void 0?{}:{commit}}}))))}__name(setsOf,"setsOf");function nameInPlan(set,name){return set.id===onlySet?name:`${set.id}/${name}`}__name(nameInPlan,"nameInPlan");export{variants,onlySet,setsOf,nameInPlan};
