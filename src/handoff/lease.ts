import { isAbsolute, join } from "node:path";
import * as z from "zod";
import type { SystemsLease } from "../context.ts";

/** A path that nobody can mistake for something else. */
const path = z.string().refine((text) => isAbsolute(text) && !/[\0\r\n]|\/\.\.?(?:\/|$)/.test(text));

/** Folders of `prepareSshFiles`: one is removed, and its configuration names programs that ssh starts. */
const sshFiles = z
  .strictObject({ directory: path.regex(/\/rcutorture-ssh-\w{6}$/), configFile: path })
  .refine(({ directory, configFile }) => configFile === join(directory, "config"));

/** See SystemsLease: read back, it is validated. */
export const leaseSchema: z.ZodType<SystemsLease> = z.strictObject({
  names: z.array(z.string().regex(/^[^\s-]\S*$/)),
  key: z.string(),
  ssh: sshFiles.optional(),
  release: z.boolean(),
  journal: path.regex(/\/rcutorture-action\/in-use\/\d+\.json$/),
});
