import { open } from "node:fs/promises";

/** Largest file that is taken for a key. */
const longestKey = 2 ** 20;

/** A file that may hold a private key. */
export interface KeyFile {
  readonly text: Buffer;
  /** Its mode, `0644`, where others than its owner may do anything with it: ssh then refuses a private key. */
  readonly exposed: string | undefined;
}

/**
 * Reads a key file, with ssh's own rule for its mode (`sshkey_perm_ok`): a private key of ours that others can read,
 * write or run is no secret any more. Of others' files ssh does not ask that.
 * @throws what the file system says
 */
export async function readKeyFile(path: string): Promise<KeyFile> {
  await using file = await open(path, "r");
  const { mode, uid, size } = await file.stat();
  if (size > longestKey) throw Object.assign(new Error(`${path} is no key`), { code: "EFBIG" });
  const exposed = uid === process.getuid?.() && (mode & 0o077) !== 0;
  return {
    text: await file.readFile(),
    exposed: exposed ? (mode & 0o7777).toString(8).padStart(4, "0") : undefined,
  };
}
