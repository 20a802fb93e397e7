import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ssh2 from "ssh2";
import { InputError, messageOf } from "../../../errors.ts";
import { homeOf } from "../../home.ts";
import { readKeyFile } from "./keyFile.ts";

/** The inputs `ssh-config`, `ssh-private-key` and `ssh-known-hosts`: each the text itself or a file's path. */
export interface SshInputs {
  readonly config?: string | undefined;
  readonly privateKey?: string | undefined;
  readonly knownHosts?: string | undefined;
}

/** What `prepareSshFiles` left on the disk. Plain data: `post` removes by it what a dead job could not. */
export interface SshFiles {
  readonly directory: string;
  /** The ssh_config to hand to `ssh -F`. */
  readonly configFile: string;
}

/**
 * Lays out the inputs for ssh, in a folder that only this user can enter. Nothing is written without inputs:
 * then the user's own configuration counts.
 *
 * @param options.parent where the private folder is made
 * @param options.mask is told every line that must not appear in a log
 * @throws InputError for text that is neither a file nor what the input should hold, and for a key that asks
 *   for a passphrase
 */
export async function prepareSshFiles(
  inputs: SshInputs,
  options: { readonly parent: string; readonly mask: (secret: string) => void },
): Promise<SshFiles | undefined> {
  const given = (value: string | undefined) => (value?.trim() ? value : undefined);
  const [config, privateKey, knownHosts] = [
    given(inputs.config),
    given(inputs.privateKey),
    given(inputs.knownHosts),
  ];
  if (config === undefined && privateKey === undefined && knownHosts === undefined) return undefined;
  // Masked before anything can fail and talk about it.
  const key =
    privateKey === undefined ? undefined : await textOf("ssh-private-key", privateKey, options.mask);
  const directory = await mkdtemp(join(options.parent, "rcutorture-ssh-"));
  try {
    await chmod(directory, 0o700);
    const put = async (name: string, text: string) => {
      const path = join(directory, name);
      await writeFile(path, text, { mode: 0o600, flag: "wx" });
      return quoted(path);
    };
    const own: string[] = [];
    if (key !== undefined) own.push(`IdentityFile ${await put("key", key)}`);
    if (knownHosts !== undefined) {
      const path = await put("known_hosts", await textOf("ssh-known-hosts", knownHosts));
      own.push(`UserKnownHostsFile ${path} ~/.ssh/known_hosts ~/.ssh/known_hosts2`);
    }
    const users =
      config === undefined ? "~/.ssh/config" : await put("user_config", await textOf("ssh-config", config));
    // The first value that ssh meets counts: the inputs go before the user's, and those before the system's.
    // `Match all` ends a Host block of the file before.
    const lines = ["Match all", ...own, `Include ${users}`, "Match all", "Include /etc/ssh/ssh_config"];
    await put("config", `${lines.join("\n")}\n`);
    return { directory, configFile: join(directory, "config") };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Removes what `prepareSshFiles` wrote. Safe to repeat. */
export async function removeSshFiles(files: SshFiles): Promise<void> {
  await rm(files.directory, { recursive: true, force: true });
}

type InputName = "ssh-config" | "ssh-private-key" | "ssh-known-hosts";

/** How a text shows that it is the thing itself and not the path of a file. */
const isText: Readonly<Record<InputName, (value: string) => boolean>> = {
  "ssh-config": (value) => /\n|^\s*(host|match|include)\s/i.test(value.trim()),
  "ssh-private-key": (value) => value.includes("-----BEGIN"),
  "ssh-known-hosts": (value) => /^(@\S+ +)?\S+ +(ssh-|ecdsa-|sk-)\S+ +\S+/m.test(value),
};

const expected: Readonly<Record<InputName, string>> = {
  "ssh-config": "lines of an ssh_config, `Host NAME` first",
  "ssh-private-key": "a private key, from -----BEGIN to -----END",
  "ssh-known-hosts": "lines of a known_hosts file, as ssh-keyscan prints them",
};

async function textOf(name: InputName, value: string, mask?: (secret: string) => void): Promise<string> {
  if (mask && isText[name](value)) maskLines(value, mask);
  const text = (isText[name](value) ? value : await readNamed(name, value.trim())).replaceAll("\r\n", "\n");
  if (mask) maskLines(text, mask);
  const ended = text.endsWith("\n") ? text : `${text}\n`;
  if (name === "ssh-private-key") checkKey(ended);
  else if (!isText[name](ended) && ended.trim() !== "") {
    throw new InputError(`${name}: no ${expected[name]} in ${isText[name](value) ? "it" : value.trim()}`);
  }
  return ended;
}

async function readNamed(name: InputName, path: string): Promise<string> {
  const full = path.replace(/^~(?=\/)/, homeOf(process.env) ?? "~");
  try {
    if (name !== "ssh-private-key") return await readFile(full, "utf8");
    const { text, exposed } = await readKeyFile(full);
    if (exposed === undefined) return text.toString("utf8");
    throw new InputError(
      `ssh-private-key: others can get at "${path}" (mode ${exposed}), so ssh would not use it; chmod 600 it.`,
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    // The value may be a key that lost its first line: it is shown only when it is surely a path.
    const shown = /^[~.]?\/[^\n]{0,200}$/.test(path) && code !== "ENAMETOOLONG" ? `"${path}"` : "the value";
    const why = code === "EACCES" ? "a file that this user may not read" : "no readable file";
    throw new InputError(`${name}: ${shown} is ${why} (${code}), and not ${expected[name]} itself`);
  }
}

function checkKey(text: string): void {
  const parsed = ssh2.utils.parseKey(text);
  if (!(parsed instanceof Error)) return;
  if (/encrypted/i.test(parsed.message)) {
    throw new InputError(
      "ssh-private-key: the key needs a passphrase, which a job cannot type; give a key without one (ssh-keygen -p -N '' -f COPY_OF_KEY)",
    );
  }
  // A kind that ssh2 does not know may still be one that ssh itself does.
  if (/unsupported openssh private key type/i.test(parsed.message)) return;
  throw new InputError(`ssh-private-key: not a usable private key: ${messageOf(parsed)}`);
}

function maskLines(text: string, mask: (secret: string) => void): void {
  for (const line of text.split(/\r?\n/)) {
    // The frame and very short lines are no secrets, and masking them would riddle the log.
    if (line.trim().length >= 8 && !line.startsWith("-----")) mask(line.trim());
  }
}

function quoted(path: string): string {
  return `"${path.replaceAll("%", "%%")}"`;
}
