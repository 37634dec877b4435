import { describe, expect, it } from '@jest/globals';
import type { GroupTerms, PanelEvent } from '../events.js';
import { evolve, initialState } from '../evolve.js';
import { journalOf } from '../journals.js';
import { PanelQueues } from '../queues/panel-queues.js';
import { DEFAULT_TERMS } from '../queues/terms.js';
import { nextForDesk } from '../desk-order.js';
import { decided, submitted } from '../../testing/entries.js';
import { deskView } from '../visibility.js';

const PANELS = 60;
const PEOPLE = 60;
const MEMBERS = 0.2;
const GROUP: GroupTerms = {
  id: 'canary-group',
  title: 'Canary group',
  floor: 0.9 * MEMBERS * 10_000,
  axis: null,
  sensitive: true,
  source: null,
};

/** A moderator who keeps all that ever came to them, and guesses who is of the group. */
describe('what a moderator can learn of groups', () => {
  it('[Q55] is no more than chance tells: from the order in which items come, and from all else on the desk', () => {
    const panels = Array.from({ length: PANELS }, (_, seed) => watched(seed + 1));
    const scores: Record<string, (seen: Seen) => number> = {
      order: ({ order }) => -order,
      waiting: ({ waiting }) => waiting,
      oldest: ({ oldest }) => oldest,
    };
    for (const [clue, score] of Object.entries(scores)) {
      const mean = panels.reduce((sum, { seen, members }) => sum + auc(seen, members, score), 0) / PANELS;
      expect({ clue, isChance: Math.abs(mean - 0.5) <= 0.1 }).toEqual({ clue, isChance: true });
    }
  });

  it('[Q55] names no group, no author, no time of sending and no reason', () => {
    const { views } = watched(99);
    for (const word of ['canary', 'member-', 'other-', 'BALANCE', 'FIRST_VOICE', 'WAITED', 'submittedAt', 'readyAt']) {
      expect(views.join('\n')).not.toContain(word);
    }
  });
});

interface Seen {
  readonly id: string;
  readonly order: number;
  readonly waiting: number;
  readonly oldest: number;
}

const STEPS = ['none', 'under-1-min', 'under-5-min', 'under-15-min', 'over-15-min'];

/** A busy panel: two in three who wait are read before its end, each item published as it comes. */
function watched(seed: number) {
  const random = randomFrom(seed);
  const members = new Set<string>();
  const arrivals = Array.from({ length: PEOPLE }, (_, i) => {
    const isMember = random() < MEMBERS;
    const seat = `${isMember ? 'member' : 'other'}-${i}`;
    const id = `item ${Math.floor(random() * 1e9)}`;
    if (isMember) members.add(id);
    return {
      at: random() * 80 * 60_000,
      event: submitted(id, seat, { body: { text: 'words', lang: 'en', author: seat } }),
    };
  }).sort((a, b) => a.at - b.at);

  let panel = initialState;
  const queues = new PanelQueues((seat) => (seat.startsWith('member') ? [{ group: GROUP.id, attested: true }] : []));
  const happens = (event: PanelEvent, at: number) => {
    const journal = journalOf(event);
    const panelSeq = panel.record.seq + panel.docket.seq + 1;
    const entry = { journal, seq: panel[journal].seq + 1, panelSeq, at, event };
    panel = evolve(panel, entry);
    queues.apply(entry);
  };

  happens({ type: 'QueueSet', terms: DEFAULT_TERMS, groups: [GROUP] }, 0);
  const seen: Seen[] = [];
  const views: string[] = [];
  for (let minute = 0; minute < 90; minute += 1.5) {
    const at = minute * 60_000;
    while (arrivals[0] && arrivals[0].at <= at) happens(arrivals.shift()?.event as PanelEvent, at);
    const next = nextForDesk(panel.docket, { seat: 'mo', at, chairs: false }, queues.review);
    if (!next) continue;
    const { id } = next.item;
    happens({ type: 'Taken', contributionId: id, by: 'mo', until: at + 60_000, lane: next.lane }, at);
    const view = deskView('p', panel, { seat: 'mo', at, revision: 1, nameOf: () => '' });
    views.push(JSON.stringify(view));
    seen.push({ id, order: seen.length, waiting: view.waiting, oldest: STEPS.indexOf(view.oldest) });
    happens(decided(id, 'publish'), at + 1000);
  }
  return { seen, members, views };
}

/** How often a member is ranked before somebody else; ties count half. 0.5 is chance. */
function auc(seen: readonly Seen[], members: ReadonlySet<string>, score: (seen: Seen) => number): number {
  const of = (isMember: boolean) => seen.filter(({ id }) => members.has(id) === isMember).map(score);
  const [inside, outside] = [of(true), of(false)];
  if (inside.length === 0 || outside.length === 0) return 0.5;
  let before = 0;
  for (const a of inside) for (const b of outside) before += a > b ? 1 : a === b ? 0.5 : 0;
  return before / (inside.length * outside.length);
}

/** Mulberry32: the same panels each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
