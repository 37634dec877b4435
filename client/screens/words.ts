import type { Phase, Standing } from '../../domain/panel/state.js';

/** What a panel is doing, in a word or two. */
export const PHASES: Readonly<Record<Phase, string>> = {
  none: 'Not set up',
  draft: 'Draft',
  scheduled: 'Scheduled',
  open: 'Live',
  paused: 'Paused',
  closed: 'Closed',
  archived: 'Record',
};

/** Where an author’s own contribution stands. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  waiting: 'Waiting: a moderator reads this first',
  review: 'Published; a moderator reads it afterwards',
  revise: 'Back with you: a moderator asks you to revise it',
  published: 'Published',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  redacted: 'No longer shown',
};

const COUNT = new Intl.NumberFormat();
const PLURAL = new Intl.PluralRules('en');

export function counted(n: number, one: string, many: string): string {
  return `${COUNT.format(n)} ${PLURAL.select(n) === 'one' ? one : many}`;
}
