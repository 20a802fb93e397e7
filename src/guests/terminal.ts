import { spawnSync } from "node:child_process";
import { plainEnvironment } from "../systems/environment.ts";

/** A guest that has our terminal sets it to its needs, and does not put it back when it is killed. */
export class BorrowedTerminal {
  readonly #saved = stty("-g")?.trim();

  giveBack(): void {
    if (this.#saved) stty(this.#saved);
  }
}

function stty(argument: string): string | undefined {
  const { status, stdout } = spawnSync("stty", [argument], {
    env: plainEnvironment(process.env),
    stdio: ["inherit", "pipe", "ignore"],
    encoding: "utf8",
    timeout: 5000,
  });
  return status === 0 ? stdout : undefined;
}
