import type { Recipe } from "./recipe.ts";

/** kernel/rcu/rcutorture.c, kernel/locking/locktorture.c, kernel/scftorture.c: `!!!` and `End of test`. */
export const tortureFailure: readonly Recipe[] = [
  {
    begins: /^(?<type>[\w-]+-torture|scftorture|\w*torture):.*End of test: FAILURE/,
    title: "{type}: End of test: FAILURE",
    start: "none",
    oneLine: true,
  },
  {
    begins:
      /(?:^|\s)(?<type>[\w-]{1,40}-(?:torture|scale)|scftorture|scf_torture|\w{0,40}torture\w{0,40})\b.*?!!!/,
    title: "{type}: !!! errors counted",
    start: "none",
    oneLine: true,
  },
  {
    begins: /\bFail: \d+ +!!!/,
    title: "locktorture: !!! failures counted",
    start: "none",
    oneLine: true,
  },
  {
    begins: /!!! *Reader Pipe:|^!!! *$/,
    title: "torture: !!! errors counted",
    start: "none",
    oneLine: true,
  },
];

export const hotplugFailure: readonly Recipe[] = [
  {
    begins: /End of test: (?<type>RCU|LOCK)_HOTPLUG/,
    title: "CPU-hotplug operations failed ({type}_HOTPLUG)",
    start: "none",
    oneLine: true,
  },
];
