/** Values of qemu options: `word,name=value,…`, where the first word may stand for a name. */

/** The same value with one property changed, where it is there. */
export function withProperty(value: string, name: string, change: (old: string) => string): string {
  return value
    .split(",")
    .map((part) => (part.startsWith(`${name}=`) ? `${name}=${change(part.slice(name.length + 1))}` : part))
    .join(",");
}

/** CPUs that a `-smp` value gives the guest at its start: `8`, `cpus=8,maxcpus=16`, `cores=2,threads=4`. */
export function smpCpus(value: string): number {
  const parts = value.split(",").map((part, i) => (i === 0 && !part.includes("=") ? `cpus=${part}` : part));
  const numbers = new Map(
    parts.map((part) => {
      const [name = "", number = ""] = part.split("=");
      return [name, Number(number)] as const;
    }),
  );
  const cpus = numbers.get("cpus");
  if (cpus !== undefined && cpus > 0) return cpus;
  const levels = ["drawers", "books", "sockets", "dies", "clusters", "cores", "threads"];
  const product = levels.reduce((total, level) => total * (numbers.get(level) || 1), 1);
  return Math.max(1, product);
}

const units: Readonly<Record<string, number>> = { "": 20, K: 10, M: 20, G: 30, T: 40, B: 0 };

/** Bytes that a `-m` value asks for: `512`, `2G`, `size=2G,slots=3`. Undefined: none that we understand. */
export function memoryBytes(value: string): number | undefined {
  const size = value.split(",").find((part) => part.startsWith("size=")) ?? value.split(",")[0] ?? "";
  const match = /^(?:size=)?(\d+(?:\.\d+)?)([KMGTB]?)$/i.exec(size);
  const shift = units[(match?.[2] ?? "").toUpperCase()];
  return match && shift !== undefined ? Number(match[1]) * 2 ** shift : undefined;
}

/** Bytes that the last `-m` of a command asks for. */
export function optionMemory(argv: readonly string[]): number | undefined {
  const at = argv.lastIndexOf("-m");
  const value = at < 0 ? undefined : argv[at + 1];
  return value === undefined ? undefined : memoryBytes(value);
}
