/** What a name means to ssh: the part of `ssh -G NAME` that decides how we connect. */
export interface Resolution {
  /** As the user wrote it. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** In the order of trying; defaults that do not exist included. Absolute, like all paths here. */
  readonly identityFiles: readonly string[];
  readonly certificateFiles: readonly string[];
  /** Socket of an agent. Absent: none is to be asked. */
  readonly identityAgent?: string;
  /** The agent may offer only keys that `identityFiles` names. */
  readonly identitiesOnly: boolean;
  readonly userKnownHostsFiles: readonly string[];
  readonly globalKnownHostsFiles: readonly string[];
  /** The name under which the host's key is known, if another. */
  readonly hostKeyAlias?: string;
  /** `[user@]host[:port][,…]`. */
  readonly proxyJump?: string;
  readonly proxyCommand?: string;
  readonly bindAddress?: string;
  readonly addressFamily: "any" | "inet" | "inet6";
  /** Seconds. */
  readonly connectTimeout?: number;
  /** Settings that only OpenSSH's own client can follow, as `Keyword value`. */
  readonly special: readonly string[];
}

/** Where `~` and the tokens of ssh_config point. */
export interface Person {
  readonly home: string;
  readonly user: string;
  readonly uid: number;
  /** `SSH_AUTH_SOCK` and other variables that paths may name. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Keywords that change whom we trust or how we get there in ways that only OpenSSH itself implements. */
const specialKeywords: Readonly<Record<string, (value: string) => boolean>> = {
  certificatefile: set,
  knownhostscommand: set,
  pkcs11provider: set,
  proxycommand: set,
  revokedhostkeys: set,
  bindinterface: set,
};

function set(value: string): boolean {
  return value !== "" && value.toLowerCase() !== "none";
}

/**
 * Reads what `ssh -G NAME` prints.
 *
 * @param name what was asked for
 * @throws Error when the text is not what ssh prints
 */
export function parseResolution(name: string, text: string, person: Person): Resolution {
  const values = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const [, keyword, value] = /^(\S+)(?: (.*))?$/.exec(line.trimEnd()) ?? [];
    if (keyword === undefined) continue;
    const list = values.get(keyword) ?? [];
    list.push(value ?? "");
    values.set(keyword, list);
  }
  const one = (keyword: string) => {
    const value = values.get(keyword)?.[0];
    return value !== undefined && set(value) ? value : undefined;
  };
  const host = one("hostname");
  const port = Number(one("port") ?? "22");
  const user = one("user");
  if (host === undefined || user === undefined || !Number.isInteger(port)) {
    throw new Error(`ssh -G ${name} prints no hostname, port and user`);
  }
  const alias = one("hostkeyalias");
  const expand = (path: string) => expandPath(path, { name, host, port, user, alias, person });
  const agent = one("identityagent") ?? "SSH_AUTH_SOCK";
  const agentSocket =
    values.get("identityagent")?.[0] === "none" ? undefined : agentPath(agent, person, expand);
  const [proxyJump, proxyCommand, bindAddress] = [one("proxyjump"), one("proxycommand"), one("bindaddress")];
  const timeout = Number(one("connecttimeout"));
  const family = one("addressfamily");
  return {
    name,
    host,
    port,
    user,
    identityFiles: (values.get("identityfile") ?? []).filter(set).map(expand),
    certificateFiles: (values.get("certificatefile") ?? []).filter(set).map(expand),
    ...(agentSocket !== undefined ? { identityAgent: agentSocket } : {}),
    identitiesOnly: one("identitiesonly") === "yes",
    userKnownHostsFiles: paths(one("userknownhostsfile") ?? "").map(expand),
    globalKnownHostsFiles: paths(one("globalknownhostsfile") ?? "").map(expand),
    ...(alias !== undefined ? { hostKeyAlias: alias } : {}),
    ...(proxyJump !== undefined ? { proxyJump } : {}),
    ...(proxyCommand !== undefined ? { proxyCommand } : {}),
    ...(bindAddress !== undefined ? { bindAddress } : {}),
    addressFamily: family === "inet" || family === "inet6" ? family : "any",
    ...(Number.isFinite(timeout) && timeout > 0 ? { connectTimeout: timeout } : {}),
    special: Object.entries(specialKeywords).flatMap(([keyword, matters]) =>
      (values.get(keyword) ?? []).filter(matters).map((value) => `${keyword} ${value}`),
    ),
  };
}

/** ssh prints lists of paths with spaces between them and no quotes: a word that starts no path belongs to the last. */
function paths(list: string): string[] {
  const found: string[] = [];
  for (const word of list.split(" ").filter(Boolean)) {
    if (/^[/~%$]/.test(word) || found.length === 0) found.push(word);
    else found[found.length - 1] += ` ${word}`;
  }
  return found;
}

function agentPath(value: string, person: Person, expand: (path: string) => string): string | undefined {
  const variable = value === "SSH_AUTH_SOCK" ? value : /^\$(\w+)$/.exec(value)?.[1];
  const socket = variable === undefined ? expand(value) : person.env[variable];
  return socket === "" ? undefined : socket;
}

interface Tokens {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly alias: string | undefined;
  readonly person: Person;
}

/** `~` and the tokens of ssh_config(5) that paths may hold and `ssh -G` leaves in place. */
function expandPath(path: string, { name, host, port, user, alias, person }: Tokens): string {
  const tokens: Readonly<Record<string, string>> = {
    "%": "%",
    d: person.home,
    h: host,
    i: String(person.uid),
    k: alias ?? name,
    n: name,
    p: String(port),
    r: user,
    u: person.user,
  };
  return path
    .replace(/^~(?=\/|$)/, person.home)
    .replace(/\$\{(\w+)\}/g, (_, variable: string) => person.env[variable] ?? "")
    .replace(/%(.)/g, (token, letter: string) => tokens[letter] ?? token);
}
