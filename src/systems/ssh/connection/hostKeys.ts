import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { InfrastructureError, InputError } from "../../../errors.ts";
import type { Executor } from "../../command.ts";
import type { Resolution } from "./resolution.ts";

/** A line of a known_hosts file that speaks of the host. */
export interface KnownKey {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** `ssh-ed25519`, … */
  readonly type: string;
  /** Base64, as in the file. */
  readonly key: string;
  readonly mark: "none" | "revoked" | "cert-authority";
}

/** All that the known_hosts files say about a host. */
export interface KnownHost {
  /** The name that was looked up: the alias, `host`, or `[host]:port`. */
  readonly lookup: string;
  readonly keys: readonly KnownKey[];
  /** What is known of the host without its port: ssh trusts such a key too, when it is the very one. */
  readonly withoutPort: readonly KnownKey[];
  /** The files that were asked and exist. */
  readonly files: readonly string[];
}

/** What a host's key is to us. Only `trusted` lets a connection live. */
export type Judgement =
  | { readonly kind: "trusted"; readonly known: KnownKey }
  | { readonly kind: "revoked"; readonly known: KnownKey }
  /** Another key is known for the host. */
  | { readonly kind: "changed"; readonly known: KnownKey }
  | { readonly kind: "unknown" };

/** Looks a host up in all files that its configuration names. `ssh-keygen` does it: it knows hashes and patterns. */
export async function lookUpHost(local: Executor, resolution: Resolution): Promise<KnownHost> {
  const { host, port, hostKeyAlias } = resolution;
  const plain = (hostKeyAlias ?? host).toLowerCase();
  const lookup = hostKeyAlias !== undefined || port === 22 ? plain : `[${plain}]:${port}`;
  const named = [...resolution.userKnownHostsFiles, ...resolution.globalKnownHostsFiles];
  const readable = await Promise.all(
    named.map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  const files = named.filter((_, index) => readable[index]);
  const find = async (name: string) =>
    (await Promise.all(files.map((file) => findKeys(local, name, file)))).flat();
  return { lookup, files, keys: await find(lookup), withoutPort: lookup === plain ? [] : await find(plain) };
}

async function findKeys(local: Executor, name: string, file: string): Promise<KnownKey[]> {
  const result = await local.run({ argv: ["ssh-keygen", "-F", name, "-f", file], timeout: 30_000 });
  if (result.cause === "failed-to-start") {
    throw new InfrastructureError(
      "there is no ssh-keygen on this machine; install it (Debian: apt-get install openssh-client)",
    );
  }
  // 1: not found.
  if (result.exitStatus !== 0 && result.exitStatus !== 1) {
    throw new InputError(
      `known hosts: cannot look up ${name} in ${file}: ${result.stderr.trim() || result.cause}`,
    );
  }
  return parseFound(file, result.stdout);
}

/** Reads what `ssh-keygen -F` prints: a comment with the line's number and mark, then the line itself. */
export function parseFound(file: string, text: string): KnownKey[] {
  const found: KnownKey[] = [];
  let line = 0;
  for (const row of text.split("\n")) {
    const comment = /^# Host .* found: line (\d+)/.exec(row);
    if (comment) {
      line = Number(comment[1]);
      continue;
    }
    const fields = row.trim().split(/\s+/);
    const mark =
      fields[0] === "@revoked" ? "revoked" : fields[0] === "@cert-authority" ? "cert-authority" : "none";
    const [, type, key] = mark === "none" ? fields : fields.slice(1);
    if (type !== undefined && key !== undefined) found.push({ file, line, type, key, mark });
  }
  return found;
}

/** Whether only certificates vouch for the host: for a client that understands them. */
export function trustsAuthority(known: KnownHost): boolean {
  return known.keys.some((entry) => entry.mark === "cert-authority");
}

/**
 * Judges the key that a host shows as ssh with `StrictHostKeyChecking yes` does.
 *
 * @param blob the public key in ssh's wire format
 */
export function judge(known: KnownHost, blob: Buffer): Judgement {
  const key = blob.toString("base64");
  const same = (entry: KnownKey) => entry.key === key;
  const revoked = [...known.keys, ...known.withoutPort].find(
    (entry) => entry.mark === "revoked" && same(entry),
  );
  if (revoked) return { kind: "revoked", known: revoked };
  const plain = known.keys.filter((entry) => entry.mark === "none");
  const trusted = plain.find(same) ?? known.withoutPort.find((entry) => entry.mark === "none" && same(entry));
  if (trusted) return { kind: "trusted", known: trusted };
  const other = plain.find((entry) => entry.type === keyType(blob)) ?? plain[0];
  return other ? { kind: "changed", known: other } : { kind: "unknown" };
}

/** The types of the keys known for a host: what to ask it for first, lest it shows one that nobody knows. */
export function knownTypes(known: KnownHost): string[] {
  const entries = [...known.keys, ...known.withoutPort].filter((entry) => entry.mark === "none");
  return [...new Set(entries.map((entry) => entry.type))];
}

/** Why a host is not talked to, with what a person needs to put it right. */
export function refusal(
  resolution: Resolution,
  known: KnownHost,
  judgement: Judgement,
  blob: Buffer,
): InputError {
  const { name, host } = resolution;
  const fingerprint = fingerprintOf(blob);
  const type = keyType(blob);
  const who = name === host ? name : `${name} (${host})`;
  if (judgement.kind === "revoked") {
    const { file, line } = judgement.known;
    return new InputError(
      `${who}: its host key ${fingerprint} is revoked (@revoked in ${file}:${line}); refused`,
    );
  }
  if (judgement.kind === "changed") {
    const { file, line } = judgement.known;
    const expected = fingerprintOf(Buffer.from(judgement.known.key, "base64"));
    return new InputError(
      `${who}: the host key is not the known one: it shows ${type} ${fingerprint}, ${file}:${line} has ${judgement.known.type} ${expected}; ` +
        "connection refused, because somebody may be listening in; if the machine was reinstalled, replace that line",
    );
  }
  const asked = known.files.length > 0 ? known.files.join(", ") : "no known_hosts file exists";
  return new InputError(
    `${who}: host key not known (asked: ${asked}); compare ${fingerprint} with what the machine itself says ` +
      `(ssh-keygen -lf /etc/ssh/${fileOf(type)}) and, if they are the same, add this line to ssh-known-hosts: ` +
      `${known.lookup} ${type} ${blob.toString("base64")}`,
  );
}

/** As `ssh-keygen -l` prints it. */
export function fingerprintOf(blob: Buffer): string {
  return `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;
}

/** The name at the beginning of a key in ssh's wire format. */
export function keyType(blob: Buffer): string {
  if (blob.length < 4) return "";
  return blob.subarray(4, 4 + blob.readUInt32BE(0)).toString("latin1");
}

function fileOf(type: string): string {
  const kind = type.startsWith("ecdsa") ? "ecdsa" : type.replace(/^ssh-/, "");
  return `ssh_host_${kind}_key.pub`;
}
