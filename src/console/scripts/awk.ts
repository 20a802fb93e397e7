/** The few rules of awk's values that the scripts' arithmetic rests on. */

/** Fields as awk splits a record by default. */
export function fields(record: string): string[] {
  return record.split(/[ \t\n]+/).filter((field) => field !== "");
}

const numberPrefix = /^[ \t\n\r\f\v]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/;
const wholeNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number a string counts as: its longest numeric prefix, or 0. */
export function numberOf(text: string | undefined): number {
  return Number(numberPrefix.exec(text ?? "")?.[1] ?? 0);
}

/** Whether a field looks numeric as a whole, so that awk compares it as a number. */
export function looksNumeric(text: string): boolean {
  return wholeNumber.test(text);
}

/** How `print` writes a number: integers in full, others as %.6g. */
export function printed(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  if (!Number.isFinite(value)) return value > 0 ? "+inf" : value < 0 ? "-inf" : "+nan";
  const exponent = Number(value.toExponential(5).split("e")[1]);
  if (exponent >= -4 && exponent < 6) return String(Number(value.toPrecision(6)));
  const [mantissa, power] = value.toExponential(5).split("e") as [string, string];
  const digits = String(Math.abs(Number(power))).padStart(2, "0");
  return `${Number(mantissa)}e${power.startsWith("-") ? "-" : "+"}${digits}`;
}

/** awk's comparison of two user-given values: as numbers if both look so, else as strings. */
export function compare(a: string, b: string): number {
  if (looksNumeric(a) && looksNumeric(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
