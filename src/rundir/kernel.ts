import { join } from "node:path";
import { InfrastructureError } from "../errors.ts";
import type { PlannedGuest } from "../plan/guest.ts";
import { imageName } from "./buildFiles.ts";
import type { QemuCmd } from "./qemuCmd.ts";

/**
 * Path of a guest's kernel in a run directory, wherever the one in its command points.
 * @throws InfrastructureError when its command names none
 */
export function kernelOf(cmd: QemuCmd, path: string, guest: Pick<PlannedGuest, "name" | "scenario">): string {
  const image = imageName(cmd);
  if (image === undefined) throw new InfrastructureError(`${guest.name}: its qemu-cmd names no -kernel.`);
  return join(path, guest.scenario, image);
}
