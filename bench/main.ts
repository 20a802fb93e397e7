/**
 * `npm run bench [-- WORD …]`: what this project costs beside what a user would use instead, both measured in
 * turn in one run. Figures are printed, never asserted: they are as good as the machine is quiet.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { again } from "./again.ts";
import { cpu, overhead } from "./overhead.ts";
import { pools } from "./pools.ts";
import { repeat } from "./repeat.ts";
import { report } from "./report.ts";
import { runScript, scripts } from "./scripts.ts";
import { start } from "./start.ts";
import { type Bench, figuresAsData, renderFigures } from "./support/figures.ts";
import { controller, eightSystems, mixedSystems, twoSystems } from "./systems.ts";
import { torture } from "./torture.ts";
import { quickSets, tortureSets } from "./tortureSets.ts";
import { warm } from "./warm.ts";

const here: readonly Bench[] = [
  start,
  overhead,
  cpu,
  again,
  warm,
  repeat,
  report,
  pools,
  torture,
  quickSets,
  tortureSets,
];
const there: readonly Bench[] = [twoSystems, eightSystems, mixedSystems, controller];
const benches: readonly Bench[] = [...here, ...there];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    boots: { type: "string", default: "6" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

function count(name: "rounds" | "boots"): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name}: "${values[name]}" is no positive number`);
  return number;
}

const load = () =>
  `load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(" ")}`;

function help(): void {
  console.log("npm run bench -- [--rounds N] [--boots N] [--json FILE] [WORD …]\n");
  for (const { name, about } of [...benches, ...scripts]) console.log(`  ${name.padEnd(9)} ${about}`);
  console.log(
    "\n--rounds: measurements of each side (3); --boots: guests of `repeat` (6; the goal speaks of 20).",
  );
}

async function main(): Promise<void> {
  const known = [...benches, ...scripts].map(({ name }) => name);
  const unknown = positionals.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no bench; there are ${known.join(", ")}`);
  const chosen = ({ name }: { readonly name: string }) =>
    positionals.length === 0 || positionals.includes(name);
  const options = {
    rounds: count("rounds"),
    boots: count("boots"),
    note: (line: string) => console.log(line),
  };
  const data: unknown[] = [];
  console.log(`${cpus().length} CPUs, Node ${process.versions.node}, ${load()}`);
  for (const bench of benches.filter(chosen)) {
    console.log(`\n## ${bench.name}: ${bench.about}`);
    const before = loadavg();
    const figures = await bench.run(options);
    console.log(`${renderFigures(figures)}\n(${load()})`);
    data.push({ bench: bench.name, load: { before, after: loadavg() }, figures: figuresAsData(figures) });
  }
  for (const script of scripts.filter(chosen)) {
    console.log(`\n## ${script.name}: ${script.about}`);
    const before = loadavg();
    const text = await runScript(script);
    data.push({ bench: script.name, load: { before, after: loadavg() }, text });
  }
  if (values.json !== undefined) {
    const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.versions.node };
    writeFileSync(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), machine, benches: data }, null, 2)}\n`,
    );
  }
}

if (values.help) help();
else await main();
