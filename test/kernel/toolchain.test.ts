import { expect, test } from "vitest";
import { toolchainOf } from "../../src/kernel/toolchain.ts";

test.each([
  ["", { cc: "gcc", ld: "ld", hostcc: "gcc", llvm: false }],
  ["CC=gcc-13 W=1", { cc: "gcc-13", ld: "ld", hostcc: "gcc", llvm: false }],
  ["LLVM=1", { cc: "clang", ld: "ld.lld", hostcc: "clang", llvm: true }],
  ["LLVM=0", { cc: "gcc", ld: "ld", hostcc: "gcc", llvm: false }],
  ["LLVM=-18", { cc: "clang-18", ld: "ld.lld-18", hostcc: "clang-18", llvm: true }],
  [
    "LLVM=/opt/llvm/bin/",
    { cc: "/opt/llvm/bin/clang", ld: "/opt/llvm/bin/ld.lld", hostcc: "/opt/llvm/bin/clang", llvm: true },
  ],
  ["LLVM=1 HOSTCC=gcc LD=ld.bfd", { cc: "clang", ld: "ld.bfd", hostcc: "gcc", llvm: true }],
  [
    "ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu-",
    { cc: "aarch64-linux-gnu-gcc", ld: "aarch64-linux-gnu-ld", hostcc: "gcc", llvm: false },
  ],
])("make %s", (kmakeArg, toolchain) => {
  expect(toolchainOf(kmakeArg)).toEqual(toolchain);
});
