import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyAttempts, runThrough, type Step } from '../../testing/any-panel.js';
import { queuesOf } from '../../testing/entries.js';
import type { DocketEvent, PanelEvent } from '../events.js';
import { fold, initialState } from '../evolve.js';
import { POLICY } from '../policy.js';
import { REFUSALS } from '../refusals.js';
import { canonicalState } from '../snapshot.js';
import type { PanelState, Standing } from '../state.js';
import { mineView } from '../visibility.js';
import { isPublic } from './finding.js';

const RUNS = 100;

/** Every check answers with what is wrong, so that one comparison a run suffices. */
describe('whatever anybody intends', () => {
  it('[C14] a refusal changes nothing and says in a sentence what to do', () => {
    never(({ outcome, before, after }) => {
      if (outcome.ok) return false;
      const { code, message } = outcome.refusal;
      const sentence = Object.hasOwn(REFUSALS, code) && /^\p{Lu}.*\.$/u.test(message);
      return Object.keys(outcome).join() !== 'ok,refusal' || !sentence || after !== before;
    });
  });

  it('[C15] what was submitted is published, declined, withdrawn, redacted, lapsed, back with its author or waiting', () => {
    never(({ after, entries }) => {
      const submitted = entries.filter(({ event }) => event.type === 'Submitted').length;
      const { waiting, review, revise, published, declined, withdrawn, redacted, lapsed } = counted(after);
      const undecided = waiting + review;
      return (
        submitted !== published + declined + withdrawn + redacted + revise + lapsed + undecided ||
        after.docket.waiting.size !== undecided ||
        after.record.published !== published + review
      );
    });
  });

  it('[C5] nothing new comes in after the close, and after the archive nothing but appeals', () => {
    never(({ before, outcome }) => {
      const { phase } = before.record;
      if (!outcome.ok || (phase !== 'closed' && phase !== 'archived')) return false;
      const forbidden = outcome.events.filter(({ type }) =>
        phase === 'archived' ? !ON_APPEAL.has(type) : COMING_IN.has(type),
      );
      return forbidden.length + outcome.ballots.length > 0;
    });
  });

  it('[M11] the record holds the words of what is published, and of nothing else', () => {
    everyRun((steps) => {
      const said = new Map<string, Set<string>>();
      return steps.filter(({ after, outcome, entries }) => {
        if (!outcome.ok || outcome.events.length === 0) return false;
        const record = JSON.stringify(entries.filter(({ journal }) => journal === 'record'));
        return [...after.docket.items.values()].some((item) => {
          const texts = (said.get(item.id) ?? new Set()).add(item.text);
          texts.delete('');
          said.set(item.id, texts);
          const shown = after.record.contributions.get(item.id)?.words?.text;
          if (shown !== (isPublic(item.standing) ? item.text : undefined)) return true;
          return [...texts].some((text) => record.includes(`"${text}"`) !== (text === shown));
        });
      });
    });
  });

  it('[M11] what leaves the record is redacted in it', () => {
    never(({ outcome }) => {
      if (!outcome.ok) return false;
      const redacted = outcome.events.filter((event) => event.type === 'Redacted');
      return outcome.erase.join() !== redacted.map(({ contributionId }) => contributionId).join();
    });
  });

  it('[M11] a record whose words were erased folds to the same panel', () => {
    everyRun((steps) => {
      const { entries, after } = steps.at(-1) ?? { entries: [], after: initialState };
      return canonicalState(fold(initialState, entries).record) === canonicalState(after.record) ? [] : entries;
    });
  });

  it('[M12] every restriction reaches its author with the rule, the time and the reach of it', () => {
    never(({ outcome, after, at }) =>
      (outcome.ok ? outcome.events.filter(restricts) : []).some((event) => {
        const { verdict, rule } = event;
        const statement = statementOn(after, event);
        const complete = { verdict, rule, note: event.body?.note ?? '', at, ...REACH };
        const words = [rule?.text ?? '', complete.note].join('').trim();
        const grounded = (rule !== null || verdict === 'revise') && words !== '';
        const due = Object.keys(complete).map((key) => [key, statement?.[key as keyof typeof statement]]);
        const isWhole = JSON.stringify(Object.fromEntries(due)) === JSON.stringify(complete);
        return !grounded || !isWhole || !statement || statement.readBy < 1 || statement.lang === '';
      }),
    );
  });

  it('[M4] nobody has decided on their own contribution', () => {
    never(({ after }) =>
      [...after.docket.items.values()].some(({ author, decisions }) => decisions.some(({ by }) => by === author)),
    );
  });

  it('[C14] is tried out to the full: every intent succeeds and is refused, every restriction comes about', () => {
    const steps = fc
      .sample(fc.tuple(anyAttempts(), fc.nat(2)), { numRuns: 500, seed: 1 })
      .flatMap(([attempts, mode]) => [...runThrough(attempts, mode)]);
    const types = Object.keys(POLICY).toSorted();
    const [done, refused] = [true, false].map((ok) => steps.filter((step) => step.outcome.ok === ok));
    expect([...new Set(done?.map(({ told }) => told.type))].toSorted()).toEqual(types);
    expect([...new Set(refused?.map(({ told }) => told.type))].toSorted()).toEqual(types);
    const restricted = done?.flatMap(({ outcome }) => (outcome.ok ? outcome.events.filter(restricts) : [])) ?? [];
    expect(new Set(restricted.map(({ type, verdict }) => `${type} ${verdict}`))).toEqual(RESTRICTIONS);
  });
});

const REACH = { scope: 'this-contribution', decidedBy: 'moderator' };
const RESTRICTIONS = new Set([
  'Decided decline',
  'Decided revise',
  'Decided redact',
  'DecisionReversed decline',
  'ThreadProposalDecided decline',
]);
const ON_APPEAL = new Set([...['Appealed', 'AppealAnswered', 'Taken', 'LeaseRenewed', 'Released', 'Noted', 'Recused']]);
const COMING_IN = new Set(['Submitted', 'Edited', 'Resubmitted', 'ThreadOpened', 'ThreadProposed', 'PanelOpened']);

type Restriction = Extract<DocketEvent, { type: 'Decided' | 'DecisionReversed' | 'ThreadProposalDecided' }>;

function never(isWrong: (step: Step) => boolean): void {
  everyRun((steps) => steps.filter(isWrong).map(({ told, outcome }) => ({ told, outcome })));
}

function everyRun(wrongIn: (steps: readonly Step[]) => readonly unknown[]): void {
  const property = fc.property(anyAttempts(), fc.nat(2), (attempts, mode) => {
    expect(wrongIn([...runThrough(attempts, mode)])).toEqual([]);
  });
  fc.assert(property, { numRuns: RUNS });
}

function counted(panel: PanelState): Record<Standing, number> {
  const counts = { waiting: 0, review: 0, revise: 0, published: 0, declined: 0, withdrawn: 0, redacted: 0, lapsed: 0 };
  for (const { standing } of panel.docket.items.values()) counts[standing]++;
  return counts;
}

function restricts(event: PanelEvent): event is Restriction {
  return 'verdict' in event && event.type !== 'Looked' && event.verdict !== 'publish';
}

const NOTHING = { votes: {}, review: queuesOf([]).review };

function statementOn(panel: PanelState, event: Restriction) {
  const { items, proposals } = panel.docket;
  if (event.type === 'ThreadProposalDecided') {
    const author = proposals.get(event.threadId)?.author ?? '';
    return mineView('panel', panel, author, NOTHING).proposals.find(({ threadId }) => threadId === event.threadId)
      ?.statement;
  }
  const author = items.get(event.contributionId)?.author ?? '';
  const mine = mineView('panel', panel, author, NOTHING).items;
  return mine.find(({ contributionId }) => contributionId === event.contributionId)?.statement;
}
