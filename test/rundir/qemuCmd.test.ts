import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { optionValue, parseQemuCmd, plannedSeconds, withOption } from "../../src/rundir/qemuCmd.ts";

const real = `qemu-system-x86_64 -enable-kvm -display none -no-reboot -smp 2 -net none -machine q35,accel=kvm -cpu kvm64 -serial file:/res/BUSTED/console.log -m 512 -kernel /res/BUSTED/bzImage -append "debug_boot_weak_hash panic=-1 rcutorture.shutdown_secs=20 rcutorture.torture_type=busted"
# TORTURE_SHUTDOWN_GRACE=180
# seconds=20
# TORTURE_KCONFIG_GDB_ARG=""
# TORTURE_JITTER_START=". jitterstart.sh 2 /res/ 20  "
# TORTURE_TRUST_MAKE="y"; export TORTURE_TRUST_MAKE
# TORTURE_CPU_COUNT=2
`;

describe("parseQemuCmd", () => {
  it("takes apart what kvm.sh writes", () => {
    const cmd = parseQemuCmd(real, "qemu-cmd");
    expect(cmd.argv.slice(0, 3)).toEqual(["qemu-system-x86_64", "-enable-kvm", "-display"]);
    expect(optionValue(cmd.argv, "-append")).toBe(
      "debug_boot_weak_hash panic=-1 rcutorture.shutdown_secs=20 rcutorture.torture_type=busted",
    );
    expect(Object.fromEntries(cmd.settings)).toEqual({
      TORTURE_SHUTDOWN_GRACE: "180",
      seconds: "20",
      TORTURE_KCONFIG_GDB_ARG: "",
      TORTURE_JITTER_START: ". jitterstart.sh 2 /res/ 20  ",
      TORTURE_TRUST_MAKE: "y",
      TORTURE_CPU_COUNT: "2",
    });
    expect(plannedSeconds(cmd)).toBe(20);
  });

  it.each([
    "qemu-system-x86_64 -m 512; touch /tmp/owned",
    'qemu-system-x86_64 -append "$(touch /tmp/owned)"',
    'qemu-system-x86_64 -append "`touch /tmp/owned`"',
    "qemu-system-x86_64 -m 512 > /etc/passwd",
    "qemu-system-x86_64 -m 512 & sh",
    "qemu-system-x86_64 -m $HOME",
    'qemu-system-x86_64 -append "never closed',
    "qemu-system-x86_64 -m 512 \\",
    "sh -c reboot",
    "/tmp/evil/qemu-img x",
    "qemu-system-x86_64 a\nqemu-system-x86_64 b",
    "# seconds=3",
  ])("refuses %j", (text) => {
    expect(() => parseQemuCmd(text, "qemu-cmd")).toThrow(InputError);
  });

  it("gives back any words that were quoted for a shell", () => {
    const word = fc.string({ unit: fc.constantFrom(..."ab =,:/.'\"\\-_#*?~!".split("")) });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = words.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(" ");
        expect(parseQemuCmd(`qemu-system-x86_64 ${line}`, "x").argv.slice(1)).toEqual(words);
      }),
    );
  });
});

describe("withOption", () => {
  it("replaces or adds", () => {
    expect(withOption(["q", "-smp", "4", "-m", "1"], "-smp", "2")).toEqual(["q", "-smp", "2", "-m", "1"]);
    expect(withOption(["q"], "-smp", "2")).toEqual(["q", "-smp", "2"]);
  });
});
