import { __name } from "./rolldown-runtime.js";
import { analyzeFile } from "./console.js";
import { parentPort } from "node:worker_threads";

// src/stages/judge/consoleWorker.ts
parentPort?.on("message", async (file) => {
	try {
		parentPort?.postMessage({ analysis: await analyzeFile(file) });
	} catch {
		parentPort?.postMessage({ failed: true });
	}
});

export {  };