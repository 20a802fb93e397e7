import { expect, test } from "vitest";
import type { Delivery } from "../../src/systems/ssh/kernels/contentStore.ts";
import { Relay } from "../../src/systems/ssh/kernels/relay.ts";

/** Systems that have items; transfers take their time and are noted. */
function scene(broken: (from: string, to: string) => boolean = () => false) {
  const has = new Set<string>();
  const noted: string[] = [];
  let leaving = 0;
  const tick = () => new Promise((resolve) => setTimeout(resolve, 5));
  const relay = new Relay(async (from, to, sha256) => {
    expect(has).toContain(`${from} ${sha256}`);
    await tick();
    if (broken(from, to)) return false;
    noted.push(`${from} > ${to}`);
    has.add(`${to} ${sha256}`);
    return true;
  });
  const bring = (sha256: string, to: string) =>
    relay.bring(sha256, to, async (): Promise<Delivery> => {
      if (!has.has(`${to} ${sha256}`)) {
        leaving++;
        expect(leaving).toBe(1);
        await tick();
        leaving--;
        noted.push(`here > ${to}`);
        has.add(`${to} ${sha256}`);
      }
      return { path: `/objects/${sha256}`, sent: 0 };
    });
  return { relay, bring, noted };
}

const systems = ["k1", "k2", "k3", "k4", "k5"];

test("an item leaves here once, and everybody gets it once", async () => {
  const { relay, bring, noted } = scene();
  await Promise.all(systems.map((name) => bring("a", name)));
  expect(noted.filter((line) => line.startsWith("here"))).toEqual(["here > k1"]);
  expect(noted.map((line) => line.split(" > ")[1]).sort()).toEqual(systems);
  expect(relay.relayed).toBe(4);
});

test("several items: one at a time leaves here, while systems pass on", async () => {
  const { bring, noted } = scene();
  await Promise.all(["a", "b", "c"].flatMap((item) => systems.map((name) => bring(item, name))));
  expect(noted).toHaveLength(15);
  expect(noted.filter((line) => line.startsWith("here"))).toHaveLength(3);
});

test("systems that do not reach each other get it from here", async () => {
  const { relay, bring, noted } = scene(() => true);
  await Promise.all(systems.map((name) => bring("a", name)));
  expect(noted.sort()).toEqual(systems.map((name) => `here > ${name}`));
  expect(relay.relayed).toBe(0);
});

test("a delivery that fails is its own system's matter", async () => {
  const { relay, bring } = scene();
  const lost = relay.bring("a", "k0", async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw new Error("k0 is gone");
  });
  const others = systems.map((name) => bring("a", name));
  await expect(lost).rejects.toThrow("k0 is gone");
  expect(await Promise.all(others)).toHaveLength(5);
});
