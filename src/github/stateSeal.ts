import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { privateFolder, readPrivate, writePrivate } from "../process/privateFile.ts";

/**
 * State comes back to `post` from the runner, and the runner takes it from whoever can write to the log or to a file
 * of the job. So it is sealed with a key that lies in the job's own file system, where only this user can read it.
 */

const version = "v1";

function keyFile({ RUNNER_TEMP }: Variables): { readonly folder: string; readonly path: string } {
  const folder = join(RUNNER_TEMP || tmpdir(), `rcutorture-action-state-${process.getuid?.() ?? 0}`);
  return { folder, path: join(folder, "key") };
}

type Variables = Readonly<Record<string, string | undefined>>;

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

/** The key of this job, made where there is none yet. @throws NotPrivate when others may know it */
export function jobKey(variables: Variables): string {
  const { folder, path } = keyFile(variables);
  privateFolder(folder);
  try {
    return readPrivate(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    writePrivate(path, randomBytes(32).toString("hex"));
    return readPrivate(path);
  }
}

/** The key that an earlier step made; undefined: none did. @throws NotPrivate when others may know it */
export function existingKey(variables: Variables): string | undefined {
  const { folder, path } = keyFile(variables);
  try {
    const key = readPrivate(path);
    privateFolder(folder);
    return key;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function sealOf(name: string, text: string, key: string): string {
  return createHmac("sha256", key).update(`${version}\n${name}\n${text}`).digest("hex");
}

/** The value of a state variable: `v1 SEAL TEXT`. */
export function seal(name: string, text: string, key: string): string {
  return `${version} ${sealOf(name, text, key)} ${text}`;
}

/** What was sealed under this name with this key; undefined: it was not. */
export function unseal(name: string, value: string, key: string): string | undefined {
  const [, given, text] = /^v1 ([0-9a-f]{64}) (.*)$/s.exec(value) ?? [];
  if (given === undefined || text === undefined) return undefined;
  const expected = sealOf(name, text, key);
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? text : undefined;
}
