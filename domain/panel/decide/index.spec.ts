import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyAttempts, runThrough, type Step } from '../../testing/any-panel.js';
import type { DocketEvent, PanelEvent } from '../events.js';
import { fold, initialState } from '../evolve.js';
import { REFUSALS } from '../refusals.js';
import { canonicalState } from '../snapshot.js';
import type { Item, PanelState, Standing } from '../state.js';
import { mineView } from '../visibility.js';
import { isPublic } from './finding.js';

const RUNS = 150;

describe('whatever anybody intends', () => {
  it('[C16] a refusal changes nothing and says in a sentence what to do', () => {
    always(({ outcome, before, after }) => {
      if (outcome.ok) return;
      expect(Object.keys(outcome)).toEqual(['ok', 'refusal']);
      expect(REFUSALS).toHaveProperty([outcome.refusal.code]);
      expect(outcome.refusal.message).toMatch(/^\p{Lu}.*\.$/u);
      expect(after).toBe(before);
    });
  });

  it('[C17] what was submitted is published, declined, withdrawn, redacted, back with its author or waiting', () => {
    always(({ after, entries }) => {
      const submitted = entries.filter(({ event }) => event.type === 'Submitted').length;
      const at = counted(after);
      const all = ['waiting', 'review', 'revise', 'published', 'declined', 'withdrawn', 'redacted'] as const;
      expect(all.reduce((sum, standing) => sum + at[standing], 0)).toBe(submitted);
      expect(after.docket.waiting.size).toBe(at.waiting + at.review);
      expect(after.record.published).toBe(at.published + at.review);
    });
  });

  it('[C5] nothing new comes in after the close, and nothing at all after the archive', () => {
    always(({ before, outcome }) => {
      if (!outcome.ok) return;
      const closed = before.record.phase === 'closed';
      if (closed)
        expect(typesOf(outcome.events)).not.toEqual(expect.arrayContaining([expect.stringMatching(COMING_IN)]));
      if (closed) expect(outcome.ballots).toEqual([]);
      if (before.record.phase === 'archived') expect([outcome.events, outcome.ballots]).toEqual([[], []]);
    });
  });

  it('[M11] the record holds the words of what is published, and of nothing else', () => {
    everyRun((steps) => {
      const said = new Map<string, Set<string>>();
      for (const { after, outcome, entries } of steps) {
        if (!outcome.ok) continue;
        for (const { id, text } of after.docket.items.values()) {
          if (text !== '') said.set(id, (said.get(id) ?? new Set()).add(text));
        }
        const record = JSON.stringify(entries.filter(({ journal }) => journal === 'record'));
        for (const item of after.docket.items.values()) {
          for (const text of said.get(item.id) ?? []) {
            expect([item.standing, text, record.includes(`"${text}"`)]).toEqual([
              item.standing,
              text,
              stands(item, text),
            ]);
          }
          expect(after.record.contributions.get(item.id)?.words?.text).toBe(
            isPublic(item.standing) ? item.text : undefined,
          );
        }
      }
    });
  });

  it('[M11] what leaves the record is redacted in it, and an erased record folds to the same panel', () => {
    everyRun((steps) => {
      for (const { outcome } of steps) {
        if (!outcome.ok) continue;
        const redacted = outcome.events.filter((event) => event.type === 'Redacted');
        expect(outcome.erase).toEqual(redacted.map(({ contributionId }) => contributionId));
      }
      const last = steps.at(-1);
      if (last) expect(canonicalState(fold(initialState, last.entries).record)).toBe(canonicalState(last.after.record));
    });
  });

  it('[M12] every restriction reaches its author with the rule, the time and the reach of it', () => {
    always(({ outcome, after, at }) => {
      for (const event of outcome.ok ? outcome.events : []) {
        if (!restricts(event)) continue;
        const statement = statementOn(after, event);
        expect(statement).toMatchObject({ verdict: event.verdict, rule: event.rule, at, automated: false });
        expect(statement).toMatchObject({ scope: 'this-contribution', decidedBy: 'moderator' });
        expect(event.rule ?? (event.verdict === 'revise' && statement?.note)).toBeTruthy();
      }
    });
  });

  it('[M4] nobody has decided on their own contribution', () => {
    always(({ after }) => {
      for (const { author, decisions } of after.docket.items.values()) {
        for (const { by } of decisions) expect(by).not.toBe(author);
      }
    });
  });
});

const COMING_IN = /^(Submitted|Edited|Resubmitted|ThreadOpened|ThreadProposed|PanelOpened)$/;

type Restriction = Extract<DocketEvent, { type: 'Decided' | 'DecisionReversed' | 'ThreadProposalDecided' }>;

function always(check: (step: Step) => void): void {
  everyRun((steps) => {
    for (const step of steps) check(step);
  });
}

function everyRun(check: (steps: readonly Step[]) => void): void {
  const property = fc.property(anyAttempts(), fc.nat(2), (attempts, mode) => check([...runThrough(attempts, mode)]));
  fc.assert(property, { numRuns: RUNS });
}

function counted(panel: PanelState): Record<Standing, number> {
  const counts = { waiting: 0, review: 0, revise: 0, published: 0, declined: 0, withdrawn: 0, redacted: 0 };
  for (const { standing } of panel.docket.items.values()) counts[standing]++;
  return counts;
}

function typesOf(events: readonly PanelEvent[]): readonly string[] {
  return events.map(({ type }) => type);
}

function stands(item: Item, text: string): boolean {
  return isPublic(item.standing) && item.text === text;
}

function restricts(event: PanelEvent): event is Restriction {
  return 'verdict' in event && event.verdict !== 'publish';
}

function statementOn(panel: PanelState, event: Restriction) {
  const { items, proposals } = panel.docket;
  if (event.type === 'ThreadProposalDecided') {
    const author = proposals.get(event.threadId)?.author ?? '';
    return mineView('panel', panel, author, {}).proposals.find(({ threadId }) => threadId === event.threadId)
      ?.statement;
  }
  const author = items.get(event.contributionId)?.author ?? '';
  const mine = mineView('panel', panel, author, {}).items;
  return mine.find(({ contributionId }) => contributionId === event.contributionId)?.statement;
}
