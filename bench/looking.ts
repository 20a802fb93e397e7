import { seeded } from "../test/statistics/random.ts";
import { claimsAbout, everWrong, wronglyFixed } from "./support/looking.ts";

/**
 * `npm run bench -- looking`: how often a claim made at 95 % is wrong when one looks after every run and stops when one
 * likes. `runs` and `hours` are what `until` uses, one bound; `fixed sample` are the usual exact intervals, both bounds.
 */
const times = 10_000;
const rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9];

const percent = (share: number) => `${(share * 100).toFixed(1).padStart(5)} %`;

console.log(`Wrong claims at 95 %, ${times} times, looked at after each of 50/p runs (before a fix: 5/p)`);
console.log("     p  fixed sample    runs: low    high   hours: low    high   fixed (runs)  (hours)");
let worst = 0;
for (const probability of rates) {
  const random = seeded(Math.round(probability * 1e6));
  const runs = Math.ceil(50 / probability);
  const claims = claimsAbout(probability);
  const usual = everWrong(random, probability, runs, times, claims["fixed sample"]);
  const ofRuns = everWrong(random, probability, runs, times, claims.runs);
  const hourly = everWrong(random, probability, runs, times, claims.hours);
  const before = Math.ceil(5 / probability);
  const fixed = (["runs", "hours"] as const).map((unit) =>
    wronglyFixed(random, probability, before, times, unit),
  );
  const ours = [ofRuns.tooLow, ofRuns.tooHigh, hourly.tooLow, hourly.tooHigh, ...fixed];
  worst = Math.max(worst, ...ours);
  const [a = "", b = "", c = "", d = "", e = "", f = ""] = ours.map(percent);
  const both = percent(usual.tooLow + usual.tooHigh);
  console.log(
    `${String(probability).padStart(6)}      ${both}       ${a} ${b}       ${c} ${d}        ${e} ${f}`,
  );
}
console.log(
  `Largest share of ours: ${percent(worst).trim()} (5.0 % allowed; ${times} times give or take 0.4)`,
);
