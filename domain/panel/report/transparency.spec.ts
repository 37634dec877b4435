import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyAttempts, runThrough } from '../../testing/any-panel.js';
import { lawfulHistory } from '../../testing/arbitrary-history.js';
import { decided, entriesOf, published, submitted } from '../../testing/entries.js';
import { asked } from '../../testing/floor.js';
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

  it('[P40] a look that is taken back takes no earlier decision with it', () => {
    const events: PanelEvent[] = [
      submitted('c1'),
      decided('c1', 'revise'),
      { type: 'Resubmitted', contributionId: 'c1', body: { text: 'again', lang: 'en' } },
      { type: 'Looked', contributionId: 'c1', by: 'mo', verdict: 'decline', rule: null, body: null },
      { type: 'DecisionUndone', contributionId: 'c1', by: 'mo' },
    ];
    const told = transparencyOf([entriesOf(events)]);
    expect(told).toMatchObject({ decisions: { revise: 1 }, byRule: { r1: 1 }, undone: 1 });
    expect(told.secondLooks).toEqual({ asked: 0, restricted: 0, confirmed: 0 });
  });

  it('[P40] counts what else restricts or steps aside: threads, requests, what is taken away at once, recusals', () => {
    const rule = { id: 'r2', title: 'Rule', text: 'Rule.' };
    const events: PanelEvent[] = [
      submitted('c1'),
      decided('c1', 'publish'),
      published('c1'),
      { ...decided('c1', 'redact'), second: true } as PanelEvent,
      decided('c1', 'redact', 'mia'),
      submitted('c2', 'bo'),
      { type: 'Recused', contributionId: 'c2', by: 'mo' },
      { type: 'Escalated', contributionId: 'c2', by: 'mia', body: null },
      { type: 'ThreadProposed', threadId: 't2', body: { title: 'Wells', lang: 'en', author: 'ana' } },
      { type: 'ThreadProposalDecided', threadId: 't2', by: 'mo', verdict: 'decline', rule, body: null },
      asked('s1', 'ana'),
      { type: 'FloorDeclined', requestId: 's1', by: 'host', rule, body: null },
      { type: 'SecondLookEased', on: true },
      { type: 'SecondLookEased', on: true },
      { type: 'SecondLookEased', on: false },
    ];
    expect(transparencyOf([entriesOf(events)])).toMatchObject({
      decisions: { publish: 1, redact: 1 },
      secondLooks: { asked: 0, restricted: 1, confirmed: 1 },
      recused: 1,
      handedOn: 1,
      threads: { proposed: 1, accepted: 0, declined: 1 },
      requestsDeclined: 1,
      byRule: { r1: 1, r2: 2 },
      eased: { periods: 1, ms: 2000 },
    });
  });

  it('[P40] can be recounted from the log, line by line, without what folds it', () => {
    fc.assert(
      fc.property(fc.array(anyJournal(), { maxLength: 3 }), (journals) => {
        const told = transparencyOf(journals);
        const counted = journals.map(recounted);
        const sum = (of: (one: Recount) => number) => counted.reduce((total, one) => total + of(one), 0);
        for (const verdict of ['publish', 'decline', 'revise', 'redact'] as const) {
          expect(told.decisions[verdict]).toBe(sum(({ made }) => made.filter((one) => one === verdict).length));
        }
        expect(told.undone).toBe(sum(({ undone }) => undone));
        expect(told.submitted).toBe(sum(({ of }) => of('Submitted')));
        expect(told.withdrawn).toBe(sum(({ of }) => of('Withdrawn')));
        expect(told.handedOn).toBe(sum(({ of }) => of('Escalated')));
        expect(told.appeals.lodged).toBe(sum(({ of }) => of('Appealed')));
        expect(told.requestsDeclined).toBe(sum(({ of }) => of('FloorDeclined')));
        expect(told.threads.proposed).toBe(sum(({ of }) => of('ThreadProposed')));
        const rules = Object.values(told.byRule).reduce((total, n) => total + n, 0);
        const { decline, revise, redact } = told.decisions;
        expect(rules).toBe(decline + revise + redact + told.threads.declined + told.requestsDeclined);
      }),
    );
  });
});

interface Recount {
  readonly made: readonly string[];
  readonly undone: number;
  readonly of: (type: string) => number;
}

function anyJournal(): fc.Arbitrary<readonly Entry[]> {
  const lived = fc.tuple(anyAttempts(), fc.nat(2)).map(([attempts, mode]) => {
    const steps = [...runThrough(attempts, mode)];
    return steps.at(-1)?.entries ?? [];
  });
  return fc.oneof(lawfulHistory(60), lived);
}

interface Act {
  readonly verdict: string;
  readonly isLook: boolean;
  readonly second: boolean;
}

/** A pile of acts for each contribution: what is undone comes off it. */
function recounted(entries: readonly Entry[]): Recount {
  const piles = new Map<string, Act[]>();
  let undone = 0;
  for (const { event } of entries) {
    if (!('contributionId' in event)) continue;
    const id = event.contributionId;
    const pile = piles.get(id) ?? [];
    piles.set(id, pile);
    const act = (verdict: string, isLook: boolean, second = false) => pile.push({ verdict, isLook, second });
    if (event.type === 'Looked') act(event.verdict, true);
    if (event.type === 'Decided' || event.type === 'DecisionReversed') act(event.verdict, false, event.second === true);
    if (event.type === 'AppealAnswered' && event.outcome === 'modified' && !event.stands) act('revise', false);
    if (event.type === 'DecisionUndone') {
      pile.pop();
      undone += 1;
    }
  }
  const made = [...piles.values()].flatMap((pile) => {
    const decisions = pile.filter(({ isLook }) => !isLook);
    const agrees = (i: number) => decisions[i - 1]?.second === true && RESTRICTS.has(decisions[i]?.verdict ?? '');
    return decisions.filter((_, i) => !agrees(i)).map(({ verdict }) => verdict);
  });
  return { made, undone, of: (type) => entries.filter(({ event }) => event.type === type).length };
}

const RESTRICTS: ReadonlySet<string> = new Set(['decline', 'redact']);
