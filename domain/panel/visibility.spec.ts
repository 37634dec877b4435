import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AUTHOR_MARK, lawfulHistory } from '../testing/arbitrary-history.js';
import { entriesOf, panelOf, published, submitted, threadOpened } from '../testing/entries.js';
import type { Entry, PanelEvent, RecordEntry } from './events.js';
import { fold, initialState } from './evolve.js';
import { ROLES, type Actor, type Role } from './roles.js';
import { snapshotOf } from './snapshot.js';
import type { Phase } from './state.js';
import { mayRead, publicOf, recordEntryFor, seatsIn, seatsInSnapshot } from './visibility.js';

describe('who may know of a panel', () => {
  const { record } = panelOf();
  const holding = (...roles: Role[]): Actor => ({ seat: 'ana', roles });
  const reader: Actor = { seat: null, roles: [] };

  it('[V1] a draft is for owners, hosts and moderators alone', () => {
    const draft = { ...record, phase: 'draft' as const };

    expect(ROLES.filter((role) => mayRead(holding(role), draft, 'open'))).toEqual(['owner', 'host', 'moderator']);
    expect(mayRead(reader, draft, 'open')).toBe(false);
  });

  it('[V1] nobody knows of a panel that has not been drafted', () => {
    expect(mayRead(holding('owner'), record, 'open')).toBe(false);
  });

  it.each(['scheduled', 'open', 'paused', 'closed', 'archived'] as Phase[])(
    '[V2] reading a panel that is %s',
    (phase) => {
      const now = { ...record, phase };

      expect(mayRead(reader, now, 'open')).toBe(true);
      expect(mayRead(reader, now, 'invitation')).toBe(false);
      for (const role of ROLES) expect(mayRead(holding(role), now, 'invitation')).toBe(true);
    },
  );
});

describe('what a reader receives', () => {
  it('[V3] is the record’s entries and nothing of the docket or of the common order', () => {
    fc.assert(
      fc.property(lawfulHistory(), (entries) => {
        for (const entry of entries) {
          const read = recordEntryFor(entry);
          if (entry.journal === 'docket') expect(read).toBeNull();
          else expect(read).toEqual({ seq: entry.seq, at: entry.at, event: entry.event });
        }
      }),
    );
  });

  it('[V3] is no private event even if a journal were named wrongly', () => {
    const entry: Entry = { journal: 'record', seq: 1, panelSeq: 1, at: 0, event: submitted('c1') };

    expect(recordEntryFor(entry)).toBeNull();
  });

  it('[V3] carries the commitment to its body', () => {
    const [entry] = entriesOf([published('c1')]);

    const read = { seq: 1, at: 0, event: published('c1'), commit: 'ab12' };
    expect(entry && recordEntryFor(entry, 'ab12')).toEqual(read);
    expect(entry && recordEntryFor({ ...entry, commit: 'ab12' })).toEqual(read);
  });
});

describe('the names a reader needs', () => {
  const all: PanelEvent[] = [
    threadOpened(),
    published('c1'),
    { type: 'ContributionRendered', contributionId: 'c1', lang: 'kk', body: { text: 'сөз', interpreter: 'aigul' } },
    { type: 'QuestionPosed', contributionId: 'c1', answerBy: null, body: { respondents: ['bo', 'cy'] } },
    { type: 'QuestionAnswered', contributionId: 'c1', answerId: null, body: { by: 'di' } },
    { type: 'ContributionPinned', contributionId: 'c1' },
  ];

  it('[V12] are those of everybody the entries speak of', () => {
    expect([...seatsIn(read(entriesOf(all)))].sort()).toEqual(['aigul', 'ana', 'bo', 'cy', 'di', 'host']);
  });

  it('[V14] are not those of whoever is shown by role alone', () => {
    const byRole = { text: 'words', lang: 'en', author: null, role: 'participant' as const };
    const entries = entriesOf([threadOpened(), published('c1', { body: byRole })]);
    const { record } = fold(initialState, entries);

    expect([...seatsIn(read(entries))]).toEqual(['host']);
    expect([...seatsInSnapshot(snapshotOf(record))]).toEqual(['host']);
    expect(record.contributions.get('c1')?.words).toEqual(byRole);
  });

  it('[V14] no seat of somebody shown by role stands in any entry or snapshot of the contribution', () => {
    fc.assert(
      fc.property(lawfulHistory(), (entries) => {
        const { record, docket } = fold(initialState, entries);
        const byRole = [...docket.items.values()].filter(({ role }) => role !== null).map(({ id }) => id);
        const about = JSON.stringify([
          ...read(entries).filter(({ event }) => 'contributionId' in event && byRole.includes(event.contributionId)),
          ...snapshotOf(record).contributions.filter(({ id }) => byRole.includes(id)),
        ]);
        expect(about).not.toContain(AUTHOR_MARK);
      }),
    );
  });

  it('[V12] are none where the words were erased', () => {
    const erased = all.map((event) => ('body' in event ? { ...event, body: null } : event) as PanelEvent);

    expect(seatsIn(read(entriesOf(erased))).size).toBe(0);
  });

  it('[V12] are in a snapshot exactly those it mentions', () => {
    fc.assert(
      fc.property(lawfulHistory(), fc.nat(10), (entries, latest) => {
        const snapshot = snapshotOf(fold(initialState, entries).record, { latest });
        const mentioned = JSON.stringify(snapshot).match(/"(seat-of-author|interpreter|panellist|host)-\d"/g) ?? [];

        expect([...seatsInSnapshot(snapshot)].sort()).toEqual([
          ...new Set(mentioned.map((seat) => seat.slice(1, -1)).sort()),
        ]);
      }),
    );
  });
});

function read(entries: readonly Entry[]): RecordEntry[] {
  return entries.map((entry) => recordEntryFor(entry)).filter((entry) => entry !== null);
}

describe('whose name may be looked up by seat', () => {
  it('[V22] is whose seat stands in the record, and who has a part before everybody', () => {
    const person = (role: Role) => ({ name: role, affiliation: '', role });
    const people = Object.fromEntries(ROLES.map((role) => [role, person(role)]));
    const names = (named: readonly string[]) => Object.keys(publicOf(people, new Set(named))).sort();

    expect(names([])).toEqual(['host', 'interpreter', 'owner', 'panellist']);
    expect(names(['participant', 'moderator'])).toEqual([
      'host',
      'interpreter',
      'moderator',
      'owner',
      'panellist',
      'participant',
    ]);
  });
});
