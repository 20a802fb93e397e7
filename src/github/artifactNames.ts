import { hash } from "node:crypto";
import { isRecord, planPrefix } from "../storage/store.ts";

/** How much of a key's digest stands in an artifact's name. The key itself is in the manifest, compared in full. */
const digestLength = 16;

const symbols = "symbols-";
const scripts = "scripts-";

/** `kernel-TREE03-adc218676eef-0123456789abcdef-attempt1.tar.zst`: a person finds the kernel of a commit by it. */
export interface ArtifactNaming {
  readonly key: string;
  readonly scenario: string;
  /** Hexadecimal id of the kernel's commit. */
  readonly commit?: string | undefined;
  /** GITHUB_RUN_ATTEMPT. Names are unique in a run, over all its attempts. */
  readonly attempt: number;
  /** 1-based: a name whose upload failed at its end can never be used again in this run. */
  readonly trial: number;
}

export function artifactName({ key, scenario, commit, attempt, trial }: ArtifactNaming): string {
  const what = key.startsWith(symbols) ? "vmlinux" : "kernel";
  const build = [what, scenario, commit?.slice(0, 12) ?? "unknown"];
  // Who asks for the records of a workflow run does not know their keys: those stand in the name.
  const record = key.startsWith(planPrefix) ? [key] : ["record", key];
  const about = isRecord(key) ? record : key.startsWith(scripts) ? ["torture-scripts"] : build;
  const parts = [...about, digestOf(key), `attempt${attempt}`];
  const name = parts.map((part) => part.replaceAll(/[^\w.-]/g, "_")).join("-");
  return `${name}${trial > 1 ? `-${trial}` : ""}.tar.zst`;
}

/** May this artifact hold the entry of this key? (Whether it does, its manifest says.) */
export function mayHold(name: string, key: string): boolean {
  const match = /-([0-9a-f]{16})-attempt\d+(?:-\d+)?\.tar\.zst$/.exec(name);
  return match?.[1] === digestOf(key);
}

/** The key of the record that an artifact is named after. */
export function recordKeyIn(name: string): string | undefined {
  const key = /^(?:record-)?(rcutorture-.+)-[0-9a-f]{16}-attempt\d+(?:-\d+)?\.tar\.zst$/.exec(name)?.[1];
  return key !== undefined && mayHold(name, key) ? key : undefined;
}

function digestOf(key: string): string {
  return hash("sha256", key).slice(0, digestLength);
}
