import { describe, expect, it } from "vitest";
import { checkTrust, refusedByTrust } from "../../src/rundir/qemuAllow.ts";
import { parseQemuCmd } from "../../src/rundir/qemuCmd.ts";
import { kvmCommand } from "../support/strangeRun.ts";

const parse = (command: string) => parseQemuCmd(`${command}\n`, "qemu-cmd");
const refused = (extra: string, ...allow: string[]) =>
  refusedByTrust(parse(`${kvmCommand("/run/TINY01")} ${extra}`), { allow });

describe("options that go beyond the guest are not let through", () => {
  it("what kvm.sh writes passes", () => expect(refused("")).toEqual([]));

  it.each([
    "-daemonize",
    "-S",
    "-s",
    "-gdb tcp::1234",
    "-chardev socket,id=a,path=/tmp/s,server=on",
    "-monitor stdio",
    "-monitor tcp:127.0.0.1:4444,server",
    "-mon chardev=a",
    "-qmp unix:/tmp/q,server",
    "-readconfig /tmp/c",
    "-writeconfig /tmp/c",
    "-fw_cfg name=opt/x,file=/etc/passwd",
    "-netdev user,id=n,guestfwd=tcp:10.0.2.100:1-cmd:id",
    "-nic user,hostfwd=tcp::2222-:22",
    "-net user",
    "-object memory-backend-file,id=m,mem-path=/tmp/m,size=1M",
    "-object secret,id=s,file=/etc/shadow",
    "-drive file=/dev/sda,format=raw",
    "-blockdev driver=file,filename=/etc/passwd,node-name=b",
    "-hda /dev/sda",
    "-cdrom x.iso",
    "-initrd /etc/passwd",
    "-dtb /tmp/x",
    "-bios /tmp/x",
    "-pflash /tmp/x",
    "-L /tmp/roms",
    "-D /home/user/.bashrc",
    "-d trace:*",
    "-trace file=/tmp/x",
    "-pidfile /home/user/.bashrc",
    "-plugin /tmp/evil.so",
    "-runas root",
    "-chroot /tmp",
    "-run-with chroot=/tmp",
    "-sandbox off",
    "-virtfs local,path=/,mount_tag=x,security_model=none",
    "-vnc :1",
    "-spice port=1",
    "-incoming exec:id",
    "-loadvm x",
    "-smbios file=/etc/passwd",
    "-acpitable file=/etc/passwd",
    "-icount shift=1,rr=record,rrfile=/home/user/.bashrc",
    "-device e1000,romfile=/etc/passwd",
    "-device vfio-pci,host=01:00.0",
    "-device usb-host",
    "-machine q35,dumpdtb=/home/user/.bashrc",
    "-M virt,firmware=/tmp/x",
    "-machine q35,kernel=/tmp/x",
    "-machine dtb=/tmp/x",
    "-append x",
    "-kernel /other",
    "-serial file:/tmp/console.log",
    "--kernel /other",
    "--serial file:/home/user/.bashrc",
    "--daemonize",
    "--smp 2",
    "-boot splash=x",
    "-add-fd fd=3,set=1",
    "-semihosting-config enable=on,target=native",
    "-set drive.x.file=/etc/passwd",
    "-global x.y=z",
    "-tpmdev passthrough,id=t,path=/dev/tpm0",
    "-accel kvm,device=/tmp/x",
    "disk.img",
    "-unknown",
  ])("%s", (extra) => {
    expect(refused(extra)).toEqual([extra]);
  });

  it.each(["-serial file:/home/user/.bashrc", "-serial tcp::1,server", "-serial file:/x/notconsole.log"])(
    "the only %s",
    (serial) => {
      const { argv } = parse(kvmCommand("/run/TINY01").replace(/-serial \S+/, serial));
      expect(refusedByTrust({ argv, settings: new Map() }, { allow: [] })).toEqual([serial]);
    },
  );

  it("a flag does not hide the disk image behind it", () => {
    expect(refused("-nographic disk.img")).toEqual(["disk.img"]);
    expect(refused("-snapshot disk.img", "snapshot")).toEqual(["disk.img"]);
  });

  it("a path as the program, wherever it leads", () => {
    const other = parse(kvmCommand("/run/TINY01").replace("qemu-", "/run/qemu-"));
    const program = "/run/qemu-system-x86_64";
    expect(refusedByTrust(other, { allow: [] })).toEqual([program]);
    expect(refusedByTrust(other, { allow: [program] })).toEqual([]);
    expect(refusedByTrust(other, { allow: [], program })).toEqual([]);
  });
});

describe("allow-qemu-options", () => {
  it("lets options through by name, with or without their dash", () => {
    const extra = "-drive file=/x,format=raw -device virtio-blk,drive=d -snapshot";
    expect(refused(extra, "drive", "-device", "--snapshot")).toEqual([]);
    expect(refused(extra, "drive", "device")).toEqual(["-snapshot"]);
  });

  it("does not let what is rewritten be said twice or with two dashes", () => {
    expect(refused("--kernel /other", "kernel", "--kernel")).toEqual(["--kernel /other"]);
    expect(refused("-serial file:/x", "serial")).toEqual(["-serial file:/x"]);
  });

  it("is what the message says", () => {
    const check = (extra: string) =>
      checkTrust(parse(`${kvmCommand("/run/TINY01")} ${extra}`), { allow: [] }, "qemu-cmd");
    expect(() => check("-daemonize -drive file=x")).toThrow(
      'qemu-cmd: "-daemonize", "-drive file=x" of its qemu command can reach beyond the guest, and is not what kvm.sh writes by itself; if you trust the run directory, give allow-qemu-options: daemonize drive.',
    );
    expect(() => check("--kernel /x disk")).toThrow("is a disk image or said twice; remove it there");
  });
});
