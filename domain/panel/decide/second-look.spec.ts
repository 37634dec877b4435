import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  decided,
  inReview,
  offTopic,
  panelOpened,
  published,
  publishedAgain,
  publishedNow,
  redacted,
  submitted,
} from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { host, moderator, otherModerator, panellist, participant, seated } from '../../testing/people.js';
import type { DocketEvent, PanelEvent, TreatmentTerms } from '../events.js';
import { BACKLOG_MS, HIDDEN_LOOK_MS, LOOK_LAG_MS, UNDO_MS } from '../limits.js';
import { DEFAULT_TERMS } from '../queues/terms.js';
import { deskView, mineView } from '../visibility.js';

const third = seated('moderator', 'third-moderator');
const on = treatment();
const declineIt = { type: 'decline', contributionId: 'c1', ruleId: offTopic.id, note: 'Another topic' } as const;
const publishIt = { type: 'publish', contributionId: 'c1' } as const;
const undoIt = { type: 'undoDecision', contributionId: 'c1' } as const;
const looked = look('moderator');
const confirmed = decided('c1', 'decline', { by: 'other-moderator', note: 'Another topic' });

const waiting = given(panelOpened, on, submitted('c1'));
const once = waiting.and(looked);

describe('a decline', () => {
  it('[M20] decides nothing by itself, and the item keeps its standing and its wait', () => {
    const after = waiting
      .held('c1')
      .when(moderator, declineIt)
      .then({ ...looked, body: { note: 'Another topic' } }).after;
    expect(itemOf(after)).toMatchObject({ standing: 'waiting', readyAt: after.at, lease: null, decisions: [] });
    expect(after.panel.docket.waiting.has('c1')).toBe(true);
    given(panelOpened, on, inReview('c1')).held('c1').when(moderator, declineIt).erases();
  });

  it('[M20] takes effect when a second moderator declines too, with their rule and note', () => {
    const after = once.held('c1', 'other-moderator').when(otherModerator, declineIt).then(confirmed).after;
    expect(itemOf(after)).toMatchObject({ standing: 'declined' });
  });

  it('[M20] takes effect at once where second looks are off, as in every panel from before there were any', () => {
    const off = treatment({ secondLook: 'off' });
    given(panelOpened, submitted('c1')).held('c1').when(moderator, declineIt).then(decidedBy('moderator'));
    given(panelOpened, off, submitted('c1')).held('c1').when(moderator, declineIt).then(decidedBy('moderator'));
  });

  it('[M22] is overruled by a second moderator who publishes or asks to revise', () => {
    const second = once.held('c1', 'other-moderator');
    second
      .when(otherModerator, publishIt)
      .then(decided('c1', 'publish', { by: 'other-moderator' }), publishedNow('c1'));
    second
      .when(otherModerator, { type: 'askToRevise', contributionId: 'c1', note: 'Which well?' })
      .then(decided('c1', 'revise', { by: 'other-moderator', rule: null }));
  });

  it('[M22] goes to a third moderator who decides for good, where the organiser wants it so', () => {
    const differing = given(panelOpened, treatment({ differ: 'third' }), submitted('c1'), looked);
    const after = differing
      .held('c1', 'other-moderator')
      .when(otherModerator, publishIt)
      .then({ ...look('other-moderator', 'publish') }).after;
    after.held('c1', 'third-moderator').when(third, declineIt).then(decidedBy('third-moderator'));
    after
      .held('c1', 'third-moderator')
      .when(third, publishIt)
      .then(decided('c1', 'publish', { by: 'third-moderator' }), publishedNow('c1'));
    differing.held('c1', 'other-moderator').when(otherModerator, declineIt).then(confirmed);
  });

  it('[M23] can be undone for ten seconds by whoever looked, and is looked at anew after it came back', () => {
    const undone = { type: 'DecisionUndone', contributionId: 'c1', by: 'moderator' } as const;
    const back = once
      .later(UNDO_MS - 1)
      .when(moderator, undoIt)
      .then(undone).after;
    expect(itemOf(back)).toMatchObject({ standing: 'waiting', looks: [{ state: 'undone' }] });
    back
      .held('c1')
      .when(moderator, declineIt)
      .then({ ...looked, body: { note: 'Another topic' } });

    once.later(UNDO_MS).when(moderator, undoIt).refuses('undo-too-late');
    once.when(otherModerator, undoIt).refuses('nothing-to-undo');

    const revised: PanelEvent = {
      type: 'Resubmitted',
      contributionId: 'c1',
      body: { text: 'Whose well?', lang: 'en' },
    };
    const resent = once.and(decided('c1', 'revise', { by: 'other-moderator' }), revised).held('c1');
    resent.when(moderator, declineIt).then({ ...looked, body: { note: 'Another topic' } });
  });

  it('[M23] that took effect is undone to where one had looked', () => {
    const after = once.and(confirmed).when(otherModerator, undoIt).after;
    expect(itemOf(after)).toMatchObject({ standing: 'waiting', looks: [{ state: 'open' }] });
    after.held('c1', 'third-moderator').when(third, declineIt).then(decidedBy('third-moderator'));
  });
});

describe('a second look', () => {
  it('[M21] goes to somebody else, and never to the author', () => {
    once.when(moderator, { type: 'takeNext' }).answers({ contributionId: null });
    once.when(moderator, { type: 'take', contributionId: 'c1' }).refuses('involved');
    once.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: 'c1' });
    const own = given(panelOpened, on, submitted('c1', { by: 'other-moderator' }), looked);
    own.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: null });
  });

  it('[M21] comes among what waits for its turn, the longest due first, and costs no turn', () => {
    const desk = once.and(
      submitted('c2', { by: 'ana' }),
      look('moderator', 'decline', 'c2'),
      submitted('c3', { by: 'bo' }),
    );
    const taken = desk.when(otherModerator, { type: 'takeNext' }).answers({ contributionId: 'c1' }).after;
    expect(taken.panel.docket.leased.has('c1')).toBe(true);
    expect(taken.queues.review.turnsOf('participant')).toBe(desk.queues.review.turnsOf('participant'));
    desk.when(moderator, { type: 'takeNext' }).answers({ contributionId: 'c3' });
  });

  it('[M21] comes first as often as not, so that its place does not tell, and within five minutes', () => {
    const first = (wait: number) => {
      const desk = once.later(wait).and(submitted('c3', { by: 'bo' }));
      return { now: handed(desk), late: handed(desk.later(LOOK_LAG_MS)) };
    };
    const all = Array.from({ length: 40 }, (_, i) => first(1000 + i * 977));
    const before = all.filter(({ now }) => now === 'c1').length;
    expect(before).toBeGreaterThan(10);
    expect(before).toBeLessThan(30);
    expect(new Set(all.map(({ late }) => late))).toEqual(new Set(['c1']));
  });

  it('[M21] looks to the second exactly as any item does', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (inAdvance, noted, text) => {
          const said = inAdvance ? [submitted('c1', { text })] : inReview('c1', { text });
          const note: PanelEvent = {
            type: 'Noted',
            contributionId: 'c1',
            by: 'moderator',
            body: { note: 'Surely not' },
          };
          const first = given(panelOpened, on, said);
          const second = given(panelOpened, on, said, noted ? note : [], looked);
          expect(seenBy(second.held('c1', 'other-moderator'))).toEqual(seenBy(first.held('c1', 'other-moderator')));
        },
      ),
    );
  });

  it('[M21] is not given away by what others hold', () => {
    const held = waiting.held('c1');
    expect(view(held, 'other-moderator').others).toMatchObject([{ holding: 1, items: [] }]);
  });

  it('[M27] is told to whoever has nothing left to read, and to nobody else', () => {
    expect(view(once, 'moderator').forOthers).toBe(1);
    expect(view(once, 'other-moderator').forOthers).toBe(0);
    expect(view(once.and(submitted('c2', { by: 'ana' })), 'moderator').forOthers).toBe(0);
    expect(view(waiting, 'moderator').forOthers).toBe(0);
    const handedOn: PanelEvent = {
      ...{ type: 'Escalated', contributionId: 'c1', by: 'moderator', body: { note: 'Yours' } },
    };
    expect(view(waiting.held('c1').and(handedOn), 'moderator').forOthers).toBe(1);
  });

  it('[M27] shows on the desk of others nothing that a first look would not', () => {
    const busy = waiting.and(submitted('c2', { by: 'ana' }));
    const [before, after] = [busy, busy.and(looked)].map((so) => view(so, 'other-moderator'));
    const { work: _, ...shown } = after ?? {};
    expect(before).toMatchObject(shown);
  });

  it('[M28] counts in the statement whoever read it for this decision, not for one that fell on appeal', () => {
    const overturned: PanelEvent = {
      type: 'AppealAnswered',
      ...{
        contributionId: 'c1',
        by: 'third',
        outcome: 'overturned',
        rule: null,
        body: { answer: 'It was to the point' },
      },
    };
    const appealed: PanelEvent = { type: 'Appealed', contributionId: 'c1', body: null };
    const revised = once
      .and(confirmed)
      .and(appealed)
      .and(overturned)
      .and(decided('c1', 'revise', { by: 'third' }));
    expect(mine(revised)).toMatchObject({ standing: 'revise', statement: { readBy: 1 } });
  });

  it('[M28] is known to the author, and the statement tells how many read it', () => {
    expect(mine(waiting)).toMatchObject({ secondLook: false, statement: null });
    expect(mine(once)).toMatchObject({ secondLook: true, standing: 'waiting', statement: null });
    expect(mine(once.and(confirmed))).toMatchObject({
      secondLook: false,
      statement: { readBy: 2, lang: 'en', note: 'Another topic' },
    });
  });
});

describe('what one moderator takes away at once', () => {
  const redactIt = { type: 'redact', contributionId: 'c1', ruleId: offTopic.id } as const;
  const gone = redacted('c1')[1] as PanelEvent;
  const hiddenAlone = {
    ...(decided('c1', 'redact') as Extract<DocketEvent, { type: 'Decided' }>),
    second: true,
  } as const;
  const hidden = given(panelOpened, on, published('c1', {}), hiddenAlone, gone);

  it('[M25] is hidden, and owed a second look', () => {
    const standing = given(panelOpened, on, published('c1'));
    const after = standing.when(otherModerator, redactIt).then({ ...hiddenAlone, by: 'other-moderator' }, gone).after;
    expect(after.panel.docket.looksDue.has('c1')).toBe(true);
    standing
      .when(otherModerator, {
        type: 'reverseDecision',
        contributionId: 'c1',
        verdict: 'decline',
        ruleId: offTopic.id,
        note: 'No',
      })
      .then(
        {
          ...{ type: 'DecisionReversed', contributionId: 'c1', by: 'other-moderator', verdict: 'decline' },
          ...{ rule: offTopic, second: true, body: { note: 'No' } },
        } as PanelEvent,
        { ...gone, cause: 'reversed' } as PanelEvent,
      );
  });

  it('[M25] comes back when the second publishes, and is confirmed when they decline', () => {
    const second = hidden.held('c1', 'other-moderator');
    second
      .when(otherModerator, publishIt)
      .then(decided('c1', 'publish', { by: 'other-moderator' }), publishedAgain('c1'));
    const confirmedNow = second.when(otherModerator, declineIt).then({
      ...(decided('c1', 'redact', { by: 'other-moderator', note: 'Another topic' }) as object),
    } as PanelEvent).after;
    expect(itemOf(confirmedNow)).toMatchObject({ standing: 'redacted' });
    expect(confirmedNow.panel.docket.looksDue.size).toBe(0);
  });

  it('[M25] is looked at by somebody else', () => {
    hidden.when(moderator, { type: 'takeNext' }).answers({ contributionId: null });
    hidden.when(host, { type: 'takeNext' }).answers({ contributionId: 'c1' });
  });
  it('[M25] comes before all else once ten minutes are over, and the desk says that something is late', () => {
    const { at } = hidden;
    const handedOn: PanelEvent = { type: 'Escalated', contributionId: 'c2', by: 'moderator', body: { note: 'Hm' } };
    const busy = hidden.and(submitted('c2', { by: 'ana' }), handedOn);
    const soon = busy.later(HIDDEN_LOOK_MS - 1);
    const late = busy.later(HIDDEN_LOOK_MS);
    soon.when(host, { type: 'takeNext' }).answers({ contributionId: 'c2' });
    late.when(host, { type: 'takeNext' }).answers({ contributionId: 'c1' });
    const isLate = (then: Given) =>
      deskView('panel', hidden.panel, { seat: 'host', at: then.at, revision: 1, nameOf: (by) => by }).late;
    expect([isLate(soon), isLate(late), at + HIDDEN_LOOK_MS === late.at]).toEqual([false, true, true]);
  });
});

describe('while many wait', () => {
  const known = published('c0', { by: 'participant' });
  const eased = { type: 'SecondLookEased', on: true } as const;
  const backlogged = given(panelOpened, on, known, submitted('c1')).later(BACKLOG_MS + 1);
  const late = backlogged.and(eased);
  const lookedNow = { ...looked, body: { note: 'Another topic' } };

  it('[M24] the record says so before any decline is without a second look', () => {
    expect(backlogged.when(moderator, { type: 'takeNext' }).after.panel.record.treatment.eased).toBe(true);
    backlogged.held('c1').when(moderator, declineIt).then(lookedNow, eased);
  });

  it('[M24] the decline of somebody read before takes effect at once, but for one in four', () => {
    const held = late.held('c1');
    held.when(moderator, declineIt).then(decidedBy('moderator'));
    held.when(moderator, declineIt, '4f').then(lookedNow);
  });

  it('[M24] those who were never read before keep their second look', () => {
    const first = given(panelOpened, on, eased, submitted('c1')).later(BACKLOG_MS + 1);
    first.held('c1').when(moderator, declineIt).then(lookedNow);
  });

  it('[M24] one in four of all random ids draws a second look', () => {
    const drawn = [...'0123456789abcdef'].filter((digit) => {
      const after = late.held('c1').when(moderator, declineIt, `${digit}0`).after;
      return itemOf(after)?.standing === 'waiting';
    });
    expect(drawn).toHaveLength(4);
  });

  it('[M24] once a group is owed half a turn everybody keeps their second look, so that it tells nobody’s group', () => {
    const youth = { id: 'youth', title: 'Youth', floor: 9000, axis: null, sensitive: false, source: null };
    const grouped = given(panelOpened, on, { type: 'QueueSet', terms: DEFAULT_TERMS, groups: [youth] }, known);
    const waiting = grouped.and(submitted('c1'), submitted('c2', { by: 'bo' }), submitted('c3', { by: 'cy' }));
    const others = [...['c2', 'c3'].map((id) => decided(id, 'publish')), publishedNow('c2'), publishedNow('c3')];
    for (const member of ['participant', 'somebody else']) {
      const late = waiting
        .claiming(member, 'youth')
        .and(eased, others)
        .later(BACKLOG_MS + 1);
      const held = late.and({
        type: 'Taken',
        contributionId: 'c1',
        by: 'moderator',
        until: late.at + 1,
        lane: 'equity',
      });
      held.when(moderator, declineIt).then(lookedNow);
    }
    const bare = waiting
      .and(others)
      .later(BACKLOG_MS + 1)
      .and({ ...eased, on: false }, eased);
    expect(bare.queues.review.owedAnyGroup).toBe(true);
  });

  it('[M24] ends, and the record says so, when nobody waits that long any more', () => {
    const over = given(panelOpened, on, eased, submitted('c1'));
    over
      .held('c1')
      .when(moderator, publishIt)
      .then(decided('c1', 'publish'), publishedNow('c1'), { ...eased, on: false });
    given(panelOpened, on, eased)
      .when(moderator, { type: 'takeNext' })
      .then({ ...eased, on: false });
  });

  it('[M24] what waits for its second look alone makes no backlog', () => {
    once
      .later(BACKLOG_MS + 1)
      .held('c1', 'other-moderator')
      .when(otherModerator, declineIt)
      .then(confirmed);
  });
});

describe('how a panel treats people', () => {
  it('[M26] is for its hosts to say until the close, and only what changes is recorded', () => {
    const drafted = given().when(host, { type: 'draftPanel', forumId: 'forum', title: 'Water' }).after;
    expect(drafted.panel.record.treatment).toMatchObject({ secondLook: 'on', differ: 'publish', eased: false });
    waiting
      .when(host, { type: 'setTreatment', differ: 'third' })
      .then({ type: 'TreatmentSet', secondLook: 'on', differ: 'third', screening: [] });
    waiting.when(host, { type: 'setTreatment', secondLook: 'on' }).refuses('already-so');
    waiting.when(moderator, { type: 'setTreatment', secondLook: 'off' }).refuses('not-allowed');
    waiting.when(panellist, { type: 'setTreatment', secondLook: 'off' }).refuses('not-allowed');
    waiting.when(participant, { type: 'setTreatment', secondLook: 'off' }).refuses('not-allowed');
  });
});

function handed(desk: Given) {
  const { after } = desk.when(otherModerator, { type: 'takeNext' });
  return [...after.panel.docket.leased.keys()][0];
}

function treatment(terms: Partial<TreatmentTerms> = {}): PanelEvent {
  return { type: 'TreatmentSet', secondLook: 'on', differ: 'publish', screening: [], ...terms };
}

function look(by: string, verdict: 'publish' | 'decline' = 'decline', contributionId = 'c1') {
  const rule = verdict === 'decline' ? offTopic : null;
  return { type: 'Looked', contributionId, by, verdict, rule, body: null } as const;
}

function decidedBy(by: string): PanelEvent {
  return decided('c1', 'decline', { by, note: 'Another topic' });
}

function itemOf({ panel }: Given) {
  return panel.docket.items.get('c1');
}

function view({ panel, at }: Given, seat: string) {
  return deskView('panel', panel, { seat, at, revision: 1, nameOf: (by) => by });
}

function seenBy(desk: Given) {
  return view(desk, 'other-moderator').held;
}

function mine({ panel, queues }: Given) {
  return mineView('panel', panel, 'participant', { votes: {}, review: queues.review }).items[0];
}
