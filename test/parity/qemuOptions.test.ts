import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { refusedByTrust } from "../../src/rundir/qemuAllow.ts";
import { parseQemuCmd } from "../../src/rundir/qemuCmd.ts";
import { parityTrees } from "../support/kernelTree.ts";

const run = promisify(execFile);
const trees = await parityTrees();

/** `kvm-test-1-run.sh`, from its `qemu_args=` to its `echo $QEMU`, with the tree's own functions. */
const program = `
. "$1/bin/functions.sh"
qemu=$2 resdir=/results/TREE03
qemu_args="-enable-kvm -display none -no-reboot"
grep -q -e '-nographic' "$1/bin/kvm-test-1-run.sh" && qemu_args="-enable-kvm -nographic -no-reboot"
qemu_args="$(specify_qemu_cpus "$qemu" "$qemu_args" 4)"
qemu_args="$(specify_qemu_net "$qemu_args")"
qemu_args="$qemu_args $(identify_qemu_args "$qemu" "$resdir/console.log")"
qemu_append="$(identify_qemu_append "$qemu")"
image=$(identify_boot_image "$qemu")
echo $qemu $qemu_args -m 512 -kernel /results/TREE03/\${image##*/} -append \\"$qemu_append rcutorture.onoff_interval=200\\"
`;

describe.each(trees)("$name: what kvm.sh writes by itself passes", ({ rcutorture }) => {
  it.each(["x86_64", "i386", "aarch64", "ppc64", "s390x"])("%s", async (architecture) => {
    const qemu = `qemu-system-${architecture}`;
    const env = { ...process.env, TORTURE_QEMU_INTERACTIVE: "", TORTURE_BOOT_IMAGE: "" };
    const { stdout } = await run("bash", ["-c", program, "sh", rcutorture, qemu], { env });
    const cmd = parseQemuCmd(stdout, "qemu-cmd");
    expect(cmd.argv[0]).toBe(qemu);
    expect(cmd.argv).toContain("-serial");
    expect(refusedByTrust(cmd, { allow: [] })).toEqual([]);
  });
});
