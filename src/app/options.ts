/** What the command line may say. */
export interface Options {
  /** Seed and run the demonstration on an empty embedded database. */
  readonly demo: boolean;
  /** Print one JSON line when ready, for programs, instead of the page for people. */
  readonly json: boolean;
}

const KNOWN = ['--no-demo', '--json'];

/** @throws Error in one sentence on a word nobody knows: a slip of the pen must not seed a demonstration. */
export function optionsIn(args: readonly string[]): Options {
  const unknown = args.filter((arg) => !KNOWN.includes(arg));
  if (unknown.length > 0) throw new Error(`There is no option ${unknown[0]}: the options are ${KNOWN.join(' and ')}.`);
  return { demo: !args.includes('--no-demo'), json: args.includes('--json') };
}
