/** What became of an upload. */
export type Uploaded =
  | { readonly outcome: "uploaded"; readonly id: number; readonly name: string; readonly url?: string }
  | { readonly outcome: "refused"; readonly reason: string };

/** Where reports of a job are kept for people to look at afterwards: GitHub's artifacts. Nothing rejects. */
export interface Uploads {
  /**
   * One file as it is, which a browser opens.
   * @param name file's name behind what says job and attempt: `TREE03.html`
   */
  page(path: string, name: string): Promise<Uploaded>;
  /**
   * Files as one archive.
   * @param name what stands behind job and attempt
   * @param root folder that paths in the archive count from
   * @param files absolute paths
   */
  archive(root: string, files: readonly string[], name: string): Promise<Uploaded>;
}

/** Why there is nowhere to upload to; without a reason where nobody expects it: on a laptop. */
export interface NoUploads {
  readonly unavailable: string | undefined;
}
