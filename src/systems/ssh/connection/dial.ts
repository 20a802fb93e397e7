import type { Readable } from "node:stream";
import ssh2, { type Client, type ConnectConfig, type ServerHostKeyAlgorithm } from "ssh2";
import { messageOf } from "../../../errors.ts";
import type { Credentials } from "./credentials.ts";
import { ConnectionFailure } from "./failure.ts";
import { judge, type KnownHost, knownTypes, refusal } from "./hostKeys.ts";
import type { Resolution } from "./resolution.ts";

/** Times of a connection, in milliseconds. */
export interface LinkTimes {
  /** From the first packet to being let in. */
  readonly connect: number;
  /** Between two questions whether the other side is still there, while nothing else is heard. */
  readonly keepalive: number;
  /** So many questions without an answer, and the connection counts as lost. */
  readonly keepaliveLimit: number;
}

export const defaultLinkTimes: LinkTimes = { connect: 20_000, keepalive: 5_000, keepaliveLimit: 6 };

/** One host on the way to a system, or the system itself. */
export interface Hop {
  readonly resolution: Resolution;
  readonly known: KnownHost;
  readonly credentials: Credentials;
}

/**
 * Connects through all hops; the last is the system. Nothing is sent to a host before its key has been judged.
 * When the connection to the system ends, those to the hops before it are closed.
 *
 * @throws ConnectionFailure
 */
export async function dial(hops: readonly Hop[], times: LinkTimes): Promise<Client> {
  let inner: Client | undefined;
  let sock: Readable | undefined;
  try {
    for (const hop of hops) {
      if (inner) sock = await forward(inner, hop.resolution);
      const outer = inner;
      inner = await dialHop(hop, sock, times);
      inner.once("close", () => outer?.end());
    }
  } catch (error) {
    inner?.end();
    throw error;
  }
  if (!inner) throw new RangeError("no hops");
  return inner;
}

function forward(through: Client, { name, host, port }: Resolution): Promise<Readable> {
  return new Promise((resolve, reject) => {
    through.forwardOut("127.0.0.1", 0, host, port, (error, channel) => {
      if (error) {
        reject(
          new ConnectionFailure(
            "unreachable",
            `${name}: the jump host does not reach ${host} port ${port}: ${error.message}`,
          ),
        );
      } else resolve(channel);
    });
  });
}

function dialHop(
  { resolution, known, credentials }: Hop,
  sock: Readable | undefined,
  times: LinkTimes,
): Promise<Client> {
  const { host, port, user, bindAddress, addressFamily } = resolution;
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    let refused: ConnectionFailure | undefined;
    const fail = (error: unknown) => {
      client.off("close", onClose);
      // Later errors of the same broken connection have nobody to tell.
      client.on("error", () => {});
      client.destroy();
      reject(refused ?? failureOf(resolution, credentials, error));
    };
    const onClose = () => fail(new Error("the connection was closed"));
    client.once("error", fail);
    client.once("close", onClose);
    client.once("ready", () => {
      client.off("error", fail);
      client.off("close", onClose);
      // The close that follows is what users of the connection listen to: each session, of which there are several.
      client.setMaxListeners(0);
      client.on("error", () => {});
      resolve(client);
    });
    const config: ConnectConfig = {
      ...(sock ? { sock } : { host, port }),
      username: user,
      readyTimeout: resolution.connectTimeout ? resolution.connectTimeout * 1000 : times.connect,
      keepaliveInterval: times.keepalive,
      keepaliveCountMax: times.keepaliveLimit,
      authHandler: [...credentials.methods],
      algorithms: { serverHostKey: hostKeyOrder(known) },
      hostVerifier: (blob: Buffer) => {
        const judgement = judge(known, blob);
        if (judgement.kind === "trusted") return true;
        refused = new ConnectionFailure("host-key", refusal(resolution, known, judgement, blob).message);
        return false;
      },
      ...(bindAddress !== undefined ? { localAddress: bindAddress } : {}),
      ...(addressFamily === "inet" ? { forceIPv4: true } : {}),
      ...(addressFamily === "inet6" ? { forceIPv6: true } : {}),
    };
    try {
      client.connect(config);
    } catch (error) {
      fail(error);
    }
  });
}

const supported: readonly ServerHostKeyAlgorithm[] = [
  "ssh-ed25519",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "rsa-sha2-512",
  "rsa-sha2-256",
];

/** The known types first, as ssh does: a host has several keys, and shows the first that we ask for. */
function hostKeyOrder(known: KnownHost): ServerHostKeyAlgorithm[] {
  const types = knownTypes(known);
  const isKnown = (name: string) =>
    types.includes(name) || (name.startsWith("rsa-") && types.includes("ssh-rsa"));
  return [...supported.filter(isKnown), ...supported.filter((name) => !isKnown(name))];
}

function failureOf(resolution: Resolution, credentials: Credentials, error: unknown): ConnectionFailure {
  const { name, host, port, user } = resolution;
  const { level, code } = error as { level?: string; code?: string };
  const text = messageOf(error);
  const at = `${host} port ${port}`;
  if (code === "ENOTFOUND" || code === "EAI_NODATA") {
    return new ConnectionFailure(
      "no-such-host",
      `${name}: there is no host called ${host}; check the name, or give it a HostName in the ssh configuration`,
    );
  }
  if (code === "EAI_AGAIN") {
    return new ConnectionFailure(
      "unreachable",
      `${name}: cannot look up ${host}: no name server answers; does this machine have a network?`,
    );
  }
  if (level === "client-authentication") {
    const tried =
      credentials.notes.length > 0 ? credentials.notes.join(", ") : "nothing: no agent and no identity file";
    return new ConnectionFailure(
      "refused",
      `${name}: ${user}@${host} lets none of our keys in (had: ${tried}); put a public key of ours into its authorized_keys, or give another ssh-private-key`,
    );
  }
  if (level === "client-timeout") {
    return new ConnectionFailure("unreachable", `${name}: ${at} does not answer in time`);
  }
  if (
    level === "client-socket" ||
    level === "client-dns" ||
    code !== undefined ||
    /closed|lost before/i.test(text)
  ) {
    return new ConnectionFailure("unreachable", `${name}: cannot reach ${at}: ${text}`);
  }
  return new ConnectionFailure("protocol", `${name}: cannot agree on how to talk with ${at}: ${text}`);
}
