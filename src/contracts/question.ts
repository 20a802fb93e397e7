/** What exposure to failure is counted in. */
export type ExposureUnit = "hours" | "runs";

/** What `until` asks. */
export type Question =
  /** Run until so many guests have failed: how often does it fail? */
  | { readonly kind: "failures"; readonly failures: number }
  /** Does it fail less often than so many times in this exposure? */
  | {
      readonly kind: "rate";
      readonly failures: number;
      readonly exposure: number;
      readonly unit: ExposureUnit;
    }
  /** Is the failure of before gone? */
  | { readonly kind: "fixed" };

/** How long to look for an answer: by the clock on the wall, or in time that guests have run, all together. */
export interface Budget {
  readonly clock: "wall" | "guests";
  readonly seconds: number;
}
