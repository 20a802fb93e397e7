/**
 * Bounds that keep the analysis of any console within constant memory. Whoever reads a finding sees from
 * `truncated` and `count` that there was more.
 */
export const limits = {
  /** Bytes of one line that are kept; the keywords of the whole line are noticed however long it is. */
  lineBytes: 16_384,
  /** Bytes of a line in which findings are looked for. */
  messageBytes: 2_048,
  /** Lines and characters of one finding's text. */
  findingLines: 400,
  findingCharacters: 24_000,
  /** Findings of a console that keep such a text; of further ones, so many characters: nobody reads them all. */
  wholeFindings: 30,
  briefCharacters: 1_000,
  /** Stack frames looked at for one finding. */
  frames: 256,
  /** Functions of a finding's trail. */
  trail: 30,
  /** Different fingerprints kept with their text; further ones are dropped. */
  findings: 200,
  /** Reports being collected at the same time, one per printing context. */
  openReports: 8,
  /** Lines a report may span on the console, other contexts' lines included. */
  reportSpan: 2_000,
  /** Lines of `console.log.diags` that are kept, and characters of each. */
  diagnostics: 100,
  diagnosticCharacters: 500,
  /** Points of the progress curve. */
  progress: 512,
  /** Measurements of rcuscale and refscale kept for exact percentiles. */
  measurements: 1_000_000,
  /** Lines of one ftrace dump section. */
  ftraceLines: 100_000,
} as const;
