/** Where this project lives on GitHub; the only place in the sources that says so. */
export const repository = "org/rcutorture-action";

/** Runs the command line on any machine with npm: `dist/` is committed, so that nothing is built or installed. */
export const commandWords = ["npx", "--yes", `github:${repository}#v1`] as const;

export const command = commandWords.join(" ");
