/** What a pool's machines may be. Apart from pools.ts: whoever reads a plan needs no YAML. */
export const architectures = ["x86_64", "aarch64", "ppc64le", "s390x", "riscv64", "i386"] as const;
export type Architecture = (typeof architectures)[number];
