import type { Transparency } from '../../domain/panel/report/transparency.js';
import type { Cell } from '../../domain/text/csv.js';

/** What moderation did as a table: part, what was counted, how many. Every number is there, also where it is none. */
export function transparencyTable(told: Transparency): readonly (readonly Cell[])[] {
  const { decisions, byRule, secondLooks, appeals } = told;
  const counts = (part: string, of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([measure, count]) => [part, measure, count]);
  return [
    ['part', 'measure', 'value'],
    ['forum', 'panels', told.panels],
    ...counts('sent', { submitted: told.submitted, 'sent again': told.resubmitted, withdrawn: told.withdrawn }),
    ...counts('decisions', decisions),
    ...counts('threads', told.threads),
    ...counts('rules', byRule),
    ...counts('second looks', { ...secondLooks }),
    ...counts('changed', { undone: told.undone, reversed: told.reversed }),
    ...counts('decided', { 'handed on': told.handedOn, recused: told.recused, 'in bulk': told.inBulk }),
    ['decided', 'median seconds', told.medianMs === null ? null : Math.round(told.medianMs / 1000)],
    ...counts('floor', { 'requests declined': told.requestsDeclined }),
    ...counts('appeals', appeals),
    ...counts('second looks eased', {
      periods: told.eased.periods,
      seconds: Math.round(told.eased.ms / 1000),
    }),
    ...counts('screening', { 'held or labelled': told.screened, 'removed by a machine': told.automatedRemovals }),
  ];
}
