import { InfrastructureError } from "../errors.ts";
import type { Command, CommandResult, Executor } from "./command.ts";
import { debugExitDevice, probeSector, sectorRan } from "./probeSector.ts";

export type Accelerator = "kvm" | "tcg";
/** The input `accel`. */
export type AcceleratorChoice = "auto" | Accelerator;

export interface AcceleratorAnswer {
  readonly accelerator: Accelerator;
  /** One sentence for people: why this one. */
  readonly reason: string;
}

/** What an earlier probe of this very system found out. */
export interface ProbeMemory {
  /** Why KVM cannot be used, as `kvmProblem` said it; undefined: ask again. */
  recall(): Promise<string | undefined>;
  remember(problem: string): Promise<void>;
}

/** Milliseconds that a probe may take without being worth to be remembered. */
const worthRemembering = 1000;

/** Seconds a guest of seven bytes may take. Usable KVM needs well below one, and software emulation 0.2. */
const probeSeconds = 2.5;

/**
 * Chooses between KVM and software emulation (TCG). KVM is taken only when a tiny guest has really run under
 * it: a `/dev/kvm` that is there, or even opens, says little on a machine that is itself a guest.
 *
 * @param qemu the qemu program that will run
 * @param memory spares `auto` a probe that took long before
 * @throws InfrastructureError when `kvm` was asked for and cannot be used
 */
export async function chooseAccelerator(
  choice: AcceleratorChoice,
  executor: Executor,
  qemu: string,
  memory?: ProbeMemory,
): Promise<AcceleratorAnswer> {
  if (choice === "tcg") return { accelerator: "tcg", reason: "accel: tcg was asked for." };
  const known = choice === "auto" ? await memory?.recall() : undefined;
  if (known !== undefined) return { accelerator: "tcg", reason: `KVM cannot be used: ${known}` };
  const began = performance.now();
  const problem = await kvmProblem(executor, qemu);
  // Only what took long: it is a guest that hung, while all else can change any time and is asked in no time.
  if (problem !== undefined && performance.now() - began > worthRemembering) await memory?.remember(problem);
  if (problem === undefined) return { accelerator: "kvm", reason: "A probe guest ran under KVM." };
  if (choice === "kvm") {
    throw new InfrastructureError(
      `accel: kvm was asked for, but ${executor.name} cannot run guests under KVM: ${problem} Use accel: auto or tcg to run without it.`,
    );
  }
  return { accelerator: "tcg", reason: `KVM cannot be used: ${problem}` };
}

/** @returns why KVM cannot be used, as a sentence; undefined: it can */
export async function kvmProblem(executor: Executor, qemu: string): Promise<string | undefined> {
  const device = await executor.run({ argv: ["test", "-e", "/dev/kvm"], timeout: 10_000 });
  if (device.exitStatus !== 0) {
    return "there is no /dev/kvm (the machine offers no virtualization, or its kvm module is not loaded).";
  }
  return /(x86_64|i386)$/.test(qemu) ? await bootProblem(executor, qemu) : await startProblem(executor, qemu);
}

/** Kills qemu on its own system, so that none stays behind when we or the connection die in between. */
function bounded(...argv: string[]): Command {
  return { argv: ["timeout", "-s", "KILL", String(probeSeconds), ...argv], timeout: 10_000 };
}

/** x86: boots a sector that ends qemu with a status of its own. */
async function bootProblem(executor: Executor, qemu: string): Promise<string | undefined> {
  const temporary = await executor.run({ argv: ["mktemp"], timeout: 10_000 });
  const image = temporary.stdout.trim();
  if (temporary.exitStatus !== 0) return `no probe could be made (${lastLine(temporary)}).`;
  try {
    const written = await executor.run({
      argv: ["dd", `of=${image}`, "status=none"],
      stdin: probeSector(),
      timeout: 10_000,
    });
    if (written.exitStatus !== 0) return `no probe could be made (${lastLine(written)}).`;
    const drive = `file=${image},format=raw,if=floppy,readonly=on`;
    const result = await executor.run(
      bounded(
        ...[qemu, "-machine", "pc,accel=kvm", "-nodefaults", "-display", "none", "-no-reboot", "-m", "64"],
        ...["-device", debugExitDevice, "-drive", drive],
      ),
    );
    return result.exitStatus === sectorRan ? undefined : problemOf(result, qemu);
  } finally {
    await executor.run({ argv: ["rm", "-f", image], timeout: 10_000 });
  }
}

/** Others: no sector at hand; KVM counts as usable when a machine without a CPU starts with it. */
async function startProblem(executor: Executor, qemu: string): Promise<string | undefined> {
  const result = await executor.run({
    ...bounded(qemu, "-machine", "none,accel=kvm", "-nodefaults", "-display", "none", "-monitor", "stdio"),
    stdin: "quit\n",
  });
  return result.exitStatus === 0 ? undefined : problemOf(result, qemu);
}

/** Status of a process that SIGKILL ended, and of `timeout` when it could not start the program. */
const killed = 137;
const notFound = 127;

/** Says in people's words why the probe did not end as it should. */
export function problemOf(result: CommandResult, qemu: string): string {
  const said = `${result.stderr}${result.stdout}`;
  if (result.exitStatus === notFound) return `${qemu} is not installed.`;
  if (result.exitStatus === killed || result.signal !== null || result.cause === "timeout") {
    return `/dev/kvm is there, but guests do not run under it: a probe guest of seven bytes took longer than ${probeSeconds} s (nested virtualization that does not work?).`;
  }
  if (/permission denied/i.test(said)) {
    return 'this user may not open /dev/kvm; add the user to the group kvm (sudo usermod -aG kvm $USER, then log in again), or on a GitHub runner give it to everyone with a udev rule (KERNEL=="kvm", GROUP="kvm", MODE="0666").';
  }
  if (/invalid accelerator|not (supported|compiled|available)/i.test(said)) {
    return `${qemu} has no KVM support for this machine (${lastLine(result)}).`;
  }
  return `qemu refused to start a guest under it (${lastLine(result)}).`;
}

function lastLine(result: CommandResult): string {
  const lines = result.stderr.trim().split("\n");
  return lines.at(-1)?.slice(0, 300) || `exit status ${result.exitStatus}`;
}
