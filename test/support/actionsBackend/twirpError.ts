/** An error as Twirp sends it: an HTTP status, a code and a message. */
export class TwirpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function notFound(name: string): TwirpError {
  return new TwirpError(404, "not_found", `${name}: not found`);
}
