import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by their path in a folder: text, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** One guest's folder. */
export interface GuestFiles {
  /** As in the files `scenarios` and `batches`; by default 1. */
  readonly cpus?: number;
  /** No `console.log` if absent: the guest never printed. */
  readonly console?: string | Uint8Array;
  /** Parameters of the kernel's command line, beside the suite's `shutdown_secs`. */
  readonly append?: string;
  /** Machine of its qemu (`x86_64`, `aarch64`); by default `x86_64`. */
  readonly architecture?: string;
  /** More files, or others instead of those that are there by default. */
  readonly files?: Files;
}

export interface RunDirectoryOptions {
  /** By default `rcu`. */
  readonly suite?: string;
  /** Seconds that each guest was to run; by default 20. */
  readonly seconds?: number;
  /** Where to make it; by default a new folder of `tmpdir()`. */
  readonly path?: string;
  /** More files of the run directory itself, or others instead. */
  readonly files?: Files;
}

const images: Readonly<Record<string, string>> = { x86_64: "bzImage", aarch64: "Image" };
const prefixes: Readonly<Record<string, string>> = {
  rcu: "rcutorture",
  lock: "locktorture",
  scf: "scftorture",
};

function put(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, typeof content === "string" ? { encoding: "latin1" } : {});
  }
}

/**
 * A run directory in kvm.sh's layout, of guests by their names; each batch has one guest. Text is written as latin1,
 * so that a test can say every byte.
 *
 * @returns its path
 */
export function makeRunDirectory(
  guests: Readonly<Record<string, GuestFiles>>,
  options: RunDirectoryOptions = {},
): string {
  const { suite = "rcu", seconds = 20 } = options;
  const path = options.path ?? mkdtempSync(join(tmpdir(), "rcutorture-action-test-run-"));
  const names = Object.keys(guests);
  const widths = names.map((name) => guests[name]?.cpus ?? 1);
  put(path, {
    torture_suite: `${suite}\n`,
    log: "made by a test\n",
    "testid.txt": "Build directory: /nowhere\n",
    scenarios: names.map((name, at) => `${at + 1}.  ${name}\n`).join(""),
    batches: `${names.map((name, at) => `${at + 1} ${name} ${widths[at]}\n`).join("")}# cpus=${Math.max(1, ...widths)}\n`,
    ...options.files,
  });
  for (const [name, guest] of Object.entries(guests)) {
    const folder = join(path, name);
    const architecture = guest.architecture ?? "x86_64";
    const image = images[architecture] ?? "bzImage";
    const append = `console=ttyS0 ${prefixes[suite] ?? suite}.shutdown_secs=${seconds}`;
    const argv = `qemu-system-${architecture} -serial file:${folder}/console.log -kernel ${folder}/${image}`;
    put(folder, {
      [image]: "an image\n",
      ".config": "CONFIG_SMP=y\n",
      ConfigFragment: "CONFIG_SMP=y\n",
      "ConfigFragment.input": "CONFIG_SMP=y\n",
      "Make.defconfig.out": "",
      "Make.out": `  CC      kernel/rcu/tree.o\nKernel: arch/x86/boot/${image} is ready  (#1)\n`,
      vmlinux: "",
      "qemu-cmd": `${argv} -append "${[append, guest.append].filter(Boolean).join(" ")}"\n# seconds=${seconds}\n`,
      ...(guest.console === undefined ? {} : { "console.log": guest.console }),
      ...guest.files,
    });
  }
  return path;
}
