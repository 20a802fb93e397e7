import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A bench that measures parts of ours within one process, and prints its figures itself. */
export interface Script {
  readonly name: string;
  readonly about: string;
}

export const scripts: readonly Script[] = [
  {
    name: "console",
    about: "Consoles made to be slow: speed, findings, memory.",
  },
  {
    name: "bisect",
    about: "Simulated bisections beside told-p bisection and git_bayesect (BISECTIONS=2000, BAYESECT=100).",
  },
  { name: "storage", about: "Packing a run beside tar --zstd; kernels out of a warm directory store." },
  { name: "looking", about: "How often claims at 95 % are wrong when one looks all the time." },
  { name: "plan", about: "The planner: how close to the bound, how long, how much memory." },
];

/** Runs one to its end, in a process of its own; what it prints is printed, and returned. */
export async function runScript({ name }: Script): Promise<string> {
  const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [path], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    process.stdout.write(chunk);
  });
  const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (status !== 0) throw new Error(`the bench ${name} failed`);
  return text;
}
