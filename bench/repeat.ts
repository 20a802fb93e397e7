import type { Bench } from "./support/figures.ts";
import { type TestBed, withTestBed } from "./support/testBed.ts";

interface Boots {
  /** Seconds of all. */
  readonly wall: number;
  /** Seconds of each guest's own life. */
  readonly lives: readonly number[];
}

const duration = ["--duration", "1s"];

async function ours(testBed: TestBed, old: string, boots: number): Promise<Boots> {
  const { wall } = await testBed.again(old, testBed.newRun(), ...duration, "--repeat", String(boots));
  return { wall, lives: testBed.shim.take().map(({ lived }) => lived) };
}

async function theirs(testBed: TestBed, old: string, boots: number): Promise<Boots> {
  let wall = 0;
  for (let boot = 0; boot < boots; boot++)
    wall += (await testBed.kvmAgain(old, testBed.newRun(), ...duration)).wall;
  return { wall, lives: testBed.shim.take().map(({ lived }) => lived) };
}

const perHour = ({ wall, lives }: Boots) => (lives.length / wall) * 3600;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const beyond = ({ wall, lives }: Boots) => (wall / sum(lives) - 1) * 100;

export const repeat: Bench = {
  name: "repeat",
  about:
    "Boot hunting: a boot of TINY01 with 1 s of torture, over and over (--boots; half of kvm-again.sh's before ours, half after).",
  run: ({ boots, note }) =>
    withTestBed(async (testBed) => {
      const old = testBed.oldRun("old", ["TINY01"]);
      const before = Math.ceil(boots / 2);
      const first = await theirs(testBed, old, before);
      const mine = await ours(testBed, old, boots);
      const second = boots > before ? await theirs(testBed, old, boots - before) : { wall: 0, lives: [] };
      const other = { wall: first.wall + second.wall, lives: [...first.lives, ...second.lives] };
      for (const side of [mine, other]) {
        if (side.lives.length !== boots) throw new Error(`${side.lives.length} of ${boots} guests ran`);
      }
      note(`${boots} boots each; ours ${mine.wall.toFixed(1)} s, kvm-again.sh ${other.wall.toFixed(1)} s`);
      const name = "kvm-again.sh";
      return [
        {
          what: "boots per hour",
          unit: "boots/h",
          ours: [perHour(mine)],
          beside: { name, values: [perHour(other)] },
          more: true,
          wanted: "≥ 1.3 x",
        },
        {
          what: "time beyond the guests' own lives",
          unit: "%",
          ours: [beyond(mine)],
          beside: { name, values: [beyond(other)] },
          wanted: "≤ 5 %",
        },
        { what: "one guest's own life", unit: "s", ours: mine.lives, beside: { name, values: other.lives } },
      ];
    }),
};
