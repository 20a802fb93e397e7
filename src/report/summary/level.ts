/** How much a summary tells. Every number is a bound, so that the size of each level is bounded too. */
export type Level = {
  /** Groups of findings told one by one, and those of them with their text. */
  groups: number;
  texts: number;
  textLines: number;
  textBytes: number;
  /** Rows of the table of guests, and how many passed ones may be among them. */
  rows: number;
  passedRows: number;
  /** Columns when runs stand side by side. */
  columns: number;
  diagnostics: number;
  /** Bars of the timeline; rows of each lesser list. */
  timeline: number;
  items: number;
  /** Names of guests in one sentence. */
  names: number;
};

/** From everything to hardly anything. A reader of a bad run still gets the headline and the worst failures. */
export const levels: readonly Level[] = [
  {
    groups: 200,
    texts: 60,
    textLines: 120,
    textBytes: 12_000,
    rows: 1000,
    passedRows: 1000,
    columns: 12,
    diagnostics: 100,
    timeline: 200,
    items: 100,
    names: 20,
  },
  {
    groups: 100,
    texts: 30,
    textLines: 60,
    textBytes: 8_000,
    rows: 400,
    passedRows: 100,
    columns: 12,
    diagnostics: 50,
    timeline: 100,
    items: 50,
    names: 12,
  },
  {
    groups: 50,
    texts: 12,
    textLines: 40,
    textBytes: 4_000,
    rows: 100,
    passedRows: 0,
    columns: 8,
    diagnostics: 20,
    timeline: 0,
    items: 20,
    names: 8,
  },
  {
    groups: 20,
    texts: 3,
    textLines: 15,
    textBytes: 1_500,
    rows: 30,
    passedRows: 0,
    columns: 4,
    diagnostics: 10,
    timeline: 0,
    items: 5,
    names: 4,
  },
  {
    groups: 5,
    texts: 0,
    textLines: 0,
    textBytes: 0,
    rows: 0,
    passedRows: 0,
    columns: 0,
    diagnostics: 3,
    timeline: 0,
    items: 2,
    names: 3,
  },
];
