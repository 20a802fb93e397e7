/**
 * Another job at work on a directory store: `node worker.ts ROOT SCRATCH MAX_BYTES IMAGE_BYTES KEY…` saves and
 * fetches every key in turn, says `saving KEY` before and one line of JSON after each.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { directoryStore } from "../../../src/storage/directoryStore.ts";
import { digestTree, makeBuild } from "./build.ts";

const [root = "", scratch = "", maxBytes, image, ...keys] = process.argv.slice(2);
const store = directoryStore(root, { maxBytes: Number(maxBytes) });

for (const key of keys) {
  const build = await makeBuild(join(scratch, "build"), key, { image: Number(image) });
  console.log(`saving ${key}`);
  const saved = await store.save(build);
  const target = join(scratch, "out");
  const fetched = await store.fetch(key, target);
  const same =
    fetched.outcome !== "hit" || digestTree(target).bzImage === digestTree(build.directory).bzImage;
  console.log(JSON.stringify({ key, saved, fetched: { ...fetched, manifest: undefined }, same }));
  rmSync(target, { recursive: true, force: true });
}
