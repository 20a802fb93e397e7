import manifest from "../package.json" with { type: "json" };

/** Version of this program, from package.json. */
export const version: string = manifest.version;

/** How results name it. */
export const tool = { name: "rcutorture-action", version };
