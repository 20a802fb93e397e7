import { shellWords, substitute } from "./words.ts";

/** One call of `kvm.sh` by the tree's `srcu_lockdep.sh`. */
export interface LockdepCall {
  /** Name of its run directory: `1001`, `0xf`. */
  readonly name: string;
  /** Behind `kvm.sh`, complete. */
  readonly args: readonly string[];
  /** The kernel must complain, and fails where it does not. */
  readonly mustFail: boolean;
}

interface Loop {
  readonly variable: string;
  readonly values: readonly string[];
}

/** What a value comes to: `$((d*1000+t*10+c))`. */
function sumOfProducts(expression: string, variables: Readonly<Record<string, string>>): string {
  const terms = expression.split("+").map((term) =>
    term
      .split("*")
      .map((factor) => Number(variables[factor] ?? factor))
      .reduce((product, factor) => product * factor, 1),
  );
  return String(terms.reduce((sum, term) => sum + term, 0));
}

function combinations(loops: readonly Loop[]): Record<string, string>[] {
  return loops.reduce<Record<string, string>[]>(
    (all, { variable, values }) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [variable]: value }))),
    [{}],
  );
}

/** The calls that a tree's `srcu_lockdep.sh` makes, in its order, and which of them must fail. */
export function readSrcuLockdep(text: string): LockdepCall[] {
  const calls: LockdepCall[] = [];
  let loops: Loop[] = [];
  let formula: string | undefined;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const [, tabs = "", variable = "", values = ""] = /^(\t*)for (\w+) in (.+)$/.exec(line) ?? [];
    if (variable !== "") loops = [...loops.slice(0, tabs.length), { variable, values: values.split(" ") }];
    if (line === "done") [loops, formula] = [[], undefined];
    formula = /^\t+val=\$\(\(([\w*+]+)\)\)$/.exec(line)?.[1] ?? formula;
    const args = /^\t+\S*bin\/kvm\.sh (.*?)(?: > .*)?$/.exec(line)?.[1];
    if (args === undefined) continue;
    const rest = lines.slice(index, lines.indexOf("done", index));
    const expectation = rest.flatMap((one) => {
      const found = /^\t+if test "\$(\w+)" (=|-ne) (\S+) && test "\$ret" -eq 0$/.exec(one);
      return found ? [found] : [];
    })[0];
    for (const variables of combinations(loops)) {
      const name = formula === undefined ? (variables.val ?? "") : sumOfProducts(formula, variables);
      const [, tested = "", operator, value] = expectation ?? [];
      const equal = variables[tested] === value;
      calls.push({
        name,
        args: shellWords(args).map((word) => substitute(word, { ...variables, val: name })),
        mustFail: expectation !== undefined && (operator === "=" ? equal : !equal),
      });
    }
  }
  return calls;
}
