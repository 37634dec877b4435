/**
 * What comparing a file of fixtures with the product gave. `run(fixtures)` of a part gets the parsed JSON and throws one
 * sentence when it is not of the shape that the part reads.
 */
export interface Conformity {
  readonly passed: number;
  readonly failed: number;
  /** One a failure: name, step, expected, got. */
  readonly sentences: readonly string[];
}
