import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";
import { outletTo } from "../text/outlet.ts";
import { command, maskCommand } from "./commands.ts";

/** What the toolkit did while it was watched. */
export interface Observation {
  /** Lines that it wrote to the log, workflow commands taken apart: `Failed to save: …`. */
  readonly log: string[];
  /** Answers of HTTP services, in order. */
  readonly answers: {
    readonly path: string;
    readonly status: number;
    readonly retryAfter: number | undefined;
  }[];
}

const watched = new AsyncLocalStorage<Observation>();

/**
 * Runs toolkit code and watches it. @actions/cache answers every failure with -1 or `undefined`: the reason is only
 * in the log, as a warning that would use up one of the step's ten annotations, and Retry-After only in the answer's
 * header. So its lines are kept for us to say once (the job's log has them as debug lines), and its HTTP answers are
 * noted by Node's own diagnostics channel.
 */
export async function observe<T>(action: () => Promise<T>): Promise<{ value: T; observation: Observation }> {
  install();
  const observation: Observation = { log: [], answers: [] };
  try {
    return { value: await watched.run(observation, action), observation };
  } catch (error) {
    throw new ObservedError(error, observation);
  }
}

/** What the watched code threw, with what was seen until then. */
export class ObservedError extends Error {
  readonly observation: Observation;

  constructor(error: unknown, observation: Observation) {
    super(error instanceof Error ? error.message : String(error), { cause: error });
    this.observation = observation;
  }
}

let installed = false;

function install(): void {
  if (installed) return;
  installed = true;
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    watched.getStore()?.answers.push({
      path: request.path.split("?")[0] ?? "",
      status: response.statusCode ?? 0,
      retryAfter: seconds(response.headers["retry-after"]),
    });
  });
  // What the toolkit writes is taken in; nothing of it is passed on as it is.
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    const watch = (chunk: unknown, ...rest: unknown[]): boolean => {
      const observation = watched.getStore();
      if (observation === undefined) return write(chunk, ...rest);
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk as Uint8Array).toString();
      watched.exit(() => {
        for (const line of text.split(/[\r\n]+/).filter((each) => each !== "")) keep(line, observation);
      });
      const done = rest.at(-1);
      if (typeof done === "function") done();
      return true;
    };
    stream.write = watch as typeof stream.write;
  }
}

/**
 * Secrets that the toolkit masks must be masked. All else is text, for it quotes what services answered, and a line
 * of the toolkit's cannot be told from one that an answer made up.
 */
function keep(line: string, { log }: Observation): void {
  const [, name, data = line] = /^::(\w[\w-]*)[^:]*::(.*)$/.exec(line) ?? [];
  const text = data.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
  const outlet = outletTo(process.stdout);
  if (name === "add-mask") {
    outlet.write(maskCommand(text));
    return;
  }
  if (name !== "debug") log.push(text);
  outlet.write(command("debug", text));
}

/** Retry-After in seconds; an HTTP date counts from now. */
function seconds(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
