/** What a comparison of one re-run knows. */
export interface Compared {
  /** Boot parameters that the re-run adds, in the order given. */
  readonly added: readonly string[];
  /** File name of the old run's kernel image. */
  readonly image: string;
}

type Words = readonly string[];

/** Changes the words between the quotes behind `-append`. */
function inAppend(text: string, change: (words: string) => string): string {
  return text.replace(/^(.* -append ")([^"]*)(")/m, (_, head, words, tail) => head + change(words) + tail);
}

const sorted = (words: Words) => [...words].sort().join(" ");

/**
 * All intended differences between our `qemu-cmd` files and those of `kvm-again.sh`, each as the change that makes
 * its file ours. The names are rows of the table in docs/again.md, where the reasons stand.
 */
export const commandDifferences: Readonly<Record<string, (text: string, compared: Compared) => string>> = {
  "A replaced parameter leaves no blank behind": (text) =>
    inAppend(text, (words) => words.replace(/ +/g, " ").trim()),

  "Boot parameters are added in the order given": (text, { added }) =>
    inAppend(text, (line) => {
      const words = line.split(" ");
      const tail = words.slice(words.length - added.length);
      // Only the order may differ: other words, or the same elsewhere, stay and make the comparison fail.
      return sorted(tail) === sorted(added)
        ? [...words.slice(0, -added.length || undefined), ...added].join(" ")
        : line;
    }),

  "The image keeps its name (`Image`, `vmlinux`)": (text, { image }) =>
    text.replace(/( -kernel \S+\/)bzImage /, (_, head) => `${head}${image} `),
};

/** `kvm-again.sh`'s file as ours is meant to be, to the byte. */
export function asOurs(text: string, compared: Compared): string {
  return Object.values(commandDifferences).reduce((result, change) => change(result, compared), text);
}

/** Differences in what else lies in the new run directory and in the old one, each with a test of its own. */
export const otherDifferences = [
  "The old run stays as it is",
  "Boot parameters go inside the quotes, also when qemu arguments follow (`--gdb`)",
  "Only what a build made is brought along",
  "`bin/` is not copied beside the run directory",
  "`re-run` names the run that built the kernels",
  "Batches are packed for the machine that runs",
  "The default place is beside the old run",
] as const;
