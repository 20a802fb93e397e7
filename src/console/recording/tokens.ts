/** A piece of a line: digits, letters, blanks or one other character. */
export interface Token {
  readonly kind: "digits" | "letters" | "blank" | "other";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /(\d+)|([A-Za-z]+)|( +)|(.)/gsy;

/** The first `most` pieces of a line. */
export function tokensOf(text: string, most: number): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null && tokens.length < most; match = pattern.exec(text)) {
    const kind = match[1] ? "digits" : match[2] ? "letters" : match[3] ? "blank" : "other";
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
