import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildKey,
  changedIngredients,
  explainMiss,
  type Ingredients,
  keyPrefix,
} from "../../src/kernel/fingerprint.ts";
import { keySchema } from "../../src/storage/manifest.ts";
import { symbolsKey } from "../../src/storage/store.ts";

const ingredients: Ingredients = {
  format: "1",
  suite: "rcu",
  scenario: "TREE03",
  architecture: "x86_64",
  tree: "0f8e9475ed180ec5a12b024b1150b622856f885d",
  changes: "none",
  fragment: "CONFIG_SMP=y CONFIG_NR_CPUS=16",
  boot: "rcutree.gp_preinit_delay=3",
  defconfig: "defconfig",
  kmakeArg: "",
  environment: "",
  compiler: "gcc (Debian 12.2.0-14) 12.2.0",
  linker: "GNU ld (GNU Binutils for Debian) 2.40",
  initrd: "of mkinitrd.sh",
  guest: "",
};
const names = Object.keys(ingredients) as (keyof Ingredients)[];

describe("buildKey", () => {
  test("can be read, and ends in a digest", () => {
    expect(buildKey(ingredients)).toMatch(/^rcutorture-1-x86_64-rcu-TREE03\.0f8e9475ed18-[0-9a-f]{64}$/);
  });

  test.each(names)("another %s is another key", (name) => {
    expect(buildKey({ ...ingredients, [name]: `${ingredients[name]}x` })).not.toBe(buildKey(ingredients));
  });

  test("does not depend on the order of properties", () => {
    const reversed = Object.fromEntries(Object.entries(ingredients).reverse()) as unknown as Ingredients;
    expect(buildKey(reversed)).toBe(buildKey(ingredients));
  });

  test("text cannot wander from one ingredient into the next", () => {
    const moved = { ...ingredients, boot: "a", defconfig: "b c" };
    expect(buildKey(moved)).not.toBe(buildKey({ ...moved, boot: "a b", defconfig: "c" }));
  });

  test("is one that every store takes, whatever the ingredients are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 }), { minLength: 15, maxLength: 15 }), (texts) => {
        const any = Object.fromEntries(
          names.map((name, index) => [name, texts[index] ?? ""]),
        ) as unknown as Ingredients;
        const key = buildKey(any);
        expect(keySchema.safeParse(key).success).toBe(true);
        expect(symbolsKey(key).length).toBeLessThanOrEqual(512);
        expect(key.startsWith(keyPrefix(any))).toBe(true);
      }),
    );
  });

  test("no scenario's keys begin with another's prefix", () => {
    const boost = buildKey({ ...ingredients, scenario: "BUSTED-BOOST" });
    expect(boost.startsWith(keyPrefix({ ...ingredients, scenario: "BUSTED" }))).toBe(false);
    expect(boost.startsWith(keyPrefix({ ...ingredients, scenario: "BUSTED-BOOST" }))).toBe(true);
  });
});

describe("explainMiss", () => {
  const stored = (changed: Partial<Ingredients>): Record<string, string> => ({ ...ingredients, ...changed });

  test("nothing stored", () => {
    expect(explainMiss(ingredients, undefined)).toBe("TREE03: no build of it is stored yet");
  });

  test("names what changed, the most telling first", () => {
    expect(explainMiss(ingredients, stored({ compiler: "gcc 13", tree: "abc" }))).toBe(
      "TREE03: the nearest stored build differs in the source tree (abc, now 0f8e9475ed180ec5a12b024b1150b622856f885d); " +
        "the compiler (gcc 13, now gcc (Debian 12.2.0-14) 12.2.0)",
    );
    expect(explainMiss({ ...ingredients, kmakeArg: "W=1" }, stored({}))).toContain(
      "kmake-arg (none, now W=1)",
    );
  });

  test("names the Kconfig options that came and went", () => {
    const wanted = { ...ingredients, fragment: "CONFIG_SMP=y CONFIG_NR_CPUS=4 CONFIG_KASAN=y" };
    expect(explainMiss(wanted, stored({}))).toContain(
      "Kconfig options (+CONFIG_NR_CPUS=4 +CONFIG_KASAN=y -CONFIG_NR_CPUS=16)",
    );
    const reordered = { ...ingredients, fragment: "CONFIG_NR_CPUS=16 CONFIG_SMP=y" };
    expect(explainMiss(reordered, stored({}))).toContain("Kconfig options (their order)");
  });

  test("an entry that lacks an ingredient differs in it, and long texts are cut", () => {
    expect(changedIngredients(ingredients, {})).toHaveLength(
      names.filter((name) => ingredients[name] !== "").length,
    );
    const long = explainMiss({ ...ingredients, kmakeArg: "x".repeat(5000) }, stored({}));
    expect(long.length).toBeLessThan(300);
  });
});
