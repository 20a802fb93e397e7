import type { GuestResult } from "../../results/schema.ts";
import type { Overview } from "../overview.ts";

/**
 * Addresses within `report.html`, which stay the same however often it is written:
 *
 * - `#finding-FINGERPRINT`: what failed,
 * - `#guest-NAME`, `#guest-NAME-ATTEMPT-SAMPLE`: a guest's row, the latter where a name stands for several runs,
 * - `#guest-NAME:LINE`: that line of its console, `#guest-NAME:end` its end.
 *
 * The reader's filter may follow, as after the path of a URL: `#guest-TREE03?search=stall&hide=passed`.
 */
export const findingAnchor = (fingerprint: string): string => `finding-${fingerprint}`;

/** Of the first run of a guest with this name, in the order of the page. */
export const guestAnchor = (name: string): string => `guest-${name.replace(/[^\w./-]+/g, "_")}`;

/** The anchor of each guest; the first of those with the same name, in the order of the page, has the short one. */
export function guestAnchors(overview: Overview): Map<GuestResult, string> {
  const taken = new Set<string>();
  const anchors = new Map<GuestResult, string>();
  for (const guest of overview.guests) {
    const short = guestAnchor(guest.name);
    const long = `${short}-${guest.attempt}-${guest.sample}`;
    let anchor = taken.has(short) ? long : short;
    // Names that differ in odd characters only.
    for (let again = 2; taken.has(anchor); again++) anchor = `${long}-${again}`;
    taken.add(anchor);
    anchors.set(guest, anchor);
  }
  return anchors;
}
