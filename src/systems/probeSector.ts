/**
 * The smallest guest that can say that it runs: a boot sector that writes to qemu's isa-debug-exit device,
 * which ends qemu with the status (value << 1) | 1.
 */
const value = 0x2a;

/** Port of the device, as given to `-device isa-debug-exit`. */
export const debugExitDevice = "isa-debug-exit,iobase=0xf4,iosize=4";

/** The status that qemu exits with when the sector has run: no error of qemu's own has it. */
export const sectorRan = (value << 1) | 1;

/** The 512 bytes of the sector. */
export function probeSector(): Buffer {
  const sector = Buffer.alloc(512);
  Buffer.from([
    0xb0,
    value, // mov al, value
    0xe6,
    0xf4, // out 0xf4, al
    0xf4, // hlt
    0xeb,
    0xfd, // jmp back to the hlt
  ]).copy(sector);
  sector.writeUInt16LE(0xaa55, 510);
  return sector;
}
