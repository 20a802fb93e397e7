/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Events of a Poisson process in one unit of time, counted by their gaps. */
export function poisson(random: () => number, mean: number): number {
  const gap = () => -Math.log1p(-random());
  let events = 0;
  for (let time = gap(); time < mean; time += gap()) events++;
  return events;
}

/** Failures in `runs` runs. */
export function binomial(random: () => number, runs: number, probability: number): number {
  let failures = 0;
  for (let i = 0; i < runs; i++) if (random() < probability) failures++;
  return failures;
}

/** A standard normal number (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log1p(-random())) * Math.cos(2 * Math.PI * random());
}
