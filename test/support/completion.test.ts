import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseCommandLine } from "../../src/inputs/commandLine.ts";
import { renderCompletion, shells } from "../../src/inputs/completion.ts";
import { renderHelp } from "../../src/inputs/help.ts";
import { inputTable } from "../../src/inputs/table.ts";

const scratch = mkdtempSync(join(tmpdir(), "completion-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the shell itself offers at the end of a line, sorted. */
const offered = {
  bash(line: string): string[] {
    const script = `${renderCompletion("bash")}
      line=$1; COMP_WORDS=($line); [[ $line == *" " ]] && COMP_WORDS+=("")
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMPREPLY=(); compopt() { :; }; _rcutorture_action
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    return lines(execFileSync("bash", ["-c", script, "bash", line], { cwd: scratch, encoding: "utf8" }));
  },
  zsh(line: string): string[] {
    // Its completion needs a terminal: a shell in one, whose compadd notes what it is given.
    const [script, hits] = [join(scratch, "zsh"), join(scratch, "hits")];
    writeFileSync(hits, "");
    const setup = `PS1=; autoload -U compinit; compinit -u -D
      compadd() {
        if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
        typeset -a found; builtin compadd -A found "$@"; builtin compadd "$@"
        print -rl -- $found >> ${hits}
      }
      finished() { print over >> ${hits} }; comppostfuncs=(finished)
      ${renderCompletion("zsh")}`;
    writeFileSync(script, setup);
    const outer = `zmodload zsh/zpty; zpty z zsh -f -i
      zpty -w z 'source ${script}; bindkey "^I" list-choices; echo RE""ADY'
      zpty -r -m z seen '*READY*'
      zpty -w -n z $'${line}\\t'
      until grep -qx over ${hits}; do zpty -r -t z part; sleep 0.05; done`;
    execFileSync("zsh", ["-f", "-c", outer], { cwd: scratch, timeout: 60_000 });
    return lines(readFileSync(hits, "utf8"));
  },
  fish(line: string): string[] {
    const script = `${renderCompletion("fish")}\ncomplete -C '${line}'`;
    const text = execFileSync("fish", ["--no-config", "-c", script], { cwd: scratch, encoding: "utf8" });
    return lines(text).map((each) => each.split("\t")[0] ?? "");
  },
};

const lines = (text: string) => text.split("\n").filter(Boolean).sort();

describe.each(shells)("%s", (shell) => {
  const ask = offered[shell];

  test("offers the modes", () => {
    expect(ask("rcutorture-action ")).toEqual(
      expect.arrayContaining(["build", "completion", "help", "plan", "report", "run"]),
    );
  });

  test("offers every flag", () => {
    const flags = Object.keys(inputTable).filter((name) => name !== "mode");
    expect(ask("rcutorture-action run --")).toEqual(expect.arrayContaining(flags.map((name) => `--${name}`)));
  });

  test("offers the values of a choice, and the shells", () => {
    expect(ask("rcutorture-action run --accel ")).toEqual(expect.arrayContaining(["auto", "kvm", "tcg"]));
    expect(ask("rcutorture-action completion ")).toEqual(expect.arrayContaining([...shells]));
  });

  test("offers files where a path is wanted", () => {
    writeFileSync(join(scratch, "some-plan.json"), "{}");
    expect(ask("rcutorture-action run --plan some")).toEqual(expect.arrayContaining(["some-plan.json"]));
  });
});

test("the command line asks for a shell that is known", () => {
  expect(parseCommandLine(["completion", "zsh"])).toEqual({ kind: "completion", shell: "zsh" });
  expect(() => parseCommandLine(["completion", "csh"])).toThrow(
    'completion: "csh" is not a supported shell; give one of bash, zsh, fish.',
  );
});

test("help of a mode has the flags of this mode, and fits a terminal", () => {
  expect(parseCommandLine(["report", "--help"])).toEqual({ kind: "help", mode: "report" });
  expect(parseCommandLine(["help", "report"])).toEqual({ kind: "help", mode: "report" });
  expect(renderHelp("report")).toContain("--out");
  expect(renderHelp("report")).not.toContain("--jitter");
  for (const line of renderHelp().split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
});
