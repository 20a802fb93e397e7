/**
 * The kinds of bad news that end a job, kept apart because different people act on them: the user who typed
 * an input, the admin of a machine, and the kernel developer.
 */

/** The user asked for something impossible. The message is one line: the value, what is allowed, what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A machine, a tool or a service failed us; says nothing about the kernel under test. */
export class InfrastructureError extends Error {
  override readonly name = "InfrastructureError";
}

/** Exit statuses of the command line, in the order of the documentation. */
export const exitStatus = { passed: 0, kernelFailed: 1, badInput: 2, infrastructure: 3 } as const;

/** The exit status that an error thrown out of a job stands for. Unknown errors are ours: infrastructure. */
export function exitStatusOf(error: unknown): number {
  return error instanceof InputError ? exitStatus.badInput : exitStatus.infrastructure;
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
