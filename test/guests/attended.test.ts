import { expect, test } from "vitest";
import { attendedArgv } from "../../src/guests/attended.ts";

const console = "/r/TINY01/console.log";
const argv = ["qemu-system-x86_64", "-nographic", "-serial", `file:${console}`, "-append", "a=1"] as const;

test("a guest for gdb is stopped, and reachable from this machine alone; its addresses are those of vmlinux", () => {
  expect(attendedArgv([...argv], console, { gdbPort: 1234, terminal: false })).toEqual([
    ...["qemu-system-x86_64", "-nographic", "-serial", `file:${console}`, "-append", "a=1 nokaslr"],
    ...["-gdb", "tcp:127.0.0.1:1234", "-S"],
  ]);
});

test("what kvm.sh --gdb has made is not doubled", () => {
  const made = [...argv.slice(0, 5), "nokaslr a=1", "-s", "-S"] as unknown as [string, ...string[]];
  expect(attendedArgv(made, console, { gdbPort: 4711, terminal: false })).toEqual([
    ...[...argv.slice(0, 5), "nokaslr a=1"],
    ...["-gdb", "tcp:127.0.0.1:4711", "-S"],
  ]);
});

test("a guest on the terminal writes its console to the file, too", () => {
  const odd = "/r,1/TINY01/console.log";
  const there = argv.map((word) => word.replace(console, odd)) as unknown as [string, ...string[]];
  expect(attendedArgv(there, odd, { terminal: true })).toEqual([
    ...["qemu-system-x86_64", "-nographic", "-serial", "chardev:console", "-append", "a=1"],
    "-chardev",
    "stdio,id=console,mux=on,signal=off,logfile=/r,,1/TINY01/console.log,logappend=off",
    ...["-mon", "chardev=console,mode=readline"],
  ]);
});
