import type { Counters, Ending, Finding } from "../results/schema.ts";
import type { RunEvent } from "./events.ts";

/** Time for people: `42s`, `9m05s`, `2h03m`, `3d04h`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pair = (big: number, bigName: string, small: number, smallName: string) =>
    `${big}${bigName}${String(small).padStart(2, "0")}${smallName}`;
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return pair(Math.floor(whole / 60), "m", whole % 60, "s");
  if (whole < 86400) return pair(Math.floor(whole / 3600), "h", Math.floor((whole % 3600) / 60), "m");
  return pair(Math.floor(whole / 86400), "d", Math.floor((whole % 86400) / 3600), "h");
}

const thousands = new Intl.NumberFormat("en-US");

/** `12,345 grace periods`; what the suite counts, or nothing where it has not said so far. */
function counted(counters: Counters): string[] {
  const said: string[] = [];
  if (counters.gracePeriods !== undefined) {
    said.push(`${thousands.format(counters.gracePeriods)} grace periods`);
  }
  if (counters.operations !== undefined) said.push(`${thousands.format(counters.operations)} operations`);
  if (counters.closeCalls) said.push(`${thousands.format(counters.closeCalls)} close calls`);
  return said;
}

function findings(count: number): string {
  return count === 0 ? "no findings" : count === 1 ? "1 finding" : `${count} findings`;
}

function place({ file, line }: Finding): string {
  return file === undefined ? "" : ` at ${line === undefined ? file : `${file}:${line}`}`;
}

/** What to call the way a guest ended, in one or two words. */
const endings: Readonly<Record<Ending["cause"], string>> = {
  exited: "ended",
  hung: "hung and was killed",
  cancelled: "cancelled",
  stopped: "stopped",
  "qemu-failed": "qemu failed",
  lost: "lost",
  "not-started": "not started",
  unknown: "ended for an unknown reason",
};

/** Quiet time that a progress line mentions, in seconds. */
const worthMentioning = 20;

/**
 * One line of progress for an event, or none where a line would only be noise.
 *
 * @param options.systems whether lines name the system: there are several
 */
export function progressLine(event: RunEvent, options: { readonly systems: boolean }): string | undefined {
  const on = options.systems && "system" in event ? ` on ${event.system}` : "";
  switch (event.type) {
    case "batch-started":
      return `Batch ${event.batch}${on}: ${event.guests.join(" ")}`;
    case "guest-started":
      return event.pid === undefined ? undefined : `${event.guest}${on}: started (qemu ${event.pid})`;
    case "progress": {
      const quiet = event.quiet >= worthMentioning ? [`quiet for ${clock(event.quiet)}`] : [];
      const facts = [...counted(event.counters), findings(event.findings), ...quiet];
      return `${event.guest}${on}: ${clock(event.elapsed)} of ${clock(event.planned)}, ${facts.join(", ")}`;
    }
    case "finding": {
      const { finding } = event;
      const kind = finding.severity === "error" ? "FINDING" : "notice";
      return `${event.guest}${on}: ${kind} after ${clock(event.elapsed)}: ${finding.title}${place(finding)}`;
    }
    case "silent": {
      const what = event.booting ? "has not printed a byte" : "has printed nothing";
      return `${event.guest}${on}: ${what} for ${clock(event.quiet)}`;
    }
    case "spoke":
      return `${event.guest}${on}: prints again after ${clock(event.quiet)} of silence`;
    case "overtime":
      return `${event.guest}${on}: past its deadline after ${clock(event.elapsed)}, but still getting on (${event.detail})`;
    case "contact":
      return `${event.guest}: contact to ${event.system} ${event.inTouch ? "is back" : "is lost"}`;
    case "guest-ended": {
      const facts = [...counted(event.counters), findings(event.findings)].join(", ");
      const { cause, detail } = event.ending;
      const why = cause === "exited" ? "" : ` ${detail}`;
      return `${event.guest}${on}: ${endings[cause]} after ${clock(event.lived)}, ${facts}.${why}`;
    }
    case "system-lost":
      return `${event.system} is lost: ${event.detail}`;
    case "guest-moved":
      return `${event.guest}: to be run on another system than ${event.system}`;
  }
}
