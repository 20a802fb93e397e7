import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{__name}from"./chunk-PGZPCXK4.js";import{Readable}from"node:stream";function feed(input,stdin,onFailure){const source=Readable.from(input,{objectMode:true});source.once("error",onFailure);stdin.once("close",()=>source.destroy());source.pipe(stdin)}__name(feed,"feed");var BoundedOutput=class{static{__name(this,"BoundedOutput")}#limit;#chunks=[];#size=0;#truncated=false;constructor(limit){this.#limit=limit}write(chunk){const kept=chunk.subarray(0,this.#limit-this.#size);if(kept.length<chunk.length)this.#truncated=true;if(kept.length===0)return;this.#chunks.push(kept);this.#size+=kept.length}get truncated(){return this.#truncated}text(){return Buffer.concat(this.#chunks).toString("utf8")}};export{feed,BoundedOutput};
