import { InputError } from "../errors.ts";

/** What changes in a `qemu-cmd` file when its guest runs again elsewhere. */
export interface Transformation {
  /** Absolute path of the kernel image in the new run directory. */
  readonly image: string;
  /** Absolute path of the new console log. */
  readonly console: string;
  /** The new run directory, where the jitter scripts keep their files. */
  readonly jitterDirectory: string;
  /** New duration in seconds; absent: as before. */
  readonly seconds?: number | undefined;
  /** New `--shutdown-grace` in seconds; absent: as before. */
  readonly grace?: number | undefined;
  /** New memory of the guest, as qemu takes it; absent: as before. */
  readonly memory?: string | undefined;
  /** Boot parameters that replace those of the same name and are added at the end. */
  readonly bootargs?: readonly string[] | undefined;
}

/** What a shell that reads the file (the kernel's own scripts do) would act on. */
const unfit = /[\s"'`$;&|<>(){}\\]/;

const nameOf = (parameter: string) => parameter.replace(/=.*$/, "");

function transformAppend(words: readonly string[], change: Transformation): string {
  const replaced = new Set((change.bootargs ?? []).map(nameOf));
  const kept = words
    .filter((word) => !replaced.has(nameOf(word)))
    .map((word) =>
      change.seconds === undefined ? word : word.replace(/(\.shutdown_secs=)\d*$/, `$1${change.seconds}`),
    );
  return [...kept, ...(change.bootargs ?? [])].join(" ");
}

function transformCommand(line: string, change: Transformation): string {
  const quoted = /^(.*\s-append\s+)"([^"]*)"(.*)$/.exec(line);
  const bare = quoted ? null : /^(.*\s-append\s+)(\S+)(.*)$/.exec(line);
  const [, head = line, append = "", tail = ""] = quoted ?? bare ?? [];
  const options = (text: string) =>
    text
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word, i, all) => {
        if (all[i - 1] === "-serial") return `file:${change.console}`;
        if (all[i - 1] === "-m" && change.memory !== undefined) return change.memory;
        return all[i - 1] === "-kernel" ? change.image : word;
      })
      .join(" ");
  if (!quoted && !bare) return options(line);
  const parameters = transformAppend(
    append.split(/\s+/).filter((word) => word !== ""),
    change,
  );
  return [options(head), `"${parameters}"`, options(tail)].filter((part) => part !== "").join(" ");
}

function transformSetting(line: string, change: Transformation): string {
  if (line.startsWith("# seconds=") && change.seconds !== undefined) return `# seconds=${change.seconds}`;
  if (line.startsWith("# TORTURE_SHUTDOWN_GRACE=") && change.grace !== undefined) {
    return `# TORTURE_SHUTDOWN_GRACE=${change.grace}`;
  }
  const words = line.split(/\s+/);
  if (line.startsWith("# TORTURE_JITTER_START=")) {
    const [, , , threads = "", , seconds = "", end = ""] = words;
    return `# TORTURE_JITTER_START=". jitterstart.sh ${threads} ${change.jitterDirectory} ${seconds} ${end}`;
  }
  if (line.startsWith("# TORTURE_JITTER_STOP=")) {
    return `# TORTURE_JITTER_STOP=". jitterstop.sh  ${change.jitterDirectory} ${words[4] ?? ""}`;
  }
  return line;
}

/**
 * A `qemu-cmd` file for the same guest in a new run directory, as `kvm-transform.sh` writes it; where we differ
 * on purpose stands in docs/again.md.
 * @throws InputError for paths and boot parameters with characters that the file's format cannot hold.
 */
export function transformQemuCmd(text: string, change: Transformation): string {
  for (const path of [change.image, change.console, change.jitterDirectory]) {
    if (unfit.test(path)) {
      throw new InputError(
        `rundir: "${path}" has white space or shell characters, which qemu-cmd files cannot hold; choose another.`,
      );
    }
  }
  for (const word of change.bootargs ?? []) {
    if (unfit.test(word)) {
      throw new InputError(
        `bootargs: "${word}" has shell characters, which qemu-cmd files cannot hold; leave it out.`,
      );
    }
  }
  const hasGrace = change.grace === undefined || /^# TORTURE_SHUTDOWN_GRACE=/m.test(text);
  const whole = hasGrace ? text : `${text.replace(/\n*$/, "\n")}# TORTURE_SHUTDOWN_GRACE=\n`;
  return whole
    .split("\n")
    .map((line) => {
      if (line.trim() === "") return line;
      return line.startsWith("#") ? transformSetting(line, change) : transformCommand(line, change);
    })
    .join("\n");
}
