import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lawfulHistory } from '../../testing/arbitrary-history.js';
import { decided, entriesOf, submitted } from '../../testing/entries.js';
import type { Entry, PanelEvent } from '../events.js';
import { transparencyOf } from './transparency.js';

describe('the transparency report', () => {
  it('[P40] counts what was decided, by which rule, and what became of it', () => {
    const events: PanelEvent[] = [
      submitted('c1'),
      submitted('c2', 'bo', { labels: ['links'] }),
      submitted('c3', 'cy'),
      decided('c1', 'publish'),
      { type: 'Looked', contributionId: 'c2', by: 'mo', verdict: 'decline', rule: null, body: null },
      decided('c2', 'decline', 'mia'),
      { type: 'Appealed', contributionId: 'c2', body: null },
      {
        type: 'AppealAnswered',
        contributionId: 'c2',
        by: 'hana',
        outcome: 'confirmed',
        rule: null,
        body: { answer: 'No.' },
      },
      decided('c3', 'decline'),
      { type: 'DecisionUndone', contributionId: 'c3', by: 'mo' },
    ];
    expect(transparencyOf([entriesOf(events)])).toMatchObject({
      panels: 1,
      submitted: 3,
      decisions: { publish: 1, decline: 1, revise: 0, redact: 0 },
      byRule: { r1: 1 },
      secondLooks: { asked: 1, confirmed: 1 },
      undone: 1,
      appeals: { lodged: 1, confirmed: 1, modified: 0, overturned: 0 },
      screened: 1,
      automatedRemovals: 0,
      medianMs: 3500,
    });
  });

  it('[P40] can be recounted from the log, line by line', () => {
    fc.assert(
      fc.property(fc.array(lawfulHistory(60), { maxLength: 4 }), (journals) => {
        const told = transparencyOf(journals);
        const all = journals.flat();
        const of = (type: string) => all.filter(({ event }) => event.type === type).length;
        expect(told.submitted).toBe(of('Submitted'));
        expect(told.withdrawn).toBe(of('Withdrawn'));
        expect(told.undone).toBe(of('DecisionUndone'));
        const made = all.filter(({ event }) => event.type === 'Decided' || event.type === 'DecisionReversed').length;
        expect(Object.values(told.decisions).reduce((sum, n) => sum + n, 0)).toBe(made - undoneIn(journals));
        const restrictions = told.decisions.decline + told.decisions.revise + told.decisions.redact;
        expect(Object.values(told.byRule).reduce((sum, n) => sum + n, 0)).toBe(restrictions);
      }),
    );
  });
});

/** How many undoings found a decision to undo. */
function undoneIn(journals: readonly (readonly Entry[])[]): number {
  let undone = 0;
  for (const entries of journals) {
    const open = new Map<string, number>();
    for (const { event } of entries) {
      if (event.type === 'Decided' || event.type === 'DecisionReversed') {
        open.set(event.contributionId, (open.get(event.contributionId) ?? 0) + 1);
      }
      const left = event.type === 'DecisionUndone' ? (open.get(event.contributionId) ?? 0) : 0;
      if (event.type !== 'DecisionUndone' || left === 0) continue;
      open.set(event.contributionId, left - 1);
      undone += 1;
    }
  }
  return undone;
}
