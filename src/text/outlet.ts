import type { Harmless } from "./door.ts";

/** Where text leaves this process. Takes nothing that has not come through the door. */
export interface Outlet {
  /** One or more lines; the last line's end is added. */
  write(text: Harmless): void;
}

export function outletTo(stream: NodeJS.WritableStream): Outlet {
  return { write: (text) => void stream.write(`${text}\n`) };
}
