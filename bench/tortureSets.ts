import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tinyKconfig } from "../scripts/support/kernelSource.ts";
import { testTree } from "../test/support/kernels.ts";
import type { Bench } from "./support/figures.ts";
import { MakeShim } from "./support/makeShim.ts";
import { type Metered, metered } from "./support/meter.ts";
import { type GuestLife, QemuShim } from "./support/qemuShim.ts";
import { dist } from "./support/testBed.ts";

/** What `torture.sh` is told: both real-time sets, and those of the clocksource watchdog. */
const flags = ["--do-none", "--do-rt", "--do-clocksourcewd", "--duration", "2"];
/** The same here; 86 s, of which seven tenths are the script's whole minute. */
const ours = ["--torture-sets", "rt clocksourcewd", "--duration", "86s", "--defconfig", "tinyconfig"];
const guests = 5;
/** Kernels of these sets, each once. */
const kernels = [[], ["--kconfig", "CONFIG_TEST_CLOCKSOURCE_WATCHDOG=y"]];

const scripts = "tools/testing/selftests/rcutorture/bin";

/** Seconds in which any guest lived. */
function occupied(lives: readonly GuestLife[]): number {
  let [seconds, until] = [0, 0];
  for (const { began, lived } of lives.toSorted((a, b) => a.began - b.began)) {
    const ended = began + lived;
    seconds += Math.max(0, ended - Math.max(began, until));
    until = Math.max(until, ended);
  }
  return seconds;
}

interface Side {
  readonly wall: number;
  /** Of it, seconds in which no guest lived: builds and all else. */
  readonly beyond: number;
  readonly builds: number;
}

class Place {
  readonly scratch = mkdtempSync(join(tmpdir(), "rcutorture-action-bench-"));
  readonly #qemu = new QemuShim(this.scratch);
  readonly #make = new MakeShim(this.scratch);

  /** A clean tree: objects that an earlier build left would be a gift. */
  tree(name: string): string {
    const path = join(this.scratch, name);
    rmSync(path, { recursive: true, force: true });
    execFileSync("git", ["clone", "-q", "--shared", testTree(), path]);
    return path;
  }

  async meter(tree: string, argv: readonly string[]): Promise<Metered> {
    const { PATH = "", ...lives } = this.#qemu.env;
    const store = { RCUTORTURE_ACTION_CACHE: join(tree, "..", "store") };
    const env = { ...lives, ...this.#make.env(PATH), ...store, CCACHE_NOHASHDIR: "1" };
    return await metered(argv, { cwd: tree, env, scratch: this.scratch });
  }

  /** A run to its end in a clean tree and with an empty store, whatever came of its guests. */
  async side(name: string, argv: (tree: string) => readonly string[]): Promise<Side> {
    const tree = this.tree(name);
    const run = await this.meter(tree, argv(tree));
    const lives = this.#qemu.take();
    const builds = this.#make.take();
    if (lives.length !== guests) {
      throw new Error(`${name}: ${lives.length} guests instead of ${guests}:\n${run.output.slice(-3000)}`);
    }
    rmSync(tree, { recursive: true, force: true });
    rmSync(join(this.scratch, "store"), { recursive: true, force: true });
    return { wall: run.wall, beyond: run.wall - occupied(lives), builds };
  }

  /** Compiles both kernels once, so that ccache has the same for either side, whoever is first. */
  async warm(): Promise<void> {
    const tree = this.tree("warm");
    for (const [index, more] of kernels.entries()) {
      const words = ["--allcpus", "--buildonly", "--configs", "TREE03", "--trust-make", ...more];
      const { status, output } = await this.meter(tree, [
        `${scripts}/kvm.sh`,
        ...words,
        "--datestamp",
        `warm-${index}`,
      ]);
      if (status !== 0) throw new Error(`kvm.sh --buildonly failed:\n${output.slice(-3000)}`);
    }
    rmSync(tree, { recursive: true, force: true });
    this.#make.take();
  }

  remove(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/** One round: it takes a quarter of an hour, and its builds are counted, not measured. */
export const tortureSets: Bench = {
  name: "sets",
  about: "Five sets of torture.sh from tinyconfig, built and run by torture.sh and by us (one round).",
  async run({ note }) {
    const place = new Place();
    try {
      await place.warm();
      note("ccache has both kernels");
      const cli = [process.execPath, join(dist, "cli.js"), "torture", "--accel", "tcg"];
      const us = await place.side("ours", (tree) => [
        ...cli,
        ...["--kernel", tree, "--kconfig", tinyKconfig, "--rundir", join(tree, "run")],
        ...ours,
      ]);
      note(`ours: ${us.builds} builds, ${us.wall.toFixed(0)} s, ${us.beyond.toFixed(0)} s without a guest`);
      const them = await place.side("theirs", () => [`${scripts}/torture.sh`, ...flags]);
      note(
        `torture.sh: ${them.builds} builds, ${them.wall.toFixed(0)} s, ${them.beyond.toFixed(0)} s without a guest`,
      );
      const figure = (what: string, field: keyof Side, unit: "s" | "builds") => ({
        what,
        unit,
        ours: [us[field]],
        beside: { name: "torture.sh", values: [them[field]] },
      });
      return [
        figure("kernels built", "builds", "builds"),
        figure("wall clock", "wall", "s"),
        figure("wall clock beyond the guests' lives", "beyond", "s"),
      ];
    } finally {
      place.remove();
    }
  },
};
