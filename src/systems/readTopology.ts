import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CacheTopology } from "./topology.ts";

/** Reads what CPU assignment needs from a sysfs; nothing there is an empty topology. */
export async function readTopology(sysfs = "/sys/devices/system/node"): Promise<CacheTopology> {
  const names = await entries(sysfs, /^node/);
  return {
    nodes: await Promise.all(names.map(async (name) => ({ name, cpus: await cpusOf(join(sysfs, name)) }))),
  };
}

async function cpusOf(node: string): Promise<CacheTopology["nodes"][number]["cpus"]> {
  const names = await entries(node, /^cpu\d+/);
  return await Promise.all(
    names.map(async (name) => {
      const cache = join(node, name, "cache");
      const indexes = await entries(cache, /^index/);
      const lists = await Promise.all(
        indexes.map(async (index) => [index, await text(join(cache, index, "shared_cpu_list"))] as const),
      );
      return { name, shared: new Map(lists) };
    }),
  );
}

async function entries(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => pattern.test(name));
}

async function text(path: string): Promise<string | undefined> {
  return await readFile(path, "utf8").catch(() => undefined);
}
