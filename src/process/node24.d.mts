export function isNewEnough(version?: string): boolean;
export function node24(tell?: (line: string) => unknown): string;
export function runOn(node: string, argv: readonly string[]): Promise<number>;
