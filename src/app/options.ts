/** What the command line may say. */
export interface Options {
  /** Seed and run the demonstration on an empty embedded database. */
  readonly demo: boolean;
  /** Print one JSON line when ready, for programs, instead of the page for people. */
  readonly json: boolean;
}

export function optionsIn(args: readonly string[]): Options {
  return { demo: !args.includes('--no-demo'), json: args.includes('--json') };
}
