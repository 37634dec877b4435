import { describe, expect, it } from '@jest/globals';
import {
  decided,
  inReview,
  offTopic,
  panelArchived,
  panelClosed,
  panelOpened,
  panelPaused,
  publishedNow,
  submitted,
} from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { host, moderator, otherModerator } from '../../testing/people.js';
import type { PanelEvent } from '../events.js';
import { UNDO_MS } from '../limits.js';
import { choosables, mineView } from '../visibility.js';

const on: PanelEvent = { type: 'TreatmentSet', secondLook: 'on', differ: 'publish', screening: [] };
const three = [submitted('c1'), submitted('c2', { by: 'ana' }), inReview('c3', { by: 'bo' })].flat();
const waiting = given(panelOpened, three);
const ids = ['c1', 'c2', 'c3'];
const declineAll = {
  type: 'decideMany',
  contributionIds: ids,
  verdict: 'decline',
  ruleId: offTopic.id,
  note: 'Spam',
} as const;
const publishAll = { type: 'decideMany', contributionIds: ids, verdict: 'publish' } as const;
const gone = { type: 'Redacted', contributionId: 'c3', threadId: 't1', cause: 'rule', ruleId: offTopic.id } as const;

describe('deciding on many', () => {
  it('[M37] is one act: each is decided as if it were alone, under one id', () => {
    waiting
      .when(moderator, declineAll)
      .then(inBulk('c1', 'decline'), inBulk('c2', 'decline'), inBulk('c3', 'decline'), gone)
      .answers({ bulk: 'new', decided: 3, left: 0 })
      .erases('c3');
    waiting
      .when(moderator, publishAll)
      .then(inBulk('c1', 'publish'), publishedNow('c1'), ...second('c2', 'ana'), inBulk('c3', 'publish'));
  });

  it('[M37] gives each decline its second look', () => {
    const looked = waiting.and(on).when(moderator, declineAll).after;
    expect([...looked.panel.docket.looksDue.keys()].sort()).toEqual(ids);
    expect(looked.panel.docket.items.get('c1')?.looks).toMatchObject([{ bulk: 'new', state: 'open' }]);
    looked.when(moderator, declineAll).refuses('already-decided');
    looked.when(otherModerator, declineAll).answers({ bulk: 'new', decided: 3, left: 0 });
  });

  it('[M37] leaves what is one’s own, decided, unknown or in another’s hands', () => {
    const mixed = waiting.and(submitted('c4', { by: 'moderator' }), decided('c2', 'publish')).held('c3', 'host');
    mixed
      .when(moderator, { ...declineAll, contributionIds: [...ids, 'c4', 'none', 'c1'] })
      .then(inBulk('c1', 'decline'))
      .answers({ bulk: 'new', decided: 1, left: 4 });
  });

  it('[M37] names a rule to decline by, and 1 to 100 contributions', () => {
    const { ruleId: _, ...ruleless } = declineAll;
    waiting.when(moderator, ruleless).refuses('no-such-rule');
    waiting
      .when(moderator, { ...publishAll, contributionIds: [] })
      .refuses('bad-request', { field: 'contributionIds' });
    const many = Array.from({ length: 101 }, (_, n) => `c${n}`);
    waiting.when(moderator, { ...publishAll, contributionIds: many }).refuses('bad-request');
  });

  it('[M46] is chosen from what waits, in an order that tells nothing, and never from one’s own', () => {
    const more = [submitted('c0', { by: 'moderator' }), submitted('c9', { by: 'cy' })];
    const { panel, at } = waiting.and(more, panelPaused);
    const seen = choosables('panel', panel, { seat: 'moderator', at });
    expect(seen.items.map(({ contributionId }) => contributionId)).toEqual(['c1', 'c2', 'c3', 'c9']);
    expect(Object.keys(seen.items[0] ?? {}).sort()).toEqual([
      'contributionId',
      'kind',
      'labels',
      'lang',
      'text',
      'threadTitle',
    ]);
    expect(choosables('panel', panel, { seat: 'moderator', at, label: 'links' }).items).toEqual([]);
  });
});

describe('the list of what waits', () => {
  const labelled = (contributionId: string, label: string): PanelEvent => ({
    ...{ type: 'Screened', contributionId, labels: [label], hold: true },
  });
  const busy = waiting.and(labelled('c1', 'links'), labelled('c2', 'long'));
  const listed = ({ panel, at }: Given, label?: string) =>
    choosables('panel', panel, { seat: 'moderator', at, label }).items.map(({ contributionId }) => contributionId);

  it('[M46] holds only what screening noticed while more can come in, so that nobody sees when something came', () => {
    expect(listed(busy)).toEqual(['c1']);
    expect(listed(busy, 'links')).toEqual(['c1']);
    expect(listed(busy, 'long')).toEqual([]);
    expect(listed(busy.and(submitted('c4', { by: 'dee' })))).toEqual(['c1']);
  });

  it('[M46] holds everything that waits while the panel is paused, and after the close', () => {
    const paused = busy.when(moderator, { type: 'holdEverything' }).after;
    expect(listed(paused)).toEqual(ids);
    expect(listed(paused, 'long')).toEqual(['c2']);
    expect(listed(busy.and(panelClosed))).toEqual(ids);
  });
});

describe('taking an act on many back', () => {
  const undo = { type: 'undoMany', bulk: 'new' } as const;
  const undone = (contributionId: string, by = 'moderator') =>
    ({ type: 'DecisionUndone', contributionId, by }) as const;

  it('[M38] brings everything back as it was, at any time until the archive', () => {
    const done = waiting.when(moderator, declineAll).after.later(86_400_000);
    const back = done.and(panelClosed).when(moderator, undo).answers({ undone: 3, left: 0 }).after;
    expect(ids.map((id) => back.panel.docket.items.get(id)?.standing)).toEqual(['waiting', 'waiting', 'review']);
    expect(back.panel.record.contributions.get('c3')).toMatchObject({ redacted: null });
    done.and(panelClosed, panelArchived).when(moderator, undo).refuses('wrong-phase');
  });

  it('[M38] takes back the looks as well', () => {
    const looked = waiting.and(on).when(moderator, declineAll).after;
    looked.when(moderator, undo).then(undone('c1'), undone('c2'), undone('c3')).erases();
  });

  it('[M38] takes publications out of the record again', () => {
    waiting.when(moderator, publishAll).after.when(moderator, undo).erases('c1', 'c2');
  });

  it('[M38] leaves what somebody has decided on since', () => {
    const since = {
      type: 'DecisionReversed',
      contributionId: 'c1',
      by: 'host',
      verdict: 'publish',
      rule: null,
    } as const;
    const done = waiting
      .when(moderator, declineAll)
      .after.and({ ...since, body: { note: 'Why?' } }, publishedNow('c1'));
    done.when(moderator, undo).answers({ undone: 2, left: 1 });
  });

  it('[M38] takes out what everybody has read since only under a rule, with a note, and to be looked at again', () => {
    const read = waiting.and(on).when(moderator, publishAll).after.later(UNDO_MS);
    read.when(moderator, undo).refuses('no-such-rule', { field: 'ruleId' });
    read.when(moderator, { ...undo, ruleId: offTopic.id }).refuses('bad-text', { field: 'note' });
    const out = read.when(moderator, { ...undo, ruleId: offTopic.id, note: 'Spam' });
    out
      .then(...takenOut('c1'), ...takenOut('c2'), undone('c3'))
      .erases('c1', 'c2')
      .answers({ undone: 3, left: 0 });
    const [mine] = mineView('panel', out.after.panel, 'participant', { votes: {}, review: read.queues.review }).items;
    expect(mine).toMatchObject({ mayAppeal: true, statement: { rule: offTopic, note: 'Spam' } });
    expect(out.after.panel.docket.looksDue.size).toBe(2);
  });

  it('[M38] leaves one’s own, and what is by somebody one knows', () => {
    const ownToo = waiting.and({ type: 'Recused', contributionId: 'c2', by: 'host' });
    const hosts = { ...host, seat: 'bo' };
    const done = ownToo.when(moderator, declineAll).after;
    done.when(host, undo).answers({ undone: 2, left: 1 });
    done.when(hosts, undo).answers({ undone: 2, left: 1 });
  });

  it('[M38] is for whoever did it, and for hosts', () => {
    const done = waiting.when(moderator, declineAll).after;
    done.when(otherModerator, undo).refuses('nothing-to-undo');
    done.when(host, undo).answers({ undone: 3, left: 0 });
    done.when(moderator, undo).after.when(moderator, undo).refuses('nothing-to-undo');
    done.when(moderator, { ...undo, bulk: 'none' }).refuses('nothing-to-undo');
  });
});

function inBulk(contributionId: string, verdict: 'publish' | 'decline'): PanelEvent {
  const rule = verdict === 'decline' ? offTopic : null;
  const body = verdict === 'decline' ? { note: 'Spam' } : null;
  return { type: 'Decided', contributionId, by: 'moderator', verdict, rule, bulk: 'new', body };
}

function second(contributionId: string, by: string): readonly PanelEvent[] {
  return [inBulk(contributionId, 'publish'), publishedNow(contributionId, { by })];
}

function takenOut(contributionId: string): readonly PanelEvent[] {
  const about = { contributionId, by: 'moderator', verdict: 'decline', rule: offTopic } as const;
  return [
    { type: 'DecisionReversed', ...about, second: true, body: { note: 'Spam' } },
    { ...gone, contributionId, cause: 'reversed' },
  ];
}
