/** Something to look at before the list is taken over. A line with one that is not harmless is left out. */
export interface ListProblem {
  readonly line: number;
  readonly kind:
    | 'not-csv'
    | 'not-utf8'
    | 'no-columns'
    | 'nobody'
    | 'bad-text'
    | 'bad-email'
    | 'unknown-country'
    | 'unknown-group'
    | 'one-per-axis'
    | 'twice'
    | 'no-groups';
  /** What stands there, where one word is at fault. */
  readonly text?: string;
}
