import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { parsePools } from "../../src/plan/pools.ts";

const yaml = `
- name: hosted
  labels: ubuntu-latest
  cpus: 4
  memory: 16G
  count: 20
- name: lab
  labels: [self-hosted, lab]
  cpus: 64
  systems: kvm1 kvm2
  minutes: 1440
- {name: arm, labels: ubuntu-24.04-arm, cpus: 4, architecture: aarch64, builds: true}
`;

describe("parsePools", () => {
  it("reads YAML", () => {
    expect(parsePools(yaml)).toEqual([
      {
        name: "hosted",
        labels: ["ubuntu-latest"],
        cpus: 4,
        memory: 16 * 2 ** 30,
        count: 20,
        kvm: true,
        architecture: "x86_64",
        minutes: 360,
        systems: [],
        builds: false,
      },
      {
        name: "lab",
        labels: ["self-hosted", "lab"],
        cpus: 64,
        count: 1,
        kvm: true,
        architecture: "x86_64",
        minutes: 1440,
        systems: ["kvm1", "kvm2"],
        builds: false,
      },
      {
        name: "arm",
        labels: ["ubuntu-24.04-arm"],
        cpus: 4,
        count: 1,
        kvm: false,
        architecture: "aarch64",
        minutes: 360,
        systems: [],
        builds: true,
      },
    ]);
  });

  it("reads JSON, and a mapping from name to pool", () => {
    const json =
      '{"hosted": {"labels": ["ubuntu-latest"], "cpus": 4}, "own": {"labels": "self-hosted", "cpus": 8}}';
    expect(parsePools(json).map(({ name, cpus, minutes }) => [name, cpus, minutes])).toEqual([
      ["hosted", 4, 360],
      ["own", 8, 7200],
    ]);
  });

  const one = (more: string) => `- {name: a, labels: x, cpus: 4${more ? `, ${more}` : ""}}`;
  it.each([
    ["", "pools: a list of pools is needed"],
    ["[]", "pools: the list is empty"],
    ["- a: [", "pools: this is neither YAML nor JSON"],
    ["- 7", "pools: entry 1 is not a pool: it needs name, labels and cpus."],
    ["a: 7", 'pools: "a" is not a pool'],
    ["- {labels: x, cpus: 4}", "pools: entry 1: name is missing; it must be a name"],
    ["- {name: a, cpus: 4}", 'pools: "a": labels is missing; it must be a label or a list'],
    ["- {name: a, labels: [], cpus: 4}", 'pools: "a": labels is []; it must be'],
    ["- {name: a b, labels: x, cpus: 4}", 'pools: "a b": name is "a b"; it must be a name'],
    [
      "- {name: a, labels: x, cpus: four}",
      'pools: "a": cpus is "four"; it must be a whole number from 1 to 65536.',
    ],
    ["- {name: a, labels: x, cpus: 0}", 'pools: "a": cpus is 0;'],
    [one("memory: 16"), 'pools: "a": memory is 16; it must be a size with its unit, such as 16G or 512M.'],
    [one("kvm: yes"), 'pools: "a": kvm is "yes"; it must be true or false.'],
    [one("architecture: arm64"), 'pools: "a": architecture is "arm64"; it must be one of x86_64, aarch64,'],
    [one("count: 1.5"), 'pools: "a": count is 1.5; it must be a whole number from 1 to 10000.'],
    [one("cpu: 4"), 'pools: "a": "cpu" is not known; a pool has name, labels, cpus,'],
    [one("minutes: 361"), 'pools: "a": minutes is 361; a job on a hosted runner may take 360'],
    [one("systems: [k1], count: 2"), 'pools: "a": count is 2; with systems it must be 1'],
    [one("systems: k1 k1"), 'pools: "a": systems names one twice'],
    [`${one("")}\n${one("")}`, 'pools: "a" appears twice'],
    [
      `${one("systems: k1")}\n- {name: b, labels: x, cpus: 1, systems: k1}`,
      'pools: "b": system k1 belongs to another',
    ],
    ["- &a {name: a, labels: x, cpus: 1}\n- *a", "pools: this is neither YAML nor JSON"],
  ])("refuses %j", (text, message) => {
    expect(() => parsePools(text)).toThrow(InputError);
    expect(() => parsePools(text)).toThrow(message);
    try {
      parsePools(text);
    } catch (error) {
      expect((error as Error).message).not.toContain("\n");
    }
  });
});
