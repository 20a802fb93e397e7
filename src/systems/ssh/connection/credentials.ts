import { readFile } from "node:fs/promises";
import ssh2, { type AnyAuthMethod, type ParsedKey } from "ssh2";
import { readKeyFile } from "./keyFile.ts";
import type { Resolution } from "./resolution.ts";

/** What we can show a host to be let in, without asking anybody anything. */
export interface Credentials {
  /** For ssh2, in the order of trying. */
  readonly methods: readonly AnyAuthMethod[];
  /** What was offered, and why the rest was not: for the message when all of it is refused. */
  readonly notes: readonly string[];
  /** Why only OpenSSH itself can use some of it. */
  readonly beyond: readonly string[];
}

type Identity =
  | { readonly kind: "absent" }
  /** `text`: where the secret half is there to use; the public half is enough when an agent holds the other. */
  | {
      readonly kind: "key";
      readonly public: Buffer | undefined;
      readonly text: Buffer | undefined;
      readonly note: string;
    }
  | { readonly kind: "beyond"; readonly reason: string };

/** Collects the agent's keys and the identity files that ssh would try for this host, in ssh's order. */
export async function collectCredentials(resolution: Resolution): Promise<Credentials> {
  const { user, identityFiles, identityAgent, identitiesOnly } = resolution;
  const identities = await Promise.all(identityFiles.map(readIdentity));
  const notes: string[] = [];
  const beyond: string[] = [];
  const files: AnyAuthMethod[] = [];
  const named: Buffer[] = [];
  for (const identity of identities) {
    if (identity.kind === "beyond") beyond.push(identity.reason);
    if (identity.kind !== "key") continue;
    notes.push(identity.note);
    if (identity.public) named.push(identity.public);
    if (identity.text) files.push({ type: "publickey", username: user, key: identity.text });
  }
  const methods: AnyAuthMethod[] = [];
  if (identityAgent !== undefined) {
    const agent = new OrderedAgent(identityAgent, named, identitiesOnly);
    methods.push({ type: "agent", username: user, agent });
    notes.push(`agent ${identityAgent}${identitiesOnly ? " (named keys only)" : ""}`);
  }
  return { methods: [...methods, ...files], notes, beyond };
}

async function readIdentity(path: string): Promise<Identity> {
  // A certificate beside the key is offered by ssh, and may be the only thing that the host accepts.
  if (await readable(`${path}-cert.pub`)) return { kind: "beyond", reason: `certificate ${path}-cert.pub` };
  const beside = firstKey(await readable(`${path}.pub`));
  let text: Buffer;
  let exposed: string | undefined;
  try {
    ({ text, exposed } = await readKeyFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") {
      // Only the public half: which of the agent's keys to use.
      return beside
        ? { kind: "key", public: beside, text: undefined, note: `${path}.pub (agent's)` }
        : { kind: "absent" };
    }
    return { kind: "key", public: beside, text: undefined, note: `${path} (unreadable: ${code})` };
  }
  const parsed = firstParsed(text);
  if (exposed !== undefined && (parsed instanceof Error || parsed.isPrivateKey())) {
    const own = parsed instanceof Error ? beside : parsed.getPublicSSH();
    const note = `${path} (not used: its mode ${exposed} lets others at it; chmod 600)`;
    return { kind: "key", public: own, text: undefined, note };
  }
  if (parsed instanceof Error) {
    if (
      /unsupported openssh (private|public) key type/i.test(parsed.message) ||
      /^sk-/.test(text.toString("latin1"))
    ) {
      return { kind: "beyond", reason: `${path} (a kind of key that only ssh itself can use)` };
    }
    const why = /encrypted/i.test(parsed.message)
      ? "asks for a passphrase"
      : `no usable key: ${parsed.message}`;
    return { kind: "key", public: beside, text: undefined, note: `${path} (${why})` };
  }
  const secret = parsed.isPrivateKey() ? text : undefined;
  return { kind: "key", public: parsed.getPublicSSH(), text: secret, note: `${path} (${parsed.type})` };
}

async function readable(path: string): Promise<Buffer | undefined> {
  return await readFile(path).catch(() => undefined);
}

function firstParsed(text: Buffer): ParsedKey | Error {
  const parsed = ssh2.utils.parseKey(text);
  return Array.isArray(parsed) ? (parsed[0] ?? new Error("empty")) : parsed;
}

function firstKey(text: Buffer | undefined): Buffer | undefined {
  if (!text) return undefined;
  const parsed = firstParsed(text);
  return parsed instanceof Error ? undefined : parsed.getPublicSSH();
}

/** An agent that offers the keys that the configuration names first, or them alone: hosts count the tries. */
class OrderedAgent extends ssh2.OpenSSHAgent {
  readonly #named: readonly Buffer[];
  readonly #only: boolean;

  constructor(socket: string, named: readonly Buffer[], only: boolean) {
    super(socket);
    this.#named = named;
    this.#only = only;
  }

  override getIdentities(callback: Parameters<ssh2.OpenSSHAgent["getIdentities"]>[0]): void {
    super.getIdentities((error, keys) => {
      if (error || !keys) return callback(error, keys);
      const usable = keys.filter((key): key is ParsedKey => "getPublicSSH" in key);
      const isNamed = (key: ParsedKey) => this.#named.some((blob) => blob.equals(key.getPublicSSH()));
      const first = usable.filter(isNamed);
      callback(undefined, this.#only ? first : [...first, ...usable.filter((key) => !isNamed(key))]);
    });
  }
}
