import { describe, expect, it } from "vitest";
import { localStore } from "../../src/storage/localStore.ts";

describe("where the directory store lives", () => {
  it.each([
    [{ HOME: "/home/u" }, "/home/u/.cache/rcutorture-action/store"],
    [{ HOME: "/home/u", XDG_CACHE_HOME: "/var/cache/u" }, "/var/cache/u/rcutorture-action/store"],
    [{ HOME: "/home/u", XDG_CACHE_HOME: "relative" }, "/home/u/.cache/rcutorture-action/store"],
    [{ RCUTORTURE_ACTION_CACHE: "/big/disk", XDG_CACHE_HOME: "/var/cache/u" }, "/big/disk"],
  ])("with %o", (variables, directory) => {
    expect(localStore(variables).path).toBe(directory);
  });
});
