/** Names of guests of a run directory that did not pass, from their consoles. */
export async function failedGuests(path: string): Promise<ReadonlySet<string>> {
  const { judgeRunDirectory } = await import("./runDirectory.ts");
  const { guests } = await judgeRunDirectory(path, { ignore: [], attempt: 1 });
  return new Set(guests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name));
}
