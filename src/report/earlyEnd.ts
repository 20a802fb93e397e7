import { escapeMarkdown } from "./markdown.ts";

/** The page of a job that ended before it could test anything. */
export function renderEarlyEnd(message: string): string {
  return `### rcutorture: nothing was tested\n\n${escapeMarkdown(message)}\n\nThis says nothing about the kernel.\n`;
}
