import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { tinyKconfig } from "../scripts/support/kernelSource.ts";
import { type BuildTree, buildTree, commitTree } from "../test/support/fakeMake.ts";
import { testTree } from "../test/support/kernels.ts";
import { kernelTrees } from "../test/support/kernelTree.ts";
import { goodConsole } from "../test/support/strangeRun.ts";
import { talkingKernel } from "../test/support/talkingKernel.ts";
import type { Bench, Figure } from "./support/figures.ts";
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
  readonly #make: MakeShim;
  readonly #source: string;
  readonly #quick: boolean;

  /** @param quick a tree whose kernels are made in a blink and end at once; by default a real one */
  constructor(quick?: BuildTree) {
    const make = quick?.searchPath.split(delimiter)[0];
    this.#make = new MakeShim(this.scratch, make && join(make, "make"));
    this.#source = quick?.path ?? testTree();
    this.#quick = quick !== undefined;
  }

  /** A clean tree: objects that an earlier build left would be a gift. */
  tree(name: string): string {
    const path = join(this.scratch, name);
    rmSync(path, { recursive: true, force: true });
    execFileSync("git", ["clone", "-q", "--shared", this.#source, path]);
    if (this.#quick) {
      // Nothing to make one of is in such a tree, and its kernels look at none.
      const initrd = join(path, scripts, "../initrd");
      mkdirSync(initrd);
      writeFileSync(join(initrd, "init"), "#!/bin/sh\n");
    }
    return path;
  }

  async meter(tree: string, argv: readonly string[]): Promise<Metered> {
    const { PATH = "", ...lives } = this.#qemu.env;
    const store = { RCUTORTURE_ACTION_CACHE: join(tree, "..", "store") };
    const env = { ...lives, ...store, PATH: this.#make.path(PATH), CCACHE_NOHASHDIR: "1" };
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

/** Both sides once, ours first. */
async function figures(place: Place, note: (line: string) => void): Promise<Figure[]> {
  const cli = [process.execPath, join(dist, "cli.js"), "torture", "--accel", "tcg"];
  const told = (who: string, { builds, wall, beyond }: Side) =>
    note(`${who}: ${builds} builds, ${wall.toFixed(0)} s, ${beyond.toFixed(0)} s without a guest`);
  const us = await place.side("ours", (tree) => [
    ...cli,
    ...["--kernel", tree, "--kconfig", tinyKconfig, "--rundir", join(tree, "run")],
    ...ours,
  ]);
  told("ours", us);
  const them = await place.side("theirs", () => [`${scripts}/torture.sh`, ...flags]);
  told("torture.sh", them);
  const figure = (what: string, field: keyof Side, unit: "s" | "builds"): Figure => ({
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
}

/** One round: it takes a quarter of an hour on a quiet machine. */
export const tortureSets: Bench = {
  name: "sets",
  about: "Five sets of torture.sh from tinyconfig, built and run by torture.sh and by us (one round).",
  async run({ note }) {
    const place = new Place();
    try {
      await place.warm();
      note("ccache has both kernels");
      return await figures(place, note);
    } finally {
      place.remove();
    }
  },
};

/** What is left when compilers and kernels take no time: what scripts and we add. */
export const quickSets: Bench = {
  name: "quicksets",
  about: "The same with a make that builds in a blink and kernels that end at once.",
  async run({ note }) {
    const newest = (await kernelTrees()).at(-1);
    if (newest === undefined) throw new Error("there is no kernel tree");
    await using tree = await buildTree(newest);
    await tree.image("any", talkingKernel(Buffer.from(goodConsole), "exit"));
    await commitTree(tree);
    const place = new Place(tree);
    try {
      return await figures(place, note);
    } finally {
      place.remove();
    }
  },
};
