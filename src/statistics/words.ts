export { plural } from "../text/plural.ts";

/** How numbers are written in the sentences: few digits, no more than the data can bear. */

/** Two or three significant digits, without exponents where people would not write them: `0.020`, `3.1`, `1,250`. */
export function amount(value: number, digits = 2): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return "infinitely many";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e9) return value.toExponential(digits - 1);
  if (size >= 10 ** (digits - 1)) {
    const step = 10 ** Math.max(0, Math.floor(Math.log10(size)) - digits);
    return (Math.round(value / step) * step).toLocaleString("en-US", { maximumFractionDigits: 0 });
  }
  return value.toPrecision(digits);
}

/** A share in per cent: `20 %`, `0.31 %`, `100 %`. */
export function percent(share: number): string {
  return `${amount(share * 100)} %`;
}

/** Confidence in per cent, whole where it is whole: `95 %`, `99.9 %`. */
export function confidencePercent(confidence: number): string {
  return `${Number((confidence * 100).toFixed(6))} %`;
}

/** Hours as people say them: minutes below one hour, thousands separated. */
export function hours(value: number): string {
  if (value > 0 && value < 1 / 60) return `${amount(value * 3600)} s`;
  if (value > 0 && value < 1) return `${amount(value * 60)} min`;
  return `${amount(value, value < 10 ? 2 : 3).replace(/\.0$/, "")} h`;
}

/** `p = 0.0083`; below 1 in 10,000 only that it is below. */
export function pWords(p: number): string {
  if (p < 1e-4) return "p < 0.0001";
  return p > 0.995 ? "p = 1" : `p = ${amount(p)}`;
}
