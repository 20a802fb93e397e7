import { parse, YAMLParseError } from "yaml";
import * as z from "zod";
import { InputError, messageOf } from "../errors.ts";
import { type Architecture, architectures } from "./architectures.ts";

/** A set of equal runners, as the user describes it. */
export interface Pool {
  readonly name: string;
  /** What `runs-on` of its jobs says. */
  readonly labels: readonly string[];
  /** CPUs of one runner, or of each of the systems behind it. */
  readonly cpus: number;
  /** Bytes for guests on one runner, or on each system; absent: never in the way. */
  readonly memory?: number;
  /** Runners that may work at the same time. */
  readonly count: number;
  readonly kvm: boolean;
  readonly architecture: Architecture;
  /** Minutes that one job may take. */
  readonly minutes: number;
  /** Systems that its one runner reaches by ssh and that run the guests instead of it. */
  readonly systems: readonly string[];
  /** It builds kernels too. */
  readonly builds: boolean;
}

/** GitHub's limits of a job: 6 hours on its own runners, 5 days on self-hosted ones. */
const hostedMinutes = 6 * 60;
const selfHostedMinutes = 5 * 24 * 60;

const bytesPer = { M: 2 ** 20, MB: 2 ** 20, G: 2 ** 30, GB: 2 ** 30, T: 2 ** 40, TB: 2 ** 40 } as const;

/** What each field must be: the end of the sentence "… is X; it must be …". */
const rules: Readonly<Record<string, string>> = {
  name: "a name of letters, digits, - _ and .",
  labels: "a label or a list of labels, as runs-on takes them",
  cpus: "a whole number from 1 to 65536",
  memory: "a size with its unit, such as 16G or 512M",
  count: "a whole number from 1 to 10000",
  kvm: "true or false",
  architecture: `one of ${architectures.join(", ")}`,
  minutes: `a whole number from 1 to ${selfHostedMinutes}`,
  systems: "names of systems, as a list or separated by spaces",
  builds: "true or false",
};

const words = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === "string" ? given.split(/[\s,]+/) : given).filter(Boolean));

const size = z
  .string()
  .regex(/^[1-9]\d{0,9}(?:[MGT]B?)$/)
  .transform((text) => {
    const [, number = "", unit = ""] = /^(\d+)(\w+)$/.exec(text) ?? [];
    return Number(number) * bytesPer[unit as keyof typeof bytesPer];
  });

const poolSchema = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}$/),
  labels: words.refine((labels) => labels.length > 0),
  cpus: z.int().min(1).max(65536),
  memory: size.optional(),
  count: z.int().min(1).max(10000).default(1),
  kvm: z.boolean().optional(),
  architecture: z.enum(architectures).default("x86_64"),
  minutes: z.int().min(1).max(selfHostedMinutes).optional(),
  systems: words.default([]),
  builds: z.boolean().default(false),
});

function read(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, prettyErrors: true, uniqueKeys: true });
  } catch (error) {
    const message = error instanceof YAMLParseError ? (error.message.split("\n")[0] ?? "") : messageOf(error);
    throw new InputError(`pools: this is neither YAML nor JSON: ${message.replace(/:$/, "")}`);
  }
}

/** Entries with how to speak of them; a mapping gives each its name. */
function entriesOf(given: unknown): { readonly where: string; readonly value: unknown }[] {
  if (Array.isArray(given)) {
    return given.map((value: unknown, index) => {
      const name: unknown =
        typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
      return { where: typeof name === "string" ? `"${name}"` : `entry ${index + 1}`, value };
    });
  }
  if (typeof given !== "object" || given === null) {
    throw new InputError("pools: a list of pools is needed, each with at least name, labels and cpus.");
  }
  return Object.entries(given).map(([name, value]: [string, unknown]) => ({
    where: `"${name}"`,
    value: typeof value === "object" && value !== null && !("name" in value) ? { name, ...value } : value,
  }));
}

function complain(where: string, value: unknown, issue: z.core.$ZodIssue): InputError {
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return new InputError(
      `pools: ${where}: ${keys} is not known; a pool has ${Object.keys(rules).join(", ")}.`,
    );
  }
  const field = String(issue.path[0] ?? "");
  const rule = rules[field];
  if (rule === undefined)
    return new InputError(`pools: ${where} is not a pool: it needs name, labels and cpus.`);
  const own = Object.entries(value as Record<string, unknown>).find(([key]) => key === field);
  if (!own || own[1] === undefined)
    return new InputError(`pools: ${where}: ${field} is missing; it must be ${rule}.`);
  return new InputError(`pools: ${where}: ${field} is ${JSON.stringify(own[1])}; it must be ${rule}.`);
}

function poolOf(where: string, value: unknown): Pool {
  const parsed = poolSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw issue ? complain(where, value, issue) : new InputError(`pools: ${where} is not a pool.`);
  }
  const { memory, kvm, minutes, ...rest } = parsed.data;
  const hosted = !rest.labels.includes("self-hosted");
  const most = hosted ? hostedMinutes : selfHostedMinutes;
  if ((minutes ?? 0) > most && hosted) {
    throw new InputError(
      `pools: ${where}: minutes is ${minutes}; a job on a hosted runner may take ${most} ` +
        `(for machines of your own add the label self-hosted).`,
    );
  }
  if (rest.systems.length > 0 && rest.count > 1) {
    throw new InputError(
      `pools: ${where}: count is ${rest.count}; with systems it must be 1, as two runners would drive the same systems.`,
    );
  }
  if (new Set(rest.systems).size < rest.systems.length) {
    throw new InputError(`pools: ${where}: systems names one twice: ${rest.systems.join(" ")}.`);
  }
  return {
    ...rest,
    ...(memory !== undefined && { memory }),
    kvm: kvm ?? rest.architecture === "x86_64",
    minutes: minutes ?? most,
  };
}

/**
 * Pools from the text of one input, YAML or JSON: a list of pools, or a mapping from name to pool.
 *
 * @throws InputError naming the pool, the field, the value and what is allowed
 */
export function parsePools(text: string): Pool[] {
  const pools = entriesOf(read(text)).map(({ where, value }) => poolOf(where, value));
  if (pools.length === 0) throw new InputError("pools: the list is empty; name at least one pool.");
  const names = new Set<string>();
  const systems = new Set<string>();
  for (const pool of pools) {
    if (names.has(pool.name))
      throw new InputError(`pools: "${pool.name}" appears twice; names must be unique.`);
    names.add(pool.name);
    for (const system of pool.systems) {
      if (systems.has(system)) {
        throw new InputError(`pools: "${pool.name}": system ${system} belongs to another pool already.`);
      }
      systems.add(system);
    }
  }
  return pools;
}
