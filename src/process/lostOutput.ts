/** Errors of a stream whose reader has gone (EPIPE, EIO of a closed terminal) or whose file is full (ENOSPC). */
export type LostOutput = "stdout" | "stderr";

/**
 * From now on output that cannot be written is dropped. Without this, `run … | head -1` would end with Node's exit
 * status 1, which says that the kernel failed, and without reports.
 *
 * @returns the streams that have lost something so far
 */
export function dropLostOutput(
  streams: Record<LostOutput, NodeJS.WritableStream> = process,
): Set<LostOutput> {
  const lost = new Set<LostOutput>();
  for (const name of ["stdout", "stderr"] as const) {
    streams[name].on("error", () => lost.add(name));
  }
  return lost;
}
