import { describe, expect, it } from '@jest/globals';
import { auc, randomFrom, type Guessed } from '../../testing/chance.js';
import { asked, ended, floorOpened, given } from '../../testing/floor.js';
import type { GroupTerms, PanelEvent } from '../events.js';
import { evolve, initialState } from '../evolve.js';
import { journalOf } from '../journals.js';
import { PanelQueues } from '../queues/panel-queues.js';
import { DEFAULT_TERMS } from '../queues/terms.js';
import { floorView } from '../visibility.js';

const PANELS = 30;
const PEOPLE = 60;
const MINUTE = 60_000;
const MODERATOR = { seat: 'mo', roles: ['moderator' as const] };

/** What a moderator can know of one who spoke. */
interface Heard {
  readonly seat: string;
  readonly order: number;
  readonly waiting: number;
  /** 1: they became next when somebody asked, 0: when a speech began or ended. */
  readonly jumped: number;
  /** How many had been told as coming, and had not been heard. */
  readonly overtook: number;
}

const CLUES: Readonly<Record<string, (heard: Heard) => number>> = {
  order: ({ order }) => -order,
  waiting: ({ waiting }) => waiting,
  jumped: ({ jumped }) => jumped,
  overtook: ({ overtook }) => overtook,
};

describe('what a moderator can learn of groups on the floor', () => {
  it.each([
    [0.2, 3000],
    [0.1, 2500],
  ])(
    '[F21] [Q55] is no more than chance tells, from who is next, whoever asks: %d of the people, a floor of %d',
    (members, floor) => {
      const panels = Array.from({ length: PANELS }, (_, seed) => watched(seed + 1, members, floor));
      for (const [clue, score] of Object.entries(CLUES)) {
        const told = Math.abs(auc(panels, score) - 0.5);
        expect({ clue, told: told <= 0.09 || told }).toEqual({ clue, told: true });
      }
    },
  );
});

/** A floor on which two in three are heard, seen by a moderator after each entry. */
function watched(seed: number, members: number, floor: number): Guessed<Heard> {
  const random = randomFrom(seed);
  const arrivals = Array.from({ length: PEOPLE }, (_, i) => ({
    seat: `${random() < members ? 'member' : 'other'}-${i}`,
    at: Math.floor(random() * 80 * MINUTE),
  })).sort((a, b) => a.at - b.at);
  const group: GroupTerms = { id: 'g', title: 'G', floor, axis: null, sensitive: true, source: null };
  const queues = new PanelQueues((seat) => (isMember(seat) ? [{ group: 'g', attested: true }] : []));
  let panel = initialState;
  let count = 0;
  const happens = (event: PanelEvent, at: number) => {
    const journal = journalOf(event);
    const entry = { journal, seq: panel[journal].seq + 1, panelSeq: ++count, at, event };
    panel = evolve(panel, entry);
    queues.apply(entry);
  };
  const looks = () => floorView('p', panel, queues.floor, { actor: MODERATOR, people: {} });
  for (const event of [
    { type: 'PanelOpened' } as const,
    { type: 'QueueSet', terms: DEFAULT_TERMS, groups: [group] } as const,
    floorOpened,
  ]) {
    happens(event, 0);
  }

  const seen: Heard[] = [];
  const told = new Map<string, number>();
  const notes = (jumped: number) => {
    const { next, hosting } = looks();
    const shown = [next, ...(hosting?.coming ?? []), ...(hosting?.others ?? [])];
    for (const one of shown) if (one && !told.has(one.requestId)) told.set(one.requestId, jumped);
  };
  for (let at = 2 * MINUTE; at < 82 * MINUTE; at += 2 * MINUTE) {
    for (let one = arrivals[0]; one && one.at <= at; one = arrivals[0]) {
      arrivals.shift();
      happens(asked(`r ${one.seat}`, one.seat), one.at);
      notes(1);
    }
    const { speaking, next, waiting } = looks();
    if (speaking) happens(ended(speaking.requestId, 120), at);
    const id = queues.floor.next()?.requestId;
    if (id === undefined) continue;
    const [ids, isNext] = [[...told.keys()], next?.requestId === id];
    const overtook = ids.includes(id) ? ids.indexOf(id) : ids.length;
    seen.push({
      seat: id.slice(2),
      order: seen.length,
      waiting,
      jumped: isNext ? (told.get(id) ?? 0) : 0,
      overtook,
    });
    told.delete(id);
    for (const event of given(id, id.slice(2))) happens(event, at);
    notes(0);
  }
  return { seen, isMember: ({ seat }) => isMember(seat) };
}

function isMember(seat: string): boolean {
  return seat.startsWith('member');
}
