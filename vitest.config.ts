import { defineConfig } from "vitest/config";

/** Rooms whose tests start programs and servers, or wait for time to pass; and what takes seconds of CPU time. */
const integration = [
  ...["bench", "guests", "process", "storage", "support", "systems", "workflows"].map(
    (room) => `test/${room}/**/*.test.ts`,
  ),
  "test/**/*.slow.test.ts",
];

/** End-to-end tests on fleets of ssh systems. */
const ssh = ["bisect", "ssh*", "systems*"].map((name) => `test/e2e/${name}.test.ts`);

const setupFiles = ["test/support/quiet.ts"];
const globalSetup = ["test/support/temporaryFolder.ts"];

// unit: quick, everywhere. integration: real programs and servers. parity: against the kernel tree's own scripts.
// e2e: real kernels and machines. ssh: the same over fleets of ssh systems.
export default defineConfig({
  test: {
    // What tests print is shown only where they fail.
    silent: "passed-only",
    projects: [
      {
        test: {
          name: "unit",
          setupFiles,
          globalSetup,
          // No test here leaves anything behind in its process, so that modules need to be loaded only once.
          pool: "threads",
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/parity/**", "test/e2e/**", ...integration],
          // Nothing here takes long; a crowded machine may still need some time for it.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          setupFiles,
          globalSetup,
          include: integration,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "parity",
          setupFiles,
          globalSetup: [...globalSetup, "test/parity/setup.ts"],
          include: ["test/parity/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "e2e",
          setupFiles,
          globalSetup,
          include: ["test/e2e/**/*.test.ts"],
          exclude: ssh,
          testTimeout: 1_800_000,
          hookTimeout: 3_600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "ssh",
          setupFiles,
          globalSetup,
          include: ssh,
          testTimeout: 1_800_000,
          hookTimeout: 3_600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
