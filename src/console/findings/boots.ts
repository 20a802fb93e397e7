import type { Message } from "./message.ts";

/** What firmware and boot loaders print first, of all architectures that qemu and boards have. */
const banner =
  /^\s*(?:SeaBIOS \(version |iPXE |UEFI firmware \(version |BdsDxe: |EDK II |U-Boot (?:SPL |TPL )?\d|OpenSBI v\d|SLOF \*{2}|Hit any key to stop autoboot|NOTICE: {2}BL[12]: )/;

/** Seconds by which a clock may differ between lines of one boot. */
const slack = 0.1;

/** Notices that a kernel which ran has started over. */
export class Boots {
  #kernels = 0;
  #restarting = false;
  #ended = false;

  /**
   * Takes a message, in the console's order.
   * @param earlier the newest stamp of the lines before, seconds
   * @returns whether it is the first sign of a boot after another one
   */
  isReboot({ text, time }: Message, earlier: number | undefined): boolean {
    if (text.includes("End of test: ")) this.#ended = true;
    if (text.startsWith("Linux version ")) {
      // Without the first banner, a clock that fell back tells that there was a kernel.
      const before = this.#kernels++ > 0 || (earlier !== undefined && earlier > (time ?? 0) + slack);
      const known = this.#restarting;
      this.#restarting = false;
      return before && !known;
    }
    const ran = this.#kernels > 0 || (earlier !== undefined && earlier > slack);
    // A board that goes back to its firmware when the test is over does what it was told.
    if (!ran || this.#restarting || this.#ended || !banner.test(text)) return false;
    this.#restarting = true;
    return true;
  }
}
