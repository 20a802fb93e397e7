/** A guest's name: capitals, digits, `-` and `_`, then `.N` from the second repetition on. */
const guestName = /^([A-Z0-9][A-Z0-9_-]*)(?:\.([1-9]\d*))?$/;

/** Scenario and repetition of a guest's name, or undefined when it is none. */
export function parseGuestName(name: string): { scenario: string; repetition: number } | undefined {
  const match = guestName.exec(name);
  return match ? { scenario: match[1] ?? "", repetition: Number(match[2] ?? 1) } : undefined;
}

/** `TREE03`, `TREE03.2`. */
export function guestNameOf(scenario: string, repetition: number): string {
  return repetition === 1 ? scenario : `${scenario}.${repetition}`;
}
