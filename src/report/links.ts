import type { Results } from "../results/schema.ts";
import { findingAnchor, guestAnchor } from "./html/anchors.ts";
import { cleanLine } from "./text.ts";

type Kernel = Results["kernel"];

/** Where what was uploaded can be looked at. */
export interface ReportLinks {
  /** report.html, in the browser. */
  page?: string | undefined;
  /** The archive of reports, consoles and small files. */
  files?: string | undefined;
  /** What the archive lacks, in words. */
  leftOut?: string | undefined;
}

/** The place of a finding in the uploaded page, down to its console line. */
export function findingLink({ page }: ReportLinks = {}, fingerprint: string): string | undefined {
  return page && `${page}#${findingAnchor(fingerprint)}`;
}

/** The place of a guest in the uploaded page. */
export function guestLink({ page }: ReportLinks = {}, name: string): string | undefined {
  return page && `${page}#${guestAnchor(name)}`;
}

const url = /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/;

/** The web address of the repository, for `https://host/owner/name` or GitHub's `owner/name`; else undefined. */
export function repositoryLink(kernel: Kernel): string | undefined {
  const repository = kernel.repository ?? "";
  const whole = /^[\w.-]+\/[\w.-]+$/.test(repository) ? `https://github.com/${repository}` : repository;
  return url.test(whole) ? whole.replace(/\/$/, "") : undefined;
}

const isGitKernelOrg = (link: string) => link.startsWith("https://git.kernel.org/");

/** Where the commit can be read. */
export function commitLink(kernel: Kernel): string | undefined {
  const link = repositoryLink(kernel);
  if (link === undefined || !/^[0-9a-f]{7,64}$/.test(kernel.commit ?? "")) return undefined;
  if (isGitKernelOrg(link)) return `${link}/commit/?id=${kernel.commit}`;
  return `${link.replace(/\.git$/, "")}/commit/${kernel.commit}`;
}

/** Where a source line can be read at the tested commit. Undefined when that is not known, or the path odd. */
export function sourceLink(kernel: Kernel, file: string, line?: number): string | undefined {
  const link = repositoryLink(kernel);
  if (link === undefined || !/^[0-9a-f]{7,64}$/.test(kernel.commit ?? "")) return undefined;
  if (!/^[\w.+-]+(?:\/[\w.+-]+)*$/.test(file) || file.split("/").includes("..")) return undefined;
  const anchor = isGitKernelOrg(link) ? "#n" : "#L";
  const at = line === undefined ? "" : `${anchor}${line}`;
  return isGitKernelOrg(link)
    ? `${link}/tree/${file}?id=${kernel.commit}${at}`
    : `${link.replace(/\.git$/, "")}/blob/${kernel.commit}/${file}${at}`;
}

/** `v6.12 (adc218676eef)`, as short as is still exact. */
export function kernelName(kernel: Kernel): string {
  const short = kernel.commit?.slice(0, 12);
  const named = kernel.describe ?? short ?? "unknown kernel";
  const commit = short === undefined || named.includes(short.slice(0, 7)) ? "" : ` (${short})`;
  return cleanLine(`${named}${commit}${kernel.state === "modified" ? ", modified" : ""}`);
}
