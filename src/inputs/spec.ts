import type { Jitter } from "../contracts/jitter.ts";
import type { Budget, Question } from "../contracts/question.ts";

/** Inputs that belong together, in `docs/inputs.md` and `--help`, with the modes that use them. */
export const inputGroups = {
  basics: { title: "What to run", modes: ["run", "build", "plan", "report", "baseline", "bisect", "issues"] },
  build: { title: "Building kernels", modes: ["run", "build", "plan", "bisect"] },
  guests: { title: "Guests", modes: ["run", "plan", "bisect"] },
  answers: { title: "Running until it is decided, comparing", modes: ["run", "bisect", "report"] },
  bisect: { title: "Finding the commit that broke it", modes: ["bisect"] },
  verdict: { title: "Verdict and reports", modes: ["run", "report", "baseline"] },
  systems: { title: "Guests on other machines", modes: ["run", "bisect"] },
  again: { title: "Running again without building", modes: ["run"] },
  issues: { title: "Issues for what fails at night", modes: ["issues"] },
  torture: { title: "All of torture.sh", modes: ["run", "plan"] },
  pools: { title: "Plans over runner pools", modes: ["plan", "build", "run", "report", "bisect"] },
} as const;

export type InputGroup = keyof typeof inputGroups;

/** What one input of the action (one flag of the command line) is, and what it belongs to. */
export type InputSpec = { readonly group: InputGroup } & KindOfInput;

type KindOfInput =
  | {
      readonly kind: "text" | "words" | "scenarios" | "path" | "lines";
      readonly default: string;
      readonly help: string;
    }
  /** Text of any form, line ends and all: a script, or a file's text. */
  | { readonly kind: "verbatim"; readonly default: ""; readonly help: string }
  | { readonly kind: "boolean"; readonly default: "true" | "false"; readonly help: string }
  | {
      readonly kind: "duration" | "seconds" | "memory" | "count" | "cpus" | "copies" | "jitter";
      readonly default: string;
      readonly help: string;
    }
  | { readonly kind: "question" | "budget"; readonly default: ""; readonly help: string }
  /** Above 50 and below 100; its value is the share. */
  | { readonly kind: "percent"; readonly default: string; readonly help: string }
  | { readonly kind: "secret"; readonly default: ""; readonly help: string }
  | {
      readonly kind: "choice";
      readonly choices: readonly string[];
      /** Other names that are allowed, too. */
      readonly open?: RegExp;
      readonly default: string;
      readonly help: string;
    };

/** The typed value of an input of a kind. An empty text, duration or memory is `undefined`: not given. */
export type ValueOf<S extends InputSpec> = S extends { kind: "choice"; open: RegExp }
  ? string
  : S extends { kind: "choice"; choices: readonly (infer C)[] }
    ? S extends { default: "" }
      ? C | undefined
      : C
    : S extends { kind: "boolean" }
      ? boolean
      : S extends { kind: "words" | "scenarios" | "lines" }
        ? readonly string[]
        : S extends { kind: "copies" }
          ? number | "fill"
          : S extends { kind: "cpus" }
            ? number | "auto"
            : S extends { kind: "jitter" }
              ? Jitter
              : S extends { kind: "question" }
                ? Question | undefined
                : S extends { kind: "budget" }
                  ? Budget | undefined
                  : S extends { kind: "duration" | "seconds" | "count" | "percent" }
                    ? S extends { default: "" }
                      ? number | undefined
                      : number
                    : S extends { default: "" }
                      ? string | undefined
                      : string;

type CamelCase<T extends string> = T extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : T;

/** A table of inputs, seen as the object that parsing it gives. */
export type TypedInputs<T extends Record<string, InputSpec>> = {
  readonly [K in keyof T & string as CamelCase<K>]: ValueOf<T[K]>;
};

/** `shutdown-grace` → `shutdownGrace`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
