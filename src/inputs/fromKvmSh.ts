import { markdownTable } from "markdown-table";
import { command } from "../repository.ts";
import { type Ours, type ScriptFlag, scriptFlags } from "./scriptFlags.ts";

const code = (text: string) => `\`${text}\``;
const cell = (text: string) => text.replaceAll("|", "\\|");

function theirs({ flags, takes }: ScriptFlag): string {
  return cell(flags.map((flag, i) => code(i === 0 && takes ? `${flag} ${takes}` : flag)).join(", "));
}

function oursOf(ours: Ours, { takes, note }: ScriptFlag): [here: string, note: string] {
  const more = note ?? "";
  if ("same" in ours) return ["the same", more];
  if ("mode" in ours) return [`mode ${code(ours.mode)}`, more];
  if ("instead" in ours) {
    const sentence = `${ours.instead.charAt(0).toUpperCase()}${ours.instead.slice(1)}.`;
    return ["-", [sentence, more].filter(Boolean).join(" ")];
  }
  const value = "value" in ours ? ours.value : takes === undefined ? "true" : "…";
  return [code(`${ours.input}: ${value}`), more];
}

function tableOf(flags: readonly ScriptFlag[]): string {
  const rows = flags.map((flag) => [theirs(flag), ...oursOf(flag.ours, flag).map(cell)]);
  return markdownTable([["Flag", "Input here", "Remark"], ...rows], { alignDelimiters: false });
}

/** `docs/from-kvm-sh.md`: for people who come from the kernel's scripts. */
export function renderFromKvmSh(): string {
  return [
    "# From kvm.sh",
    "",
    "<!-- Generated from src/inputs/scriptFlags.ts by `npm run generate`; do not edit. -->",
    "",
    "The inputs of the action and the flags of the command line follow `kvm.sh`. Command lines of the kernel's scripts can",
    "be typed as they are, with our command in front:",
    "",
    markdownTable(
      [
        ["With the scripts", "Here"],
        ['`kvm.sh --cpus 8 --configs "TREE03 2*SRCU-P"`', '`run --cpus 8 --configs "TREE03 2*SRCU-P"`'],
        ["`kvm.sh --buildonly ...`", "`build ...`"],
        ["`kvm.sh --dryrun sched ...`", "`plan --show sched ...`"],
        ["`kvm-again.sh OLDRUN ...`", "`run --again OLDRUN ...`"],
        ['`kvm-remote.sh "kvm1 kvm2" ...`', '`run --systems "kvm1 kvm2" ...`'],
        ['`kvm-remote.sh "kvm1 kvm2" OLDRUN ...`', '`run --systems "kvm1 kvm2" --again OLDRUN ...`'],
        ["`kvm-recheck.sh RUNDIR`", "`report RUNDIR`"],
        ['`kvm-series.sh "TREE01" v7.0..v7.1 ...`', "[a plan over pools](guide-matrix.md) with `commits`"],
        ["`torture.sh ...`", "`suites: torture`"],
      ],
      { alignDelimiters: false },
    ),
    "",
    `So \`${command} kvm-remote.sh "kvm1 kvm2" --cpus 8\` does what it says. A flag that has no`,
    "equal here is refused with what to write instead; a workflow takes only the inputs. What differs in running an old run",
    "again is in [Running again without building](again.md), and what the scripts of one kernel version do otherwise than those",
    "of another in [Kernel versions](kernel-versions.md).",
    "",
    "## kvm.sh",
    "",
    tableOf(scriptFlags["kvm.sh"]),
    "",
    "## kvm-again.sh",
    "",
    tableOf(scriptFlags["kvm-again.sh"]),
    "",
    "## kvm-remote.sh, kvm-series.sh",
    "",
    "They have no flags of their own; what follows their first words goes to `kvm.sh` or `kvm-again.sh`.",
    "",
    "## torture.sh",
    "",
    tableOf(scriptFlags["torture.sh"]),
    "",
  ].join("\n");
}
