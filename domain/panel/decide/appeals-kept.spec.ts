import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyAttempts, runThrough, type Step } from '../../testing/any-panel.js';
import {
  decided,
  offTopic,
  panelArchived,
  panelClosed,
  panelOpened,
  publishedNow,
  submitted,
} from '../../testing/facts.js';
import { given, intentOf, type Given } from '../../testing/given.js';
import { host, moderator, otherModerator, participant, seated } from '../../testing/people.js';
import { queuesOf } from '../../testing/entries.js';
import type { Entry, PanelEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { journalOf } from '../journals.js';
import { LEASE_MS, UNDO_MS } from '../limits.js';
import type { PanelState } from '../state.js';
import { mineView } from '../visibility.js';
import { decide } from './index.js';

const appealed: PanelEvent = { type: 'Appealed', contributionId: 'c1', body: null };
const answered = {
  type: 'AppealAnswered',
  contributionId: 'c1',
  by: 'other-moderator',
  outcome: 'overturned',
  rule: offTopic,
  body: { answer: 'It is on topic' },
} as const;
const undo = { type: 'undoDecision', contributionId: 'c1' } as const;
const letStand = { type: 'reverseDecision', contributionId: 'c1', verdict: 'publish', note: 'It is on topic' } as const;
const turnDown = { ...letStand, verdict: 'decline', ruleId: offTopic.id } as const;
const redact = { type: 'redact', contributionId: 'c1', ruleId: offTopic.id } as const;
const archive = { type: 'archivePanel' } as const;
const third = seated('moderator', 'third-moderator');

const declined = given(panelOpened, submitted('c1'), decided('c1', 'decline'));
const waiting = declined.and(appealed);
const revising = given(panelOpened, submitted('c1'), decided('c1', 'revise'), appealed);

describe('an appeal that waits', () => {
  it('[M50] is neither reversed nor undone away, by whoever decided or by anybody else', () => {
    for (const one of [moderator, otherModerator, host]) {
      revising.when(one, turnDown).refuses('appeals-wait', { count: 1 });
      waiting.when(one, letStand).refuses('appeals-wait');
    }
    waiting.when(moderator, undo).refuses('appeals-wait');
  });

  it('[M50] is left by whoever takes an act on many back', () => {
    const many = given(panelOpened, submitted('c1'), submitted('c2', { by: 'ana' }))
      .when(moderator, { type: 'decideMany', contributionIds: ['c1', 'c2'], verdict: 'decline', ruleId: offTopic.id })
      .after.and(appealed);
    many.when(moderator, { type: 'undoMany', bulk: 'new' }).answers({ undone: 1, left: 1 });
    many.when(host, { type: 'undoMany', bulk: 'new' }).answers({ undone: 1, left: 1 });
  });

  it('[M50] is over where its author goes on instead, and says so', () => {
    const resent = revising.when(participant, { type: 'resubmit', contributionId: 'c1', text: 'Which well?' }).after;
    expect([mine(revising).appeal?.lapsed, mine(resent).appeal?.lapsed]).toEqual([false, true]);
    expect(mine(revising.when(participant, { type: 'withdraw', contributionId: 'c1' }).after).appeal?.lapsed).toBe(
      true,
    );
  });

  it('[M51] keeps the panel from its archive, which says how many there are', () => {
    waiting.and(panelClosed).when(host, archive).refuses('appeals-wait', { count: 1 });
    const held = waiting.and(panelClosed).held('c1', 'other-moderator');
    held
      .when(otherModerator, { type: 'answerAppeal', contributionId: 'c1', outcome: 'confirmed', answer: 'It is not' })
      .after.when(host, archive)
      .answers({});
  });

  it('[M51] does so as well while it is upheld and nobody has decided since', () => {
    const upheld = waiting.and(answered, panelClosed);
    upheld.when(host, archive).refuses('appeals-wait', { count: 1 });
    upheld
      .and(decided('c1', 'publish', { by: 'host' }), publishedNow('c1'))
      .when(host, archive)
      .answers({});
    upheld
      .and(decided('c1', 'decline', { by: 'host' }))
      .when(host, archive)
      .answers({});
  });

  it('[M51] is still answered where a panel was archived all the same', () => {
    const over = waiting.and(panelClosed, panelArchived).held('c1', 'other-moderator');
    over
      .when(otherModerator, { type: 'answerAppeal', contributionId: 'c1', outcome: 'overturned', answer: 'It is' })
      .then({ ...answered, stands: true, body: { answer: 'It is' } });
  });
});

describe('what followed from an appeal', () => {
  it('[M52] is not undone by whoever answered, nor the decision that was confirmed', () => {
    waiting
      .and({ ...answered, outcome: 'modified' })
      .when(otherModerator, undo)
      .refuses('nothing-to-undo');
    waiting
      .and({ ...answered, outcome: 'confirmed' })
      .when(moderator, undo)
      .refuses('nothing-to-undo');
  });

  it('[M53] is not restricted again by whoever was overturned, neither by redacting nor by a reversal', () => {
    const again = waiting.and(answered, decided('c1', 'publish', { by: 'host' }), publishedNow('c1'));
    again.when(moderator, redact).refuses('involved');
    again.when(moderator, turnDown).refuses('involved');
    for (const one of [host, otherModerator, third]) again.when(one, redact).answers({});
    again.when(third, turnDown).answers({});
  });

  it('[M53] nor anything of somebody whom a moderator knows', () => {
    const known = given(panelOpened, submitted('c1'), submitted('c2')).and(
      { type: 'Recused', contributionId: 'c2', by: 'moderator' },
      decided('c1', 'publish', { by: 'host' }),
      publishedNow('c1'),
    );
    known.when(moderator, redact).refuses('involved');
    known.when(moderator, turnDown).refuses('involved');
    known.when(otherModerator, redact).answers({});
  });
});

describe('who had a hand in it', () => {
  it('[M31] is also who took their decision or look back, in whatever way', () => {
    const undone: PanelEvent = { type: 'DecisionUndone', contributionId: 'c1', by: 'moderator' };
    const other = decided('c1', 'decline', { by: 'host' });
    const back = given(panelOpened, submitted('c1'), decided('c1', 'decline'), undone, other, appealed);
    back.when(moderator, { type: 'take', contributionId: 'c1' }).refuses('involved');

    const look = { type: 'Looked', contributionId: 'c1', by: 'moderator', verdict: 'decline', rule: offTopic } as const;
    const looked = given(panelOpened, submitted('c1'), { ...look, body: null }, undone, other, appealed);
    looked.when(moderator, { type: 'take', contributionId: 'c1' }).refuses('involved');
    looked.when(otherModerator, { type: 'take', contributionId: 'c1' }).answers({});
  });

  it('[M31] is also who handed it on or wrote a note on it before, but not who writes one beside the appeal', () => {
    const handedOn: PanelEvent = {
      type: 'Escalated',
      contributionId: 'c1',
      by: 'other-moderator',
      body: { note: 'Hm' },
    };
    const noted: PanelEvent = { type: 'Noted', contributionId: 'c1', by: 'third-moderator', body: { note: 'Again' } };
    const both = given(panelOpened, submitted('c1'), handedOn, noted, decided('c1', 'decline'), appealed);
    both.when(otherModerator, { type: 'take', contributionId: 'c1' }).refuses('involved');
    both.when(third, { type: 'take', contributionId: 'c1' }).refuses('involved');

    const beside = waiting.held('c1', 'third-moderator').and(noted);
    beside
      .when(third, { type: 'answerAppeal', contributionId: 'c1', outcome: 'overturned', answer: 'It is' })
      .answers({});
  });
});

describe('whatever happens', () => {
  it('[M50] every appeal has words for an answer, or its author went on, or somebody can still answer it', () => {
    everyStep(({ entries, after, at }) => unended(entries).filter((id) => !isAnswerable(after, id, at)));
  });

  it('[M51] no panel is archived while an appeal waits', () => {
    everyStep(({ told, outcome, entries }) => (told.type === 'archivePanel' && outcome.ok ? unended(entries) : []));
  });
});

/** A panel with many acts on many and many appeals, which its host closes and would archive in the end. */
function everyStep(wrongIn: (step: Step) => readonly unknown[]): void {
  const attempts = anyAttempts(['decideMany', 'decideMany', 'appeal', 'appeal', 'undoMany', 'reverseDecision']);
  const ends = (['closePanel', 'archivePanel'] as const).map((type) => ({ type, who: 1, a: 0, b: 0, wait: 0 }));
  const property = fc.property(attempts, fc.nat(2), (tried, mode) => {
    expect([...runThrough([...tried, ...ends, ...tried.slice(0, 20)], mode)].flatMap(wrongIn)).toEqual([]);
  });
  fc.assert(property, { numRuns: 150 });
}

/** Contributions whose latest appeal was neither answered in words nor overtaken by its author, by what was written down. */
function unended(entries: readonly Entry[]): readonly string[] {
  const waits = new Set<string>();
  for (const { event } of entries) {
    if (event.type === 'Appealed') waits.add(event.contributionId);
    if (event.type === 'Resubmitted' || event.type === 'Withdrawn') waits.delete(event.contributionId);
    if (event.type === 'AppealAnswered' && event.body?.answer.trim()) waits.delete(event.contributionId);
  }
  return [...waits];
}

/** By somebody who comes to the desk for the first time, once nobody holds it any more. */
function isAnswerable(panel: PanelState, contributionId: string, at: number): boolean {
  const context = { actor: third, at: at + LEASE_MS + UNDO_MS, newId: 'new', queues: queuesOf([]) };
  const taken = decide(panel, intentOf({ type: 'take', contributionId }), context);
  if (!taken.ok) return false;
  const held = taken.events.reduce((now, event) => evolve(now, entryOf(now, event, context.at)), panel);
  const answer = { type: 'answerAppeal', contributionId, outcome: 'confirmed', answer: 'It stands' } as const;
  return decide(held, intentOf(answer), context).ok;
}

function entryOf(panel: PanelState, event: PanelEvent, at: number): Entry {
  const journal = journalOf(event);
  const { record, docket } = panel;
  return { journal, seq: panel[journal].seq + 1, panelSeq: record.seq + docket.seq + 1, at, event };
}

function mine({ panel, queues }: Given) {
  const [item] = mineView('panel', panel, 'participant', { votes: {}, review: queues.review }).items;
  if (!item) throw new Error('Nothing of the participant’s.');
  return item;
}
