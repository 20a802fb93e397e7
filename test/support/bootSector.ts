import { writeFile } from "node:fs/promises";

/**
 * Tiny guests for tests: a boot sector in 16-bit code that prints to the first serial port and then ends or
 * hangs. BIOS loads it to 0x7c00 and jumps there.
 */
export interface TinyGuest {
  /** Printed once, in ASCII; at most 300 bytes. */
  readonly text: string;
  /**
   * `exit`: triple fault, which ends a qemu that was started with -no-reboot, status 0.
   * `halt`: nothing more happens. `babble`: prints the text over and over, slowly by BIOS clock ticks (18 Hz).
   */
  readonly after: "exit" | "halt" | "babble";
}

/** The 512 bytes of the sector. */
export function bootSector({ text, after }: TinyGuest): Buffer {
  const code = [
    0xfa, // cli
    0x31,
    0xc0, // xor ax, ax
    0x8e,
    0xd8, // mov ds, ax
    0xbe,
    0x00,
    0x7d - 0x01, // mov si, 0x7c00 + offset of the text (patched below)
    0xba,
    0xf8,
    0x03, // mov dx, 0x3f8 (COM1)
    // next:
    0xac, // lodsb
    0x84,
    0xc0, // test al, al
    0x74,
    0x03, // jz done
    0xee, // out dx, al
    0xeb,
    0xf8, // jmp next
    // done:
  ];
  const tail = {
    // An interrupt table without entries: the first interrupt is a triple fault, the CPU resets.
    exit: [0x0f, 0x01, 0x1e, 0x00, 0x7e, 0xcd, 0x03], // lidt [0x7e00] (zeros); int3
    halt: [0xf4, 0xeb, 0xfd], // hlt; jmp back
    // sti; hlt (until the next clock tick); cli; jmp to the beginning
    babble: [0xfb, 0xf4, 0xfa, 0xe9, 0x00, 0x00],
  }[after];
  const bytes = [...code, ...tail];
  if (after === "babble") {
    const back = 0x10000 - bytes.length;
    bytes.splice(-2, 2, back & 0xff, back >> 8);
  }
  const textAt = 0x7c00 + bytes.length;
  bytes[6] = textAt & 0xff;
  bytes[7] = textAt >> 8;
  const sector = Buffer.alloc(512);
  const size = Buffer.from(bytes).copy(sector);
  const written = sector.write(`${text}\0`, size, "latin1");
  if (size + written > 510 || written !== text.length + 1)
    throw new Error("The text is too long for a boot sector.");
  sector.writeUInt16LE(0xaa55, 510);
  return sector;
}

/** Writes the sector and returns the qemu command that boots it under TCG, with its console in a file. */
export async function tinyGuestArgv(
  guest: TinyGuest,
  image: string,
  console: string,
): Promise<[string, ...string[]]> {
  await writeFile(image, bootSector(guest));
  return [
    "qemu-system-x86_64",
    ...["-machine", "pc,accel=tcg", "-nodefaults", "-display", "none", "-no-reboot", "-m", "16"],
    ...["-serial", `file:${console}`],
    ...["-drive", `file=${image},format=raw,if=floppy,readonly=on`],
  ];
}
