import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{inputTable}from"./chunk-C3M7XG6C.js";import{__name}from"./chunk-PGZPCXK4.js";function jobEnvironment(variables,workspace){const attempt=Number(variables.GITHUB_RUN_ATTEMPT??"1");const{GITHUB_REPOSITORY:repository}=variables;return{attempt:Number.isInteger(attempt)&&attempt>0?attempt:1,...repository?{repository}:{},workspace,variables}}__name(jobEnvironment,"jobEnvironment");function inputsFromRunner(variables){return Object.fromEntries(Object.keys(inputTable).map(name=>[name,variables[`INPUT_${name.toUpperCase()}`]]))}__name(inputsFromRunner,"inputsFromRunner");export{jobEnvironment,inputsFromRunner};
