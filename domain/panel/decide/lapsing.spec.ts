import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyAttempts, runThrough } from '../../testing/any-panel.js';
import {
  decided,
  inReview,
  offTopic,
  panelArchived,
  panelClosed,
  panelOpened,
  published,
  submitted,
  threadProposed,
} from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { host, moderator } from '../../testing/people.js';
import type { PanelEvent } from '../events.js';
import { mineView } from '../visibility.js';

const on: PanelEvent = { type: 'TreatmentSet', secondLook: 'on', differ: 'publish', screening: [] };
const archive = { type: 'archivePanel' } as const;
const looked = { type: 'Looked', contributionId: 'c1', by: 'moderator', verdict: 'decline', rule: offTopic } as const;
const lapsed = { type: 'Lapsed', contributionId: 'c1' } as const;

describe('what waits when a panel is archived', () => {
  it('[C17] is not decided, which its author is told, and is no decline', () => {
    const after = given(panelOpened, submitted('c1'), panelClosed)
      .when(host, archive)
      .then(lapsed, panelArchived).after;
    expect(mine(after)).toMatchObject({ standing: 'lapsed', lapsed: true, statement: null, place: null, turn: null });
    expect(after.panel.docket.waiting.size).toBe(0);
    expect(after.queues.review.has('c1', after.at)).toBe(false);
  });

  it('[C17] is so as well after a first look that would have declined it', () => {
    const after = given(panelOpened, on, submitted('c1'), { ...looked, body: null }, panelClosed).when(
      host,
      archive,
    ).after;
    expect(mine(after)).toMatchObject({ standing: 'lapsed', secondLook: false, statement: null });
  });

  it('[C17] stays published where it was, whatever a first look said', () => {
    const after = given(panelOpened, on, inReview('c1'), { ...looked, body: null }, panelClosed).when(
      host,
      archive,
    ).after;
    expect(mine(after)).toMatchObject({ standing: 'published', statement: null });
    expect(after.panel.record.contributions.get('c1')?.redacted).toBeNull();
  });

  it('[C17] a restriction nobody looked at again stands, may be appealed against, and says so', () => {
    const redact = { type: 'redact', contributionId: 'c1', ruleId: offTopic.id } as const;
    const hidden = given(panelOpened, on, published('c1', { by: 'participant' })).when(moderator, redact).after;
    const after = hidden.and(panelClosed).when(host, archive).then(lapsed, panelArchived).after;
    expect(mine(hidden)).toMatchObject({ lapsed: false });
    expect(mine(after)).toMatchObject({ standing: 'redacted', lapsed: true, mayAppeal: true });
    expect(after.panel.docket.looksDue.size).toBe(0);
  });

  it('[C17] reads so too where a panel was archived without a word on it', () => {
    const over = given(panelOpened, submitted('c1'), threadProposed('t2'), panelClosed, panelArchived);
    expect(mine(over)).toMatchObject({ standing: 'lapsed', lapsed: true, place: null });
    expect(proposal(over)).toMatchObject({ standing: 'lapsed', statement: null });
  });

  it('[C17] no item and no proposal waits in a panel that its hosts have archived', () => {
    const ends = (['closePanel', 'archivePanel'] as const).map((type) => ({ type, who: 1, a: 0, b: 0, wait: 0 }));
    const property = fc.property(anyAttempts(), fc.nat(2), (attempts, mode) => {
      const last = [...runThrough([...attempts, ...ends], mode)].at(-1)?.after;
      if (last?.record.phase !== 'archived') return;
      const proposals = [...last.docket.proposals.values()].filter(({ decision, lapsed: is }) => !decision && !is);
      expect([last.docket.waiting.size, last.docket.looksDue.size, proposals]).toEqual([0, 0, []]);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe('a proposed thread that nobody decided on', () => {
  it('[C17] lapses with the close, when no thread opens any more', () => {
    const proposed = given(panelOpened, threadProposed('t2'));
    const closed = proposed.when(host, { type: 'closePanel' });
    closed.then(panelClosed, { type: 'ThreadProposalLapsed', threadId: 't2' });
    expect([proposal(proposed)?.standing, proposal(closed.after)?.standing]).toEqual(['waiting', 'lapsed']);
    closed.after
      .when(moderator, { type: 'declineThread', threadId: 't2', ruleId: offTopic.id })
      .refuses('already-decided');
  });

  it('[C17] but not where somebody had', () => {
    const rule = offTopic;
    const no = { type: 'ThreadProposalDecided', threadId: 't2', by: 'moderator', verdict: 'decline', rule } as const;
    const declined = given(panelOpened, threadProposed('t2'), { ...no, body: null });
    declined.when(host, { type: 'closePanel' }).then(panelClosed);
    given(panelOpened, published('c1'), decided('c1', 'publish'), panelClosed).when(host, archive).then(panelArchived);
  });
});

function view({ panel, queues }: Given) {
  return mineView('panel', panel, 'participant', { votes: {}, review: queues.review });
}

function mine(panel: Given) {
  return view(panel).items[0];
}

function proposal(panel: Given) {
  return view(panel).proposals[0];
}
