import type { JobContext } from "../../../context.ts";
import type { UploadTask } from "./upload.ts";

/** What the inputs say about uploads; undefined where there is nowhere to upload to, or no time. */
export function uploadTask({ inputs, signal, openUploads }: JobContext): UploadTask | undefined {
  return openUploads && !signal.aborted ? { what: inputs.upload, open: () => openUploads() } : undefined;
}
