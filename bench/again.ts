import { newDisk, wallAndDisk } from "./support/disk.ts";
import type { Bench } from "./support/figures.ts";
import { interleave } from "./support/statistics.ts";
import { withTestBed } from "./support/testBed.ts";

const scenarios = Array.from({ length: 20 }, (_, index) => `SCEN${String(index + 1).padStart(2, "0")}`);
const imageBytes = 12 * 1024 * 1024;

/** Each side has an old run of its own: kvm-again.sh rewrites the old run's commands through its hard links. */
export const again: Bench = {
  name: "again",
  about:
    "Twenty scenarios with kernels of 12 MB, from an old run directory to a new one that is ready, hard links.",
  run: ({ rounds }) =>
    withTestBed(async (testBed) => {
      const [mine, theirs] = ["mine", "theirs"].map((name) => testBed.oldRun(name, scenarios, imageBytes));
      const options = ["--dryrun", "--link", "hard"];
      const runs = await interleave(rounds, {
        ours: async () => {
          const path = testBed.newRun();
          return { wall: (await testBed.again(mine ?? "", path, ...options)).wall, disk: newDisk(path) };
        },
        theirs: async () => {
          const path = testBed.newRun();
          return { wall: (await testBed.kvmAgain(theirs ?? "", path, ...options)).wall, disk: newDisk(path) };
        },
      });
      return wallAndDisk("time to ready", runs.ours, runs.theirs);
    }),
};
