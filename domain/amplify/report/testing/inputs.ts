import fc from 'fast-check';
import type { ReportGroup, ReportInput, ReportPerson } from '../input.js';

export const SILENT: ReportPerson = {
  groups: [],
  asked: true,
  turns: 0,
  seconds: 0,
  firstWait: null,
  decisions: [],
  appeals: [],
};
export const GROUP: ReportGroup = { id: 'g', title: 'G', floor: null, axis: null, sensitive: false, owed: null };

/** A group of which so many of so many were declined, beside the others. */
export function onlyDecisions([a, n1]: readonly [number, number], [b, n2]: readonly [number, number]) {
  const people = Array.from({ length: n1 + n2 }, (_, i) => {
    const isDeclined = i < n1 ? i < a : i - n1 < b;
    const decision = { threadId: 't', outcome: isDeclined ? 'declined' : 'published', ms: 60_000 } as const;
    const groups: string[] = i < n1 ? ['g'] : [];
    return [`p${i}`, { ...SILENT, groups, decisions: [decision] }] as const;
  });
  return { people: new Map(people), groups: [GROUP] };
}

/** Four groups of one axis, and two that overlap with them, one of these sensitive. */
export function anyInput(): fc.Arbitrary<ReportInput> {
  const axis = ['a1', 'a2', 'a3', 'a4'].map((id) => ({ ...GROUP, id, title: id, axis: 'a', floor: 1_000 }));
  const groups = [...axis, { ...GROUP, id: 'f' }, { ...GROUP, id: 's', sensitive: true }];
  const person = fc.record({
    region: fc.constantFrom('a1', 'a1', 'a1', 'a2', 'a2', 'a3', 'a4', ''),
    flags: fc.subarray(['f', 's']),
    asked: fc.boolean(),
    turns: fc.nat(2),
    outcome: fc.constantFrom('published', 'declined', 'pending'),
    ended: fc.boolean(),
  });
  return fc.array(person, { maxLength: 60 }).map((all): ReportInput => {
    const people = all.map(({ region, flags, asked, turns, outcome, ended }, i): [string, ReportPerson] => [
      `p${i}`,
      {
        ...{ asked, turns, seconds: 60 * turns },
        groups: [region, ...flags].filter((id) => id !== ''),
        firstWait: asked ? { ms: i * 1_000, ended } : null,
        decisions: [{ threadId: 't', outcome: outcome as 'pending', ms: i * 1_000 }],
        appeals: outcome === 'declined' && ended ? ['confirmed'] : [],
      },
    ]);
    return { turnsAre: 'desk', groups, people: new Map(people), overrides: 0, selections: 9, posed: [] };
  });
}
