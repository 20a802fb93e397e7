/** Whether a p-value allows a claim at a level such as 0.95. The slack is for floating point: 1 − 0.95 is not 0.05. */
export function isSignificant(pValue: number, confidence: number): boolean {
  return pValue <= 1 - confidence + 1e-12;
}
