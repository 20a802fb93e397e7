import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  uses?: string;
  with?: Record<string, unknown>;
  needs?: string | string[];
  environment?: unknown;
  strategy?: Record<string, unknown>;
  steps?: Step[];
}
interface WorkflowText {
  on: Record<string, unknown>;
  jobs: Record<string, Job>;
}

/** Names of the example workflows, without `.yml`. */
export const examples = readdirSync(join(root, "docs/examples"))
  .filter((name) => name.endsWith(".yml"))
  .map((name) => name.replace(/\.yml$/, ""));

const ownAction = /^(?:org\/rcutorture-action@v1|\.\/(?:\.rcutorture-action)?)$/;
const ownWorkflow = /^org\/rcutorture-action(\/\.github\/workflows\/[\w-]+\.yml)@v1$/;
/** The reusable workflows, and what they call. */
const reusable = ["rcutorture", "bisect", "bisect-round"].map((name) => `${name}.yml`);

/** Steps that only GitHub can carry out: its actions, which act cannot fetch here, and what needs the network. */
function onlyThere({ uses = "", run = "" }: Step): boolean {
  const theirs = uses.startsWith("actions/") && !uses.startsWith("actions/checkout@");
  return theirs || /\bsudo\b/.test(run);
}

/** What is other in these tests: short guests, small kernels that are there already, a tree on this machine. */
export interface Adaptation {
  /** Over the inputs of every step and workflow of ours. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Jobs that are left out: those that consist of GitHub's own services. */
  readonly without?: readonly string[];
  /** A shell command before every build job: kernels that come into the store between plan and build. */
  readonly beforeBuild?: string | undefined;
  /** Jobs of a matrix one after the other. */
  readonly oneAtATime?: boolean | undefined;
}

/** For `beforeBuild`: the kernels of a directory store, copied to another one; two jobs may do so at once. */
export const copying = (from: string, to: string) => `cp -aln ${from}/v1/entries/. ${to}/v1/entries/ || true`;

function adaptStep(step: Step, { inputs }: Adaptation): Step {
  if (step.uses !== undefined && ownAction.test(step.uses)) {
    return {
      ...step,
      uses: step.uses.startsWith("org/") ? "./" : step.uses,
      with: { ...step.with, ...inputs },
    };
  }
  if (step.uses?.startsWith("actions/checkout@")) {
    // act copies the repository of the test, which is that of the action, instead.
    const { repository: _, ref: __, ...rest } = step.with ?? {};
    return { ...step, with: rest };
  }
  return step;
}

/** Where the action is part of the repository, a job must have that first. */
function withCheckout(steps: Step[]): Step[] {
  const there = steps.some(({ uses }) => uses?.startsWith("actions/checkout@"));
  const needed = steps.some(({ uses }) => uses === "./");
  return needed && !there ? [{ uses: "actions/checkout@v6" }, ...steps] : steps;
}

/** A workflow as act can run it. */
export function adapt(text: string, adaptation: Adaptation): string {
  const workflow: WorkflowText = parse(text);
  const jobs = Object.entries(workflow.jobs)
    .filter(([name]) => !adaptation.without?.includes(name))
    .map(([name, job]) => {
      const [, called] = ownWorkflow.exec(job.uses ?? "") ?? [];
      if (called !== undefined) {
        const given = { ...job.with, ...adaptation.inputs };
        return [name, { ...job, uses: `.${called}`, with: given }];
      }
      const own = job.steps?.filter((step) => !onlyThere(step)).map((step) => adaptStep(step, adaptation));
      const first = name === "build" && adaptation.beforeBuild;
      const steps = own && first ? [{ name: "Meanwhile", run: first }, ...own] : own && withCheckout(own);
      const strategy = job.strategy && adaptation.oneAtATime && { ...job.strategy, "max-parallel": 1 };
      const needs = [job.needs ?? []].flat().filter((one) => !adaptation.without?.includes(one));
      const { needs: _, ...rest } = job;
      return [
        name,
        {
          ...rest,
          ...(needs.length > 0 && { needs }),
          ...(steps && { steps }),
          ...(strategy && { strategy }),
        },
      ];
    });
  return stringify({ ...workflow, jobs: Object.fromEntries(jobs) });
}

/** An example workflow as act can run it. */
export function exampleForAct(name: string, adaptation: Adaptation): string {
  return adapt(readFileSync(join(root, "docs/examples", `${name}.yml`), "utf8"), adaptation);
}

/** The reusable workflows as act can run them, for `workflows` of `runWorkflow`. */
export function reusableForAct(adaptation: Omit<Adaptation, "inputs"> = {}): Record<string, string> {
  const textOf = (name: string) => readFileSync(join(root, ".github/workflows", name), "utf8");
  return Object.fromEntries(
    reusable.map((name) => [name, adapt(textOf(name), { ...adaptation, inputs: {} })]),
  );
}
