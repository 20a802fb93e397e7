import type { Results } from "../results/schema.ts";
import { cleanText } from "./text.ts";

/** One way to run again what a report is about. */
export interface WayToReproduce {
  readonly title: string;
  readonly text: string;
  readonly language: "sh" | "yaml";
}

/** All ways that the results know, the one that takes the least first. */
export function waysToReproduce({ reproduce, reproduction }: Results): WayToReproduce[] {
  const ways: (Omit<WayToReproduce, "text"> & { readonly text: string | undefined })[] = [
    { title: "Where it ran", text: reproduce, language: "sh" },
    { title: "In a workflow, with the same kernels", text: reproduction?.workflow, language: "yaml" },
    { title: "In a clone of the kernel", text: reproduction?.laptop, language: "sh" },
    { title: "What kvm.sh was called with", text: reproduction?.script, language: "sh" },
  ];
  return ways.flatMap(({ title, text, language }) =>
    text === undefined ? [] : [{ title, text: cleanText(text).trimEnd(), language }],
  );
}
