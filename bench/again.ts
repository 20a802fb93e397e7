import { newDisk, wallAndDisk } from "./support/disk.ts";
import type { Bench } from "./support/figures.ts";
import { interleave } from "./support/statistics.ts";
import { inYard } from "./support/yard.ts";

const scenarios = Array.from({ length: 20 }, (_, index) => `SCEN${String(index + 1).padStart(2, "0")}`);
const imageBytes = 12 * 1024 * 1024;

/** Each side has an old run of its own: kvm-again.sh rewrites the old run's commands through its hard links. */
export const again: Bench = {
  name: "again",
  about:
    "Twenty scenarios with kernels of 12 MB, from an old run directory to a new one that is ready, hard links.",
  run: ({ rounds }) =>
    inYard(async (yard) => {
      const [mine, theirs] = ["mine", "theirs"].map((name) => yard.oldRun(name, scenarios, imageBytes));
      const options = ["--dryrun", "--link", "hard"];
      const runs = await interleave(rounds, {
        ours: async () => {
          const path = yard.newRun();
          return { wall: (await yard.again(mine ?? "", path, ...options)).wall, disk: newDisk(path) };
        },
        theirs: async () => {
          const path = yard.newRun();
          return { wall: (await yard.kvmAgain(theirs ?? "", path, ...options)).wall, disk: newDisk(path) };
        },
      });
      return wallAndDisk("time to ready", runs.ours, runs.theirs);
    }),
};
