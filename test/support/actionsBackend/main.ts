/**
 * The backend as a process of its own: `node test/support/actionsBackend/main.ts` prints one line of JSON,
 * `{"url": …, "env": {…}}`, and serves until its standard input ends or SIGTERM comes. Steer it by `/control/…`.
 */
import { startActionsBackend } from "./backend.ts";

const backend = await startActionsBackend();
console.log(JSON.stringify({ url: backend.url, env: backend.env() }));

const stop = async () => {
  await backend.stop();
  process.exit(0);
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
process.stdin.resume().once("end", stop);
