import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fitting, fitGuest } from "../../src/guests/fit.ts";

const tcg: Fitting = { accelerator: "tcg", architecture: "x86_64", cpus: 8 };
const kvm: Fitting = { ...tcg, accelerator: "kvm" };

/** What kvm.sh of 6.12 writes, without the paths. */
const fromScripts: [string, ...string[]] = [
  "qemu-system-x86_64",
  ..."-enable-kvm -display none -no-reboot -smp 2 -net none -machine q35,accel=kvm -cpu kvm64".split(" "),
  ..."-serial file:/run/TREE05/console.log -m 512 -kernel /run/TREE05/bzImage".split(" "),
  "-append",
  "panic=-1 console=ttyS0 -smp 99 rcutorture.shutdown_secs=20",
];

function values(argv: readonly string[], option: string): (string | undefined)[] {
  return argv.flatMap((word, i) => (word === option ? [argv[i + 1]] : []));
}

describe("fitGuest", () => {
  test("KVM that is usable leaves the scripts' command as it is", () => {
    expect(fitGuest(fromScripts, kvm)).toEqual({ argv: fromScripts, cpus: 2, notes: [] });
  });

  test("software emulation: no -enable-kvm, another accelerator and CPU, everything else kept", () => {
    const { argv, notes } = fitGuest(fromScripts, tcg);
    expect(argv.join("\n")).toBe(
      fromScripts
        .filter((word) => word !== "-enable-kvm")
        .join("\n")
        .replace("accel=kvm", "accel=tcg")
        .replace("kvm64", "qemu64"),
    );
    expect(notes).toEqual([]);
  });

  test.each([
    ["-machine q35,accel=kvm:tcg", "-machine q35,accel=tcg"],
    ["-M pc,accel=kvm,usb=off", "-M pc,accel=tcg,usb=off"],
    ["--machine accel=kvm", "--machine accel=tcg"],
    ["-accel kvm", "-accel tcg"],
    ["-accel kvm,kernel-irqchip=split", "-accel tcg"],
    ["-accel tcg,thread=single", "-accel tcg,thread=single"],
    ["-cpu host,+x2apic,+kvm_pv_unhalt,kvm=off", "-cpu max,+x2apic"],
    ["-cpu kvm32", "-cpu qemu32"],
    ["-cpu Skylake-Client", "-cpu Skylake-Client"],
  ])("x86 without KVM: %s → %s", (before, after) => {
    const given: [string, ...string[]] = ["qemu-system-x86_64", ...before.split(" ")];
    expect(fitGuest(given, tcg).argv.slice(1)).toEqual(after.split(" "));
  });

  test("arm64 as the scripts start it, on a host of its own kind without KVM", () => {
    const given: [string, ...string[]] = [
      "qemu-system-aarch64",
      ..."-enable-kvm -machine virt,gic-version=host -cpu host".split(" "),
    ];
    const { argv } = fitGuest(given, { ...tcg, architecture: "aarch64" });
    expect(argv.slice(1)).toEqual("-machine virt,gic-version=max -cpu max".split(" "));
  });

  test("ppc64 has no model that stands in for the host's: the machine's default", () => {
    const given: [string, ...string[]] = [
      "qemu-system-ppc64",
      ..."-enable-kvm -M pseries -cpu host".split(" "),
    ];
    expect(fitGuest(given, { ...tcg, architecture: "ppc64le" }).argv.slice(1)).toEqual(["-M", "pseries"]);
  });

  test("a guest of another architecture gets no KVM, however good the host's is", () => {
    const given: [string, ...string[]] = ["qemu-system-aarch64", "-enable-kvm", "-cpu", "host"];
    expect(fitGuest(given, kvm).argv.slice(1)).toEqual(["-cpu", "max"]);
    const old: [string, ...string[]] = ["qemu-system-i386", "-enable-kvm", "-cpu", "kvm32"];
    expect(fitGuest(old, kvm).argv).toEqual(old);
    const little: [string, ...string[]] = ["qemu-system-ppc64", "-enable-kvm"];
    expect(fitGuest(little, { ...kvm, architecture: "ppc64le" }).argv).toEqual(little);
  });

  test.each([
    ["16", "4", 4],
    ["cpus=16,sockets=2,cores=8", "4", 4],
    ["cores=4,threads=4", "4", 4],
    ["4,maxcpus=16", "4,maxcpus=16", 4],
    ["cores=2,threads=2", "cores=2,threads=2", 4],
    ["3", "3", 3],
  ])("-smp %s on four CPUs becomes %s", (before, after, cpus) => {
    const fitted = fitGuest(["qemu-system-x86_64", "-smp", before], { ...tcg, cpus: 4 });
    expect(fitted.argv.at(-1)).toBe(after);
    expect(fitted.cpus).toBe(cpus);
    expect(fitted.notes).toEqual(before === after ? [] : ["-smp 16 limited to the system's 4 CPUs"]);
  });

  test.each([
    ["512", "512", undefined],
    ["2G", "1024M", "memory limited from 2048 to 1024 MiB, which the system has free"],
    [
      "size=4096,slots=3,maxmem=8G",
      "size=1024M,slots=3,maxmem=8G",
      "memory limited from 4096 to 1024 MiB, which the system has free",
    ],
    ["1G", "1G", undefined],
  ])("-m %s with 1 GiB free becomes %s", (before, after, note) => {
    const fitted = fitGuest(["qemu-system-x86_64", "-m", before], { ...tcg, memory: 2 ** 30 });
    expect(fitted.argv.at(-1)).toBe(after);
    expect(fitted.notes).toEqual(note === undefined ? [] : [note]);
  });

  test("memory is never limited to what no kernel boots in", () => {
    const fitted = fitGuest(["qemu-system-x86_64", "-m", "512"], { ...tcg, memory: 1 });
    expect(fitted.argv.at(-1)).toBe("128M");
    expect(fitGuest(["qemu-system-x86_64", "-m", "64"], { ...tcg, memory: 1 }).argv.at(-1)).toBe("64");
  });

  test("any command: fitting is idempotent, keeps foreign words in their order and drops all KVM", () => {
    const pair = fc.constantFrom(
      ["-enable-kvm"],
      ["-machine", "q35,accel=kvm"],
      ["-accel", "kvm"],
      ["-cpu", "kvm64"],
      ["-smp", "16"],
      ["-m", "4G"],
    );
    const foreign = fc
      .string({ minLength: 1 })
      .filter((word) => !/kvm/.test(word))
      .chain((word) => fc.constantFrom(word, "-smp", "--m", "-cpu"))
      .map((word) => ["-append", word]);
    fc.assert(
      fc.property(fc.array(fc.oneof(pair, foreign)), (parts) => {
        const fitting = { ...tcg, cpus: 4, memory: 2 ** 30 };
        const once = fitGuest(["qemu-system-x86_64", ...parts.flat()], fitting);
        expect(fitGuest(once.argv, fitting).argv).toEqual(once.argv);
        expect(once.argv.join(" ")).not.toMatch(/kvm/);
        const appended = parts.filter(([option]) => option === "-append").map(([, value]) => value);
        expect(values(once.argv, "-append")).toEqual(appended);
      }),
    );
  });
});
