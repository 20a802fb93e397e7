import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";function packBatches(jobs,cpus){const repetitions=new Map;const batches=[];let waiting=[...jobs].sort(byCpus);while(waiting.length>0){const{taken,left}=fill(waiting,cpus);const guests=taken.map(job=>{const repetition=(repetitions.get(job.scenario)??0)+1;repetitions.set(job.scenario,repetition);return named(job,repetition)});batches.push({number:batches.length+1,guests});waiting=left}return batches}__name(packBatches,"packBatches");function fill(waiting,cpus){const taken=[];const left=[];let free=cpus;for(const job of waiting){if(taken.length===0||job.cpus<=free){taken.push(job);free-=job.cpus}else left.push(job)}return{taken,left}}__name(fill,"fill");function named(job,repetition){const name=repetition===1?job.scenario:`${job.scenario}.${repetition}`;return{...job,name,repetition}}__name(named,"named");function byCpus(a,b){if(a.cpus!==b.cpus)return b.cpus-a.cpus;const[x,y]=[`${a.scenario} ${a.cpus}`,`${b.scenario} ${b.cpus}`];return x<y?-1:x>y?1:0}__name(byCpus,"byCpus");function renderBatches(batches){return batches.flatMap(({number,guests})=>guests.map(({name,cpus})=>`${number} ${name} ${cpus}
`)).join("")}__name(renderBatches,"renderBatches");function renderBatchesFile(batches,cpus){return`${renderBatches(batches)}# cpus=${cpus}
`}__name(renderBatchesFile,"renderBatchesFile");function renderScenarios(batches){return batches.map(({number,guests})=>`${number}.  ${guests.map(({name})=>name).join(" ")}
`).join("")}__name(renderScenarios,"renderScenarios");export{packBatches,renderBatches,renderBatchesFile,renderScenarios};
