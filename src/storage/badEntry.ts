/** What a store gave us, or was given, is not what it should be. The message says what is wrong with it. */
export class BadEntry extends Error {
  override readonly name = "BadEntry";
}
