import type { Accelerator } from "../systems/accelerator.ts";
import { memoryBytes, smpCpus, withProperty } from "./qemuOptions.ts";

/** What a guest's command is fitted to. */
export interface Fitting {
  readonly accelerator: Accelerator;
  /** Of the system: what `uname -m` says. KVM runs no guests of another one. */
  readonly architecture?: string | undefined;
  /** CPUs of the system. */
  readonly cpus: number;
  /** Bytes of memory that this guest may have; absent: as much as it asks for. */
  readonly memory?: number | undefined;
}

export interface Fitted {
  readonly argv: readonly [string, ...string[]];
  /** CPUs of the guest now. */
  readonly cpus: number;
  /** What people should know: the guest gets less than it asked for. */
  readonly notes: readonly string[];
}

/** Memory that a guest is never limited below: less boots no kernel. */
const leastMemory = 128 * 1024 * 1024;

const mebibyte = 1024 * 1024;

/** Architecture of the guests that `qemu-system-…` runs, as `uname -m` names it. */
function guestArchitecture(program: string): string | undefined {
  return /qemu-system-([\w-]+)$/.exec(program)?.[1];
}

/** The accelerator this program can really use on the system. */
function acceleratorFor(program: string, { accelerator, architecture }: Fitting): Accelerator {
  const guest = guestArchitecture(program);
  if (guest === undefined || architecture === undefined) return accelerator;
  const native = [architecture, architecture.replace(/le$/, ""), architecture === "x86_64" ? "i386" : ""];
  return native.includes(guest) ? accelerator : "tcg";
}

/**
 * Fits a guest's qemu command, as kvm.sh wrote it, to the system that runs it. kvm.sh writes for KVM and for
 * the machine that built; the two need not be so. Everything that does not depend on the machine is kept.
 */
export function fitGuest(argv: readonly [string, ...string[]], fitting: Fitting): Fitted {
  const [program, ...rest] = argv;
  const software = acceleratorFor(program, fitting) === "tcg";
  const notes: string[] = [];
  const fitted: string[] = [];
  let cpus = 1;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? "";
    // qemu takes one dash or two.
    const option = word.replace(/^--/, "-");
    const value = rest[at + 1];
    if (option === "-enable-kvm") {
      if (!software) fitted.push(word);
      continue;
    }
    const change = value === undefined ? undefined : changes[option];
    if (!change || value === undefined) {
      fitted.push(word);
      continue;
    }
    const changed = change(value, { software, program, fitting, notes });
    if (option === "-smp") cpus = smpCpus(changed ?? value);
    if (changed !== undefined) fitted.push(word, changed);
    at++;
  }
  return { argv: [program, ...fitted], cpus, notes };
}

interface Circumstances {
  readonly software: boolean;
  readonly program: string;
  readonly fitting: Fitting;
  readonly notes: string[];
}

/** The new value of an option; undefined: the option goes. */
type Change = (value: string, circumstances: Circumstances) => string | undefined;

const machine: Change = (value, { software }) => {
  if (!software) return value;
  const inSoftware = withProperty(value, "accel", (accel) => (/\bkvm\b/.test(accel) ? "tcg" : accel));
  // The host's interrupt controller exists under KVM alone.
  return withProperty(inSoftware, "gic-version", (version) => (version === "host" ? "max" : version));
};

const cpuModel: Change = (value, { software, program }) => {
  if (!software) return value;
  const [model = "", ...features] = value.split(",");
  const instead = softwareModel(model, program);
  // Features named after KVM are what it offers to guests; software has none to offer.
  const kept = features.filter((feature) => !/^[+-]?kvm([_-]|=|$)/.test(feature));
  return instead === undefined ? undefined : [instead, ...kept].join(",");
};

/** The model that stands in for one that needs KVM; undefined: the machine's default. */
function softwareModel(model: string, program: string): string | undefined {
  if (model === "kvm64") return "qemu64";
  if (model === "kvm32") return "qemu32";
  if (model !== "host") return model;
  return /-ppc64$/.test(program) ? undefined : "max";
}

const smp: Change = (value, { fitting, notes }) => {
  const asked = smpCpus(value);
  if (asked <= fitting.cpus) return value;
  notes.push(`-smp ${asked} limited to the system's ${fitting.cpus} CPUs`);
  // Without a topology: one that made up more CPUs need not make up fewer.
  return String(fitting.cpus);
};

const memory: Change = (value, { fitting, notes }) => {
  const asked = memoryBytes(value);
  if (asked === undefined || fitting.memory === undefined || asked <= fitting.memory) return value;
  const given = Math.max(leastMemory, fitting.memory);
  if (given >= asked) return value;
  const megabytes = Math.floor(given / mebibyte);
  notes.push(
    `memory limited from ${Math.floor(asked / mebibyte)} to ${megabytes} MiB, which the system has free`,
  );
  if (/^\d/.test(value)) return value.replace(/^[^,]*/, `${megabytes}M`);
  return withProperty(value, "size", () => `${megabytes}M`);
};

/** Values that are whatever the user likes, also what looks like an option. */
const keep: Change = (value) => value;

const changes: Readonly<Record<string, Change>> = {
  "-append": keep,
  "-kernel": keep,
  "-initrd": keep,
  "-machine": machine,
  "-M": machine,
  "-accel": (value, { software }) => (software && /^kvm(,|$)/.test(value) ? "tcg" : value),
  "-cpu": cpuModel,
  "-smp": smp,
  "-m": memory,
};
