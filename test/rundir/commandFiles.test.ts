import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkSendable, commandFiles, refuseUnsent, withSent } from "../../src/rundir/commandFiles.ts";
import { parseQemuCmd } from "../../src/rundir/qemuCmd.ts";
import { kvmCommand } from "../support/strangeRun.ts";

const folder = mkdtempSync(join(tmpdir(), "command-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const argv = (extra: string) => parseQemuCmd(`${kvmCommand("/run/TINY01")} ${extra}\n`, "qemu-cmd").argv;
const files = (extra: string) => commandFiles(argv(extra).slice(1));

describe("files that a command names beside its kernel", () => {
  it("what kvm.sh writes names none", () => {
    expect(files("")).toEqual({ sent: new Map(), unsent: [] });
  });

  it("those that qemu only reads are sent", () => {
    expect([...files("-initrd /x/initrd.img -dtb ./a.dtb -bios /x/OVMF.fd").sent]).toEqual([
      ["-initrd", "/x/initrd.img"],
      ["-dtb", "./a.dtb"],
      ["-bios", "/x/OVMF.fd"],
    ]);
    // qemu's own ROM, by its name.
    expect(files("-bios bios-256k.bin")).toEqual({ sent: new Map(), unsent: [] });
  });

  it.each([
    "-drive file=disk.img,format=raw",
    "-hda disk.img",
    "-cdrom x.iso",
    "-pflash vars.fd",
    "-blockdev driver=file,filename=/x,node-name=b",
    "-fw_cfg name=opt/x,file=/etc/x",
    "-object memory-backend-file,id=m,mem-path=/dev/shm/m,size=1M",
    "-device e1000,romfile=./rom",
    "-smbios file=~/x",
    "-chardev file,id=a,path=/tmp/x",
    "-initrd /a,/b",
    "--initrd /a",
    "disk.img",
    "-snapshot disk.img",
    "-plugin libx.so",
  ])("%s is refused by its name", (extra) => {
    const words = extra === "-snapshot disk.img" ? "disk.img" : extra;
    expect(files(extra).unsent).toEqual([words]);
    expect(() => refuseUnsent(argv(extra).slice(1), "qemu-args")).toThrow(
      `qemu-args: "${words}" names files of this machine, and only -kernel, -initrd, -dtb, -bios are sent to other systems; leave it out, or run without systems.`,
    );
  });

  it("options without files stay", () => {
    expect(files("-device virtio-rng-pci -nographic -fw_cfg name=opt/x,string=y").unsent).toEqual([]);
  });

  it("a file that is not there, or is too large, is named before anything runs", async () => {
    const [small, large] = [join(folder, "small"), join(folder, "large")];
    writeFileSync(small, "x");
    writeFileSync(large, "");
    truncateSync(large, 2 ** 30 + 1);
    await checkSendable(argv(`-initrd ${small}`), "here");
    await expect(checkSendable(argv(`-initrd ${large}`), "here")).rejects.toThrow(
      `here: -initrd ${large} has 1073741825 bytes, more than 1 GiB, so it cannot be sent to other systems.`,
    );
    await expect(checkSendable(argv("-dtb /nonexistent"), "here")).rejects.toThrow("is no file here");
    await expect(checkSendable(argv(`-bios ${folder}/`), "here")).rejects.toThrow("is no file here");
  });

  it("a sent file is named where it is on the system, and nothing else changes", () => {
    const before = argv("-append -initrd -initrd /x/i -name /x/i");
    const after = withSent(before, new Map([["-initrd", "/far/abc"]]));
    expect(after).toEqual(
      before.map((word, at) => (before[at - 1] === "-initrd" && word === "/x/i" ? "/far/abc" : word)),
    );
    expect(withSent(before, new Map())).toEqual(before);
  });
});
