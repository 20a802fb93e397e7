import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

/** The command that kvm.sh writes on x86, for a guest in `folder`. */
export const kvmCommand = (folder: string, kernel = `${folder}/bzImage`) =>
  `qemu-system-x86_64 -enable-kvm -display none -no-reboot -smp 1 -net none -machine q35,accel=kvm -cpu kvm64 -serial file:${folder}/console.log -m 512 -kernel ${kernel} -append "debug_boot_weak_hash panic=-1 console=ttyS0 rcutorture.shutdown_secs=20"`;

/** A console that says that all went well. */
export const goodConsole = [
  "[    0.000000] Linux version 6.12.0 (x)",
  "[    1.000000] rcu-torture:--- Start of test: nreaders=1 stat_interval=15",
  "[   15.000000] rcu-torture: rtc: 00000000 ver: 200 tfle: 0 rta: 201 rtaf: 0 rtf: 190 rtmbe: 0",
  "[   20.000000] rcu-torture: Reader Pipe:  100 1 0 0 0 0 0 0 0 0 0",
  "[   20.000000] rcu-torture: Reader Batch:  100 1 0 0 0 0 0 0 0 0 0",
  "[   20.500000] rcu-torture:--- End of test: SUCCESS: nreaders=1 stat_interval=15",
  "[   20.600000] reboot: Power down",
  "",
].join("\n");

/** A run directory in kvm.sh's layout with two guests of one scenario, as somebody else may leave it. */
export function makeRun(path: string): string {
  const file = (name: string, text: string) => writeFileSync(join(path, name), text);
  mkdirSync(join(path, "TINY01"), { recursive: true });
  mkdirSync(join(path, "TINY01.2"));
  file("torture_suite", "rcu\n");
  file("scenarios", "1.  TINY01 TINY01.2\n");
  file("batches", "1 TINY01 1\n1 TINY01.2 1\n# cpus=2\n");
  file("testid.txt", "Current commit: 0123456789012345678901234567890123456789\nnothing to commit\n");
  file("TINY01/bzImage", "a kernel");
  file("TINY01/vmlinux", "its symbols");
  file("TINY01/.config", "CONFIG_SMP=n\n");
  file("TINY01/ConfigFragment", "CONFIG_SMP=n\n");
  file("TINY01/Make.out", "  CC      init/main.o\n");
  file("TINY01/builtkernel", "");
  for (const guest of ["TINY01", "TINY01.2"]) {
    const folder = join(path, guest);
    file(`${guest}/qemu-cmd`, `${kvmCommand(folder, join(path, "TINY01/bzImage"))}\n# seconds=20\n`);
    file(`${guest}/console.log`, goodConsole);
    file(`${guest}/qemu-retval`, "0\n");
  }
  return path;
}

type Oddity = (path: string, outside: string) => void | Promise<void>;

/** What may lie where a file is expected. Each puts itself at `path`; `outside` is a file that is not the run's. */
export const oddities: Readonly<Record<string, Oddity>> = {
  "a FIFO": (path) => void execFileSync("mkfifo", [path]),
  "a link to a FIFO": (path) => {
    execFileSync("mkfifo", [`${path}.pipe`]);
    symlinkSync(`${path}.pipe`, path);
  },
  "a link that leaves": (path, outside) => symlinkSync(outside, path),
  "a link to a device": (path) => symlinkSync("/dev/zero", path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a folder": (path) => mkdirSync(path),
  "a socket": async (path) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(`${path}.s`, resolve));
    // Node removes the socket's name when it is closed; another name stays.
    renameSync(`${path}.s`, path);
    await new Promise((resolve) => server.close(resolve));
  },
  "a file of a terabyte": (path) => {
    writeFileSync(path, "");
    truncateSync(path, 2 ** 40);
  },
};

/** Puts an oddity in the place of a file of a run directory. */
export async function spoil(path: string, oddity: Oddity, outside: string): Promise<void> {
  rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  await oddity(path, outside);
}
