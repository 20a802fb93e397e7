import { fetchBackportsTree } from "../support/backports.ts";

/** Before any parity test, and once for all of them: the newest kernel's scripts. */
export async function setup(): Promise<void> {
  if (!process.env.RCUTORTURE_TEST_TREES) await fetchBackportsTree();
}
