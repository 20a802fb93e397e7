import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBuild } from "../../src/kernel/buildResult.ts";

const scratch = mkdtempSync(join(tmpdir(), "build-result-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(scratch, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

const head = "#\n# Automatically generated file; DO NOT EDIT.\n#\n";

test.each([
  ["plain", `${head}CONFIG_SMP=y\n# CONFIG_KASAN is not set\n`, undefined],
  ["kasan", `${head}CONFIG_HAVE_ARCH_KASAN=y\nCONFIG_KASAN=y\n`, "kasan"],
  ["kcsan", `${head}CONFIG_KCSAN=y\nCONFIG_KCSAN_STRICT=y\n`, "kcsan"],
])("the sanitizer of a %s kernel is read from its .config", async (name, config, variant) => {
  const path = folder(name, { builtkernel: "", ".config": config });
  const { result } = await readBuild(path, "TREE03", "/", undefined);
  expect(result.variant).toBe(variant);
});

test("without builtkernel and an error the build was ended from outside, unless there is a console of its kernel", async () => {
  const path = folder("by-hand", { "Make.out": "  CC      kernel/rcu/tree.o\n" });
  const unbuilt = await readBuild(path, "TREE03", "/", undefined);
  expect(unbuilt.result).toMatchObject({ status: "skipped", diagnostics: [{ severity: "error" }] });
  const booted = await readBuild(path, "TREE03", "/", undefined, true);
  expect(booted.result).toMatchObject({ status: "built", diagnostics: [] });
});

test.each([
  [
    "a compiler's error",
    "failed",
    "kernel/rcu/tree.c:7:1: error: 'oops' undeclared\nmake: *** [x] Error 2\n",
  ],
  ["make's own error", "failed", "make: *** No rule to make target 'x'.  Stop.\n"],
  ["a full disk", "skipped", "a.c:1:1: fatal error: error writing to /tmp/x: No space left on device\n"],
  ["ended processes", "skipped", "  CC x.o\nmake[2]: *** [scripts/Makefile.build:229: x.o] Terminated\n"],
])("%s: %s", async (name, status, output) => {
  const { result } = await readBuild(folder(name, { "Make.out": output }), "TREE03", "/", undefined);
  expect(result.status).toBe(status);
});

test("options that KCSAN forces are no complaint in a run with KCSAN, as in kvm-recheck.sh", async () => {
  const files = {
    builtkernel: "",
    ".config": "CONFIG_PROVE_RCU=y\nCONFIG_HZ=100\n",
    ConfigFragment: "CONFIG_PROVE_RCU=n\nCONFIG_HZ=1000\n",
  };
  const errors = async (name: string, input: string) => {
    const path = folder(name, { ...files, "ConfigFragment.input": input });
    return (await readBuild(path, "TREE03", "/", undefined)).result.configErrors;
  };
  expect(await errors("without-kcsan", "CONFIG_HZ=1000\n")).toHaveLength(2);
  const left = await errors("with-kcsan", "CONFIG_HZ=1000\nCONFIG_KCSAN=y\n");
  expect(left).toHaveLength(1);
  expect(left[0]).toContain("CONFIG_HZ=1000");
});
