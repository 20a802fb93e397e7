/** Something that is missing on a machine, and the packages that bring it. */
export interface Missing {
  /** What people call it: a program's name, or a few words. */
  readonly name: string;
  /** Package of Debian and Ubuntu, of Fedora; undefined: none that we know has it. */
  readonly apt: string | undefined;
  readonly dnf: string | undefined;
}

export type PackageManager = "apt" | "dnf";

/**
 * Only plain names: `apt-get install gcc-` removes gcc, `gcc/sid` and `gcc=1` choose versions, `./gcc` is a file.
 * Names come from inputs, too (`CC=...`).
 */
const plainName = /^[a-z0-9][a-z0-9.+-]*[a-z0-9+]$/;

/** Packages that bring what is missing, each once; what no package brings is left out. */
export function packagesOf(missing: readonly Missing[], manager: PackageManager): string[] {
  const names = missing.map((one) => one[manager]);
  return [...new Set(names.filter((name) => name !== undefined && plainName.test(name)))] as string[];
}

/** `Debian, Ubuntu: apt-get install -y flex bison. Fedora: dnf install -y flex bison.` */
export function howToInstall(missing: readonly Missing[]): string {
  return [
    ["Debian, Ubuntu: apt-get install -y", packagesOf(missing, "apt")] as const,
    ["Fedora: dnf install -y", packagesOf(missing, "dnf")] as const,
  ]
    .filter(([, packages]) => packages.length > 0)
    .map(([words, packages]) => `${words} ${packages.join(" ")}.`)
    .join(" ");
}
