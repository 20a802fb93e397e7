import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";function feed(input,stdin,onFailure){const pieces=input[Symbol.asyncIterator]();const gone=new Promise(resolve=>{stdin.once("close",()=>{resolve(true);pieces.return?.().then(void 0,()=>{})})});const refused=__name(piece=>new Promise(resolve=>{stdin.write(piece,error=>resolve(error!==null&&error!==void 0))}),"refused");const write=__name(async()=>{for(;;){const next=await pieces.next();if(next.done)break;if(await Promise.race([refused(next.value),gone])){await pieces.return?.();return}}stdin.end()},"write");write().catch(onFailure)}__name(feed,"feed");var BoundedOutput=class{static{__name(this,"BoundedOutput")}#limit;#chunks=[];#size=0;#truncated=false;constructor(limit){this.#limit=limit}write(chunk){const kept=chunk.subarray(0,this.#limit-this.#size);if(kept.length<chunk.length)this.#truncated=true;if(kept.length===0)return;this.#chunks.push(kept);this.#size+=kept.length}get truncated(){return this.#truncated}text(){return Buffer.concat(this.#chunks).toString("utf8")}};export{feed,BoundedOutput};
