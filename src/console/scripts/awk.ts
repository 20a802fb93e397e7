/** The few rules of awk's values that the scripts' arithmetic rests on. */

/** Fields as awk splits a record by default. */
export function fields(record: string): string[] {
  return record.split(/[ \t\n]+/).filter((field) => field !== "");
}

/** `$1` */
export function firstField(record: string): string {
  return /[^ \t\n]+/.exec(record)?.[0] ?? "";
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

/** How `print` writes a number: integers in full, others as C's %.6g. */
export function printed(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  if (!Number.isFinite(value)) return value > 0 ? "+inf" : value < 0 ? "-inf" : "+nan";
  const rounded = sixDigits(value);
  const [mantissa, power] = rounded.toExponential().split("e") as [string, string];
  if (Number(power) >= -4 && Number(power) < 6) return String(rounded);
  const digits = String(Math.abs(Number(power))).padStart(2, "0");
  return `${mantissa}e${power.startsWith("-") ? "-" : "+"}${digits}`;
}

/** Rounded to six digits; a value exactly between two goes to the even one, as in C and unlike toPrecision(). */
function sixDigits(value: number): number {
  const [digits, power] = Math.abs(value).toExponential(60).split("e") as [string, string];
  const exact = digits.replace(".", "");
  const isTie = /^50*$/.test(exact.slice(6));
  if (!isTie || Number(exact[5]) % 2 === 1) return Number(value.toPrecision(6));
  return Math.sign(value) * Number(`${exact[0]}.${exact.slice(1, 6)}e${power}`);
}

/** awk's comparison of two user-given values: as numbers if both look so, else as strings. */
export function compare(a: string, b: string): number {
  if (looksNumeric(a) && looksNumeric(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
