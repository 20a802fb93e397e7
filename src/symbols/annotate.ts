import type { Finding } from "../results/schema.ts";
import type { SourceLocation } from "./addr2line.ts";
import { keyOf, symbolOffsetOf } from "./frames.ts";

/** Source places by `keyOf` of what a report says; the innermost inlined function first. */
export type Locations = ReadonlyMap<string, readonly SourceLocation[]>;

/** Characters a decoded text may have at most; the rest stays as the console has it. */
const mostCharacters = 48_000;

const relative = (place: SourceLocation | undefined) =>
  place !== undefined && /^[\w.+-]+(?:\/[\w.+-]+)*$/.test(place.file) ? place : undefined;

/**
 * A finding with the source places of its frames, written as kernel people are used to:
 *
 *     arch_atomic_dec include/linux/atomic.h:80 [inline]
 *     rcu_torture_one_read+0x1a2/0x910 kernel/rcu/rcutorture.c:2024
 *
 * Its file and line, where the console names none, are those of the first frame in the function that it names.
 * Fingerprint, title and place on the console stay.
 */
export function annotateFinding(finding: Finding, places: Locations): Finding {
  let room = mostCharacters - finding.text.length;
  let own: SourceLocation | undefined;
  const lines = finding.text.split("\n").flatMap((line) => {
    const at = symbolOffsetOf(line);
    const found = at && places.get(keyOf(at));
    const outer = found?.at(-1);
    if (at === undefined || found === undefined || outer === undefined) return [line];
    if (bare(at.symbol) === finding.function) own ??= found[0];
    const carriage = line.endsWith("\r") ? "\r" : "";
    const text = carriage === "" ? line : line.slice(0, -1);
    const indent = text.slice(0, text.indexOf(at.symbol)).replace(/\? $/, "");
    // Of a line that already says where, only what is inlined there is news.
    const said = text.includes(`${outer.file}:`) || /\bat [\w/.+-]+\.[chS]:\d+/.test(text);
    const decoded = [
      ...(said
        ? []
        : found
            .slice(0, -1)
            .map((inner) => `${indent}${inner.function} ${inner.file}:${inner.line} [inline]`)),
      said ? line : `${text} ${outer.file}:${outer.line}${carriage}`,
    ];
    room -= decoded.reduce((sum, one) => sum + one.length + 1, 0) - line.length - 1;
    return room < 0 ? [line] : decoded;
  });
  const place = finding.file === undefined ? relative(own) : undefined;
  return {
    ...finding,
    text: lines.join("\n"),
    ...(place === undefined ? {} : { file: place.file, line: place.line }),
  };
}

/** A function's name without what compilers append to its copies. */
const bare = (name: string) => name.replace(/\.(?:isra|constprop|part|cold|llvm)(?:\.\d+)*(?=\.|$)/g, "");
