import { InfrastructureError, InputError, messageOf } from "../../../errors.ts";
import { type AcceleratorChoice, chooseAccelerator, type ProbeMemory } from "../../accelerator.ts";
import type { Executor } from "../../command.ts";
import { type ProbedSystem, probeSystem } from "../../facts.ts";
import { localhost } from "../../names.ts";
import { ConnectionFailure } from "../connection/failure.ts";
import type { SshExecutor } from "../connection/sshExecutor.ts";
import { askEquipment, type Equipment, installLine } from "./ask.ts";

export interface PreflightPlan {
  /** As the user gave them. */
  readonly names: readonly string[];
  /** This machine. */
  readonly local: Executor;
  /** Makes a connection to a named system; rejects as `openSystem` does. */
  open(name: string): Promise<SshExecutor>;
  /** The qemu program that guests will run under. */
  readonly qemu: string;
  /** Other qemu programs that some guests run under. */
  readonly otherQemus?: readonly string[];
  readonly accelerator: AcceleratorChoice;
  /** What is remembered of the KVM of a system like this one. */
  memory?(circumstances: string): ProbeMemory | undefined;
  /** What `uname -m` says where the kernels can run; absent: the architecture of the first system. */
  readonly architecture?: string;
  /** Shown what was found, also when the job ends here. */
  show?(rows: readonly PreflightRow[]): void;
  /** What to do about a system that cannot be reached. */
  readonly unreachable: "fail" | "drop";
}

/** One system, looked at. */
export interface PreflightRow extends ProbedSystem, Equipment {
  readonly transport: "local" | SshExecutor["transport"] | "none";
  /** Why it cannot be used, in one line that starts with its name. */
  readonly problem?: string;
  /** What people should know though it can be used. */
  readonly notes: readonly string[];
}

export interface ReadySystem {
  readonly name: string;
  readonly executor: Executor | SshExecutor;
  readonly row: PreflightRow;
}

export interface Preflight {
  /** Those that can be used, in the order of their names. */
  readonly systems: readonly ReadySystem[];
  /** All, also those that were dropped. */
  readonly rows: readonly PreflightRow[];
  /** Ends the connections. */
  close(): Promise<void>;
}

/** Seconds by which clocks may differ before anybody is told. */
const clockTolerance = 2;

type Kind = "input" | "infrastructure" | "unreachable";

interface Looked {
  readonly row: PreflightRow;
  readonly executor?: Executor | SshExecutor;
  readonly kind?: Kind;
}

/**
 * Looks at all systems at once, before anything is built or sent.
 *
 * @throws InputError, InfrastructureError with a line per problem, when a system cannot be used and may not be
 *   left out; nothing stays connected then
 */
export async function preflight(plan: PreflightPlan): Promise<Preflight> {
  const looked = await Promise.all(plan.names.map((name) => look(name, plan)));
  const close = async () => {
    await Promise.all(
      looked.map(({ executor }) => (executor && isSsh(executor) ? executor.close() : undefined)),
    );
  };
  const judged = compare(looked, plan);
  plan.show?.(judged.map(({ row }) => row));
  const fatal = judged.filter(({ kind }) => kind && !(kind === "unreachable" && plan.unreachable === "drop"));
  const usable = judged.filter(({ kind }) => kind === undefined);
  if (fatal.length > 0 || usable.length === 0) {
    await close();
    const lines = (fatal.length > 0 ? fatal : judged).map(({ row }) => row.problem ?? "");
    if (fatal.length === 0) lines.unshift("systems: none of them can be reached");
    // A name that leads nowhere and a machine that is down look alike: the person who typed it looks first.
    const Kind = fatal.some(({ kind }) => kind === "input") ? InputError : InfrastructureError;
    throw new Kind(lines.join("\n"));
  }
  return {
    rows: judged.map(({ row }) => row),
    systems: usable.flatMap(({ row, executor }) => (executor ? [{ name: row.name, executor, row }] : [])),
    close,
  };
}

async function look(name: string, plan: PreflightPlan): Promise<Looked> {
  let executor: Executor | SshExecutor;
  try {
    executor = name === localhost ? plan.local : await plan.open(name);
  } catch (error) {
    const row: PreflightRow = { name, transport: "none", missing: [], notes: [], problem: messageOf(error) };
    return { row, kind: kindOf(error) };
  }
  const transport = isSsh(executor) ? executor.transport : "local";
  try {
    const [facts, equipment] = await Promise.all([
      probeSystem(executor, plan.qemu),
      askEquipment(executor, plan.otherQemus),
    ]);
    const problem = unfit(name, plan, facts, equipment);
    const row: PreflightRow = { ...facts, ...equipment, name, transport, notes: notesOn(name, equipment) };
    if (problem !== undefined) return { row: { ...row, problem }, executor, kind: "infrastructure" };
    const { accelerator, reason } = await chooseAccelerator(
      plan.accelerator,
      executor,
      plan.qemu,
      memoryFor(plan, facts, equipment),
    );
    return { row: { ...row, accelerator, acceleratorReason: reason }, executor };
  } catch (error) {
    const said = messageOf(error);
    const problem = said.startsWith("accel:") || said.startsWith(`${name}:`) ? said : `${name}: ${said}`;
    return { row: { name, transport, missing: [], notes: [], problem }, executor, kind: "infrastructure" };
  }
}

function memoryFor(
  { memory, qemu }: PreflightPlan,
  facts: ProbedSystem,
  { identity, kvm }: Equipment,
): ProbeMemory | undefined {
  if (identity === undefined || kvm === undefined) return undefined;
  return memory?.([identity, kvm, qemu, facts.qemu].join(" "));
}

function isSsh(executor: Executor | SshExecutor): executor is SshExecutor {
  return "transport" in executor;
}

function kindOf(error: unknown): Kind {
  const cause = error instanceof Error ? error.cause : undefined;
  const unreachable =
    cause instanceof ConnectionFailure && (cause.kind === "unreachable" || cause.kind === "no-such-host");
  if (unreachable) return "unreachable";
  return error instanceof InputError ? "input" : "infrastructure";
}

function unfit(
  name: string,
  plan: PreflightPlan,
  facts: ProbedSystem,
  { missing }: Equipment,
): string | undefined {
  if (facts.qemu === undefined) {
    return `${name}: there is no ${plan.qemu} (Debian: apt-get install ${qemuPackage(plan.qemu)}); install it there, or leave ${name} out`;
  }
  if (missing.length > 0) {
    return `${name}: ${missing.join(", ")} missing (Debian: ${installLine(missing)}); install it there, or leave ${name} out`;
  }
  if (facts.cpus === undefined) return `${name}: does not say how many CPUs it has (nproc, getconf)`;
  return undefined;
}

function qemuPackage(program: string): string {
  const architecture = /qemu-system-([\w-]+)$/.exec(program)?.[1] ?? "";
  if (/^(x86_64|i386)$/.test(architecture)) return "qemu-system-x86";
  if (/^(aarch64|arm)$/.test(architecture)) return "qemu-system-arm";
  return /^(ppc|ppc64)$/.test(architecture) ? "qemu-system-ppc" : "qemu-system";
}

function notesOn(name: string, { clockSkew, clockDoubt = 0 }: Equipment): string[] {
  if (clockSkew === undefined || Math.abs(clockSkew) - clockDoubt < clockTolerance) return [];
  const way = clockSkew > 0 ? "ahead of" : "behind";
  return [
    `${name}: its clock is ${Math.abs(clockSkew).toFixed(0)} s ${way} ours; times in its files are off by that`,
  ];
}

/** What can be seen only by comparing systems: two names for one, and one that runs other kernels. */
function compare(looked: readonly Looked[], plan: PreflightPlan): Looked[] {
  const wanted =
    plan.architecture ?? looked.find(({ kind, row }) => !kind && row.architecture)?.row.architecture;
  const seen = new Map<string, string>();
  return looked.map((one) => {
    if (one.kind !== undefined) return one;
    const { name, identity, architecture } = one.row;
    const refuse = (problem: string): Looked => ({ ...one, row: { ...one.row, problem }, kind: "input" });
    const same = identity === undefined ? undefined : seen.get(identity);
    if (same !== undefined) return refuse(`systems: ${same} and ${name} are the same machine; name it once`);
    if (identity !== undefined) seen.set(identity, name);
    if (wanted !== undefined && architecture !== undefined && architecture !== wanted) {
      return refuse(`${name}: is ${architecture}, and the kernels are for ${wanted}; leave ${name} out`);
    }
    return one;
  });
}
