import { hash } from "node:crypto";
import type { JobContext } from "../../../context.ts";
import { camelCase } from "../../../inputs/spec.ts";
import { type InputName, inputTable } from "../../../inputs/table.ts";
import { defaultText, inputText, inputTexts } from "../../../inputs/texts.ts";

/** Inputs that do not change what a run would show. */
const unimportant = [
  ...["rundir", "datestamp", "githubToken", "kernel", "cpus", "store", "rerun", "rerunCopies"],
  ...["good", "bad", "failure", "goodRate", "confidence", "budget", "prior", "firstParent", "observations"],
  ...["systems", "sshPrivateKey", "sshKnownHosts", "sshConfig", "unreachable", "systemTimeout", "relay"],
  ...["distributeCommand", "reserveCommand", "releaseCommand", "trustMake"],
  ...["pools", "probe", "prepare", "upload", "retentionDays", "killPrevious"],
];

/** What was asked: the same question, the same text, also in later versions, whose new inputs have their defaults. */
export function questionOf({ inputs }: Pick<JobContext, "inputs">, ...more: readonly string[]): string {
  const names = (Object.keys(inputTable) as InputName[]).filter(
    (name) => !unimportant.includes(camelCase(name)) && inputText(inputs, name) !== defaultText(name),
  );
  const asked = Object.entries(inputTexts(inputs, names)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hash("sha256", JSON.stringify([asked, more])).slice(0, 16);
}
