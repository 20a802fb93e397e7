import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { quote, quoteWord } from "../../src/systems/quote.ts";
import { remoteLine } from "../../src/systems/ssh/connection/remoteLine.ts";

/** What a real shell makes of a command line: the arguments of a program that prints them, NUL-separated. */
function throughShell(shell: string, argv: readonly string[]): string[] {
  const out = execFileSync(shell, ["-c", `${quote(["printf", "%s\\0", ...argv])}`], { encoding: "utf8" });
  return out.split("\0").slice(0, -1);
}

const nasty = [
  "",
  " ",
  "'",
  "''",
  "a'b",
  "\\",
  "\\'",
  "$HOME",
  "$(reboot)",
  "`id`",
  '"',
  "!x",
  "*",
  "~",
  "~root",
  "-n",
  "--",
  "a=b",
  "#",
  ";",
  "&",
  "|",
  "<>",
  "\n",
  "a\nb\n",
  "\t",
  "é☃🐧",
  "{a,b}",
  "rcutorture.shutdown_secs=5 console=ttyS0",
];

test.each(["sh", "bash"])("arguments survive %s", (shell) => {
  expect(throughShell(shell, nasty)).toEqual(nasty);
});

test.each(["sh", "bash", "tcsh", "bsd-csh", "fish"])(
  "a remote command survives the login shell %s",
  (shell) => {
    const script = `printf '%s\\0' "$@"\n# It's a comment! $x\nexit 3`;
    const long = "it's a long one! ".repeat(200);
    const command = { argv: ["sh", "-c", script, "sh", ...nasty, long], env: { A: "b'\n!" } } as const;
    const { status, stdout } = spawnSync(shell, ["-c", remoteLine(command, "MARK", "become")], {
      encoding: "utf8",
    });
    expect(
      stdout
        .replace(/^MARK\n/, "")
        .split("\0")
        .slice(0, -1),
    ).toEqual([...nasty, long]);
    expect(status).toBe(3);
  },
);

test("any text survives sh", () => {
  const word = fc.string({
    unit: fc.constantFrom(..." '\"\\$`!*?~#;&|<>(){}[]=\n\tab-é".split("")),
    maxLength: 12,
  });
  const any = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(fc.oneof(word, any), { minLength: 1, maxLength: 20 }), (argv) => {
      expect(throughShell("sh", argv)).toEqual(argv);
    }),
    { numRuns: 150 },
  );
});

test("a program's name is never taken for an assignment", () => {
  expect(() => execFileSync("sh", ["-c", `${quote(["A=b"])} 2>/dev/null`])).toThrow();
});

test("plain words stay readable", () => {
  expect(quote(["tail", "-c", "+1", "/tmp/console.log"])).toBe("tail -c +1 /tmp/console.log");
  expect(quoteWord("it's")).toBe("'it'\\''s'");
});

test("a NUL is refused", () => {
  expect(() => quote(["a\0b"])).toThrow(RangeError);
});
