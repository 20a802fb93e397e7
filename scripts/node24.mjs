/**
 * Runs a script of ours on Node 24, the runtime of the action, whatever Node is installed:
 *   node scripts/node24.mjs scripts/demo.ts [arguments]
 * Plain JavaScript, because the Node that runs this file may not know TypeScript.
 */
import { node24, runOn } from "../src/process/node24.mjs";

try {
  process.exitCode = await runOn(node24(), process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 3;
}
