/** Part of `npm run lint`: no import in `src/` that the table of rooms does not have. */
import { fileURLToPath } from "node:url";
import { circles, refusedImports } from "./support/rooms.ts";

const problems = [...circles(), ...refusedImports(fileURLToPath(new URL("../src", import.meta.url)))];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log("Every import runs down the table of rooms.");
