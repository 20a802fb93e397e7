/** Sectors of real-mode code: what boots before there is any kernel. */
const setupSectors = 31;

/**
 * A kernel image for `qemu -kernel` that prints a text to the first serial port, byte by byte as it is, and then halts
 * or ends the machine (started with -no-reboot) by a triple fault. By the oldest of the boot protocols: the loader
 * copies the setup to 0x90000 and jumps to its second sector.
 */
export function talkingKernel(text: Buffer, after: "exit" | "halt"): Buffer {
  const code = [
    0xfa, // cli
    0x0e, // push cs
    0x1f, // pop ds
    ...[0xbe, 0x00, 0x00], // mov si, text (patched below)
    ...[0xba, 0xf8, 0x03], // mov dx, 0x3f8 (COM1)
    0xac, // next: lodsb
    ...[0x84, 0xc0], // test al, al
    ...[0x74, 0x03], // jz done
    0xee, // out dx, al
    ...[0xeb, 0xf8], // jmp next
    // done: hlt, again; or lidt [zeros after the text], int3
    ...(after === "halt" ? [0xf4, 0xeb, 0xfd] : [0x0f, 0x01, 0x1e, 0x00, 0x00, 0xcc]),
  ];
  const image = Buffer.alloc((setupSectors + 3) * 512);
  image[0x1f1] = setupSectors;
  image.writeUInt16LE(0xaa55, 0x1fe);
  const bytes = Buffer.from(code);
  bytes.writeUInt16LE(code.length, 4);
  if (after === "exit") bytes.writeUInt16LE(code.length + text.length + 1, code.length - 3);
  if (text.includes(0) || text.length + code.length > (setupSectors - 1) * 512) {
    throw new Error("The text is too long, or holds a NUL.");
  }
  bytes.copy(image, 512);
  text.copy(image, 512 + code.length);
  return image;
}
