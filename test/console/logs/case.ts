/** The titles of all findings that fail a guest, and the console that shows them. Blank lines around it do not count. */
export type ConsoleCase = readonly [title: string, console: string];
