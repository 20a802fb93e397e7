import { createHash } from "node:crypto";
import type { FindingKind } from "../../results/schema.ts";
import { remembering } from "../memo.ts";

/**
 * The same for the same bug wherever and whenever it strikes: made of kind, title (numbers and addresses
 * taken out) and file. The line number is left out, so that it survives edits elsewhere in the file.
 */
export function fingerprintOf(kind: FindingKind, title: string, file: string | undefined): string {
  return digest(`${kind}\n${withoutNumbers(title)}\n${file ?? ""}`);
}

const digest = remembering((text) => createHash("sha256").update(text).digest("hex").slice(0, 16));

/** A text in which what differs from run to run is replaced: addresses, hashes, numbers. */
export const withoutNumbers: (text: string) => string = remembering((text) =>
  text
    .replace(/\(ptrval\)|\(____ptrval____\)/g, "ADDR")
    .replace(/\b0x[0-9a-f]+\b/gi, "ADDR")
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{8,16}\b/gi, "ADDR")
    .replace(/(?<![\w])\d+(?:\.\d+)?\b/g, "NUM"),
);
