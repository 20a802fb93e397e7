import { InfrastructureError, InputError } from "../../../errors.ts";

/** Why there is no connection. Each kind asks for another person, or another way. */
export type FailureKind =
  /** The name leads nowhere. */
  | "no-such-host"
  /** Nobody answers, or the line broke. */
  | "unreachable"
  /** The host's key is not the one we know. */
  | "host-key"
  /** The host lets none of our keys in. */
  | "refused"
  /** The two sides have no common language, or it is one that ssh2 does not speak. */
  | "protocol";

/** A connection that could not be made. The message is one line for people and starts with the system's name. */
export class ConnectionFailure extends Error {
  override readonly name = "ConnectionFailure";
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }

  /** What to throw at those who asked for the system; this failure is its cause. */
  toError(): InputError | InfrastructureError {
    const users = this.kind === "no-such-host" || this.kind === "host-key" || this.kind === "refused";
    const Kind = users ? InputError : InfrastructureError;
    return new Kind(this.message, { cause: this });
  }
}
