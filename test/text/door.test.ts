import { PassThrough } from "node:stream";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { githubUi } from "../../src/github/ui.ts";
import type { Annotation } from "../../src/report/annotations.ts";
import { terminalUi } from "../../src/terminal.ts";
import {
  harmlessLine,
  harmlessText,
  longestLine,
  mostLines,
  printable,
  printableJson,
} from "../../src/text/door.ts";
import type { Ui } from "../../src/ui.ts";
import { controlsIn } from "../report/controls.ts";
import { obeyedCommands, runnerCommands } from "../support/runnerGrammar.ts";

/** Commands of both forms, whole and in pieces that come together again when something between them goes. */
const commandText = fc
  .record({
    name: fc.constantFrom(...runnerCommands),
    upper: fc.boolean(),
    old: fc.boolean(),
    inside: fc.constantFrom(
      "",
      "\0",
      "\u200b",
      "\u00ad",
      "\u001b[m",
      "\u009b0m",
      "\u001b]0;x\u0007",
      "\r",
      "\u2028",
      "\u202e",
      "\ufe0f",
      "\u{e0001}",
    ),
    properties: fc.constantFrom("", " name=systems", " file=a,line=1", " name=PATH;x=1"),
  })
  .map(({ name, upper, old, inside, properties }) => {
    const info = `${upper ? name.toUpperCase() : name}${properties}`;
    return old ? `#${inside}#${inside}[${info}]payload` : `:${inside}:${info}::payload`;
  });

const surroundings = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\v",
    "\f",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\u3000",
    "\ufeff",
  ),
  fc.constantFrom(
    "#",
    "##",
    "##[",
    ":",
    "::",
    "]",
    "%0A",
    "%0D",
    "%25",
    ",",
    ";",
    "\u001b",
    "\u009d",
    "\u0090",
    "\ud800",
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);

const outside = fc
  .array(fc.oneof(commandText, surroundings), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""));

/** What each method of a Ui is given, every text of it from outside. */
const methods: Readonly<Record<string, (ui: Ui, text: string) => void | Promise<void>>> = {
  info: (ui, text) => ui.info(text),
  warning: (ui, text) => ui.warning(text),
  error: (ui, text) => ui.error(text),
  folded: (ui, text) => ui.folded(text, text, text),
  annotate(ui, text) {
    const one = (level: Annotation["level"]) => ({
      level,
      title: text,
      message: text,
      file: text,
      line: 3,
      column: 4,
    });
    ui.annotate([one("error"), one("warning"), one("notice")]);
  },
  summary: (ui, text) =>
    ui.summary({ markdown: text, text: ({ style = (_, part) => part }) => `${style("red", text)}\n${text}` }),
  output: (ui, text) => ui.output("result", text),
};

/** Commands that the methods mean to give. */
const ours: Readonly<Record<string, readonly string[]>> = {
  warning: ["warning"],
  error: ["error"],
  folded: ["group", "endgroup"],
  annotate: ["error", "warning", "notice"],
  output: ["set-output"],
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** All that a Ui writes for one call, and what remains of it in files. */
async function written(kind: "runner" | "terminal" | "colour", use: (ui: Ui) => void | Promise<void>) {
  const chunks: string[] = [];
  const stream = () => {
    const one = new PassThrough();
    one.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
    return Object.assign(
      one,
      kind === "colour" ? { isTTY: true, columns: 80 } : {},
    ) as unknown as NodeJS.WriteStream;
  };
  if (kind !== "runner") {
    await use(terminalUi(stream(), stream()));
    return chunks.join("");
  }
  // Without their files, outputs leave as commands in the log: the toolkit's own fallback.
  vi.stubEnv("GITHUB_STEP_SUMMARY", "");
  vi.stubEnv("GITHUB_OUTPUT", "");
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => chunks.push(String(chunk)) > 0);
  try {
    await use(githubUi());
  } finally {
    spy.mockRestore();
  }
  return chunks.join("");
}

describe("the runner's grammar", () => {
  it.each([
    ["::error::x", "error"],
    ["  \u00a0::set-output name=a::b", "set-output"],
    ["WARNING: ##[save-state name=systems]{}", "save-state"],
    ["x ##[ADD-MASK]y", "add-mask"],
    ["done\r::stop-commands::t", "stop-commands"],
  ])("obeys %j", (line, name) => {
    expect(obeyedCommands(line)).toMatchObject([{ name }]);
  });

  it.each(["x ::error::y", "::nothing::x", "## [error]x", "##[error x", "::error:x"])(
    "does not obey %j",
    (line) => {
      expect(obeyedCommands(line)).toEqual([]);
    },
  );

  it("obeys nothing between stop-commands and its token", () => {
    expect(obeyedCommands("::stop-commands::t\n::error::a\n::t::\n::error::b")).toHaveLength(2);
  });
});

describe.each(["runner", "terminal", "colour"] as const)(
  "what leaves for a log through the Ui (%s)",
  (kind) => {
    it.each(Object.keys(methods))(
      "%s: holds no command and no control character that is not ours",
      async (name) => {
        await fc.assert(
          fc.asyncProperty(outside, async (text) => {
            const output = await written(kind, (ui) => methods[name]?.(ui, text));
            const expected = kind === "runner" ? (ours[name] ?? []) : [];
            expect(obeyedCommands(output).map((command) => command.name)).toEqual(expected);
            // The colours of ours, and line ends.
            const plain =
              kind === "colour" ? output.replaceAll("\u001b[31m", "").replaceAll("\u001b[39m", "") : output;
            expect(controlsIn(plain)).toEqual([]);
            expect(plain).not.toMatch(/[\u2028\u2029\u2066-\u2069\u200b]/);
          }),
          { numRuns: 150 },
        );
      },
    );
  },
);

describe("the door", () => {
  it("keeps what is readable", () => {
    expect(harmlessLine("WARNING: \u001b[1mrcu\u001b[0m é 漢字 😀\tx")).toBe("WARNING: rcu é 漢字 😀\tx");
    expect(harmlessText("a\r\nb\rc\n")).toBe("a\nb\nc");
  });

  it("takes out C1 controls as a terminal reads them, with their sequences", () => {
    const bytes = Buffer.from([
      0x61, 0xc2, 0x9b, 0x33, 0x31, 0x6d, 0x62, 0xc2, 0x9d, 0x30, 0x3b, 0x78, 0x07, 0x63,
    ]);
    expect(printable(bytes.toString())).toBe("abc");
  });

  it("lets a sequence without end hide nothing", () => {
    expect(printable("a\u001b]0;title of no end\nb")).toBe("a0;title of no end\nb");
  });

  it("cuts what is too long, and says by how much", () => {
    expect(harmlessLine("x".repeat(longestLine + 1000))).toBe(
      `${"x".repeat(longestLine)}… (1000 more characters)`,
    );
    expect(harmlessLine("x".repeat(10_000_000))).toMatch(/… \(9995904 more characters\)$/);
    expect(
      harmlessText("x\n".repeat(mostLines + 7))
        .split("\n")
        .at(-1),
    ).toBe("… (7 more lines)");
  });

  it("shows what is printable already as it is", () => {
    fc.assert(
      fc.property(outside, (text) => {
        expect(printable(printable(text))).toBe(printable(text));
        expect(harmlessLine(harmlessLine(text))).toBe(harmlessLine(text));
      }),
    );
  });

  it("loses nothing of JSON, and leaves nothing in it that a terminal obeys", () => {
    fc.assert(
      fc.property(outside, (text) => {
        const json = printableJson({ [text]: [text] }, 2);
        expect(JSON.parse(json)).toEqual({ [text]: [text] });
        expect(printable(json)).toBe(json);
      }),
    );
  });
});
