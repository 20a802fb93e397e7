import { InfrastructureError } from "../errors.ts";

const names: Readonly<Record<string, string>> = { darwin: "macOS", win32: "Windows" };

/** Modes that build kernels or run guests; the others only read and write files. */
const linuxOnly: readonly string[] = ["run", "build"];

/** @throws InfrastructureError where a mode cannot work, before anything else says so in other words */
export function checkPlatform(mode: string, platform: string = process.platform): void {
  if (platform === "linux" || !linuxOnly.includes(mode)) return;
  throw new InfrastructureError(
    `mode ${mode} needs Linux, and this machine is ${names[platform] ?? platform}; ` +
      "in a workflow, use a Linux runner: runs-on: ubuntu-latest.",
  );
}
