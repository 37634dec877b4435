import type { AppealOutcome, PersonDecision, ReportGroup, ReportInput, ReportPerson } from '../input.js';

/** A busy panel of ninety minutes: five regions on one axis, three groups across them, two of all these too small to be shown. */
export function madeUpPanel(changed: Partial<ReportInput> = {}, seed = 412): ReportInput {
  const random = seeded(seed);
  const people = new Map<string, ReportPerson>();
  for (const [region, count] of REGIONS) {
    for (let i = 0; i < count; i++) people.set(`p${people.size}`, personOf(region, i, random));
  }
  const turns = [...people.values()].reduce((sum, person) => sum + person.turns, 0);
  return { turnsAre: 'floor', groups: GROUPS, people, overrides: 9, selections: turns, posed: POSED, ...changed };
}

const REGIONS = [
  ['africa', 52],
  ['asia-pacific', 74],
  ['eastern-europe', 41],
  ['latin-america', 38],
  ['western', 96],
] as const;

const GROUPS: readonly ReportGroup[] = [
  group('africa', 'Africa', 1500, 'region', 0.2),
  group('asia-pacific', 'Asia and the Pacific', 1800, 'region', 0.6),
  group('eastern-europe', 'Eastern Europe', 1200, 'region', -1.4),
  group('latin-america', 'Latin America and the Caribbean', 1000, 'region', 0.4),
  group('western', 'Western Europe and others', 1200, 'region', -9.8),
  group('landlocked', 'Landlocked developing countries', 1500, null, 2.3),
  group('youth', 'Youth', null, null, null),
  group('small-islands', 'Small island states', 800, null, 1.1),
  { ...group('refugees', 'Refugees', 500, null, 0.5), sensitive: true },
];

const POSED = [
  { coverage: 0.31, alphaJR: 0.62, leftOut: 64 },
  { coverage: 0.48, alphaJR: 0.41, leftOut: 39 },
  { coverage: 0.63, alphaJR: 0.33, leftOut: 28 },
  { coverage: 0.7, alphaJR: 0.24, leftOut: 19 },
  { coverage: 0.79, alphaJR: 0.19, leftOut: 13 },
  { coverage: 0.83, alphaJR: 0.13, leftOut: 8 },
  { coverage: 0.88, alphaJR: 0.09, leftOut: 4 },
];

function personOf(region: string, i: number, random: () => number): ReportPerson {
  const isLandlocked = i % 6 === 0 && region !== 'western';
  const groups = [
    region,
    ...(isLandlocked ? ['landlocked'] : []),
    ...(i % 9 === 4 ? ['youth'] : []),
    ...(region === 'latin-america' && i % 13 === 5 ? ['small-islands'] : []),
    ...(i % 50 === 7 ? ['refugees'] : []),
  ];
  const isHeard = random() < (isLandlocked ? 0.45 : region === 'western' ? 0.72 : 0.86);
  const turns = isHeard ? (random() < 0.15 ? 2 : 1) : 0;
  const decisions = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, k) => decisionOf(k, isLandlocked, random));
  const isDeclined = decisions.some(({ outcome }) => outcome === 'declined');
  return {
    groups,
    asked: true,
    turns,
    seconds: Math.round(turns * (60 + random() * 80)),
    firstWait: { ms: isHeard ? (2 + random() ** 2 * 60) * 60_000 : (30 + random() * 58) * 60_000, ended: isHeard },
    decisions,
    appeals: isDeclined && random() < 0.4 ? [appealOf(random())] : [],
  };
}

function decisionOf(k: number, isLandlocked: boolean, random: () => number): PersonDecision {
  const isPending = random() < 0.05;
  const outcome = random() < (isLandlocked ? 0.37 : 0.13) ? 'declined' : 'published';
  return { threadId: `t${k}`, outcome: isPending ? 'pending' : outcome, ms: (1 + random() * 9) * 60_000 };
}

function appealOf(chance: number): AppealOutcome {
  return chance < 0.5 ? 'confirmed' : chance < 0.65 ? 'modified' : 'overturned';
}

function group(id: string, title: string, floor: number | null, axis: string | null, owed: number | null): ReportGroup {
  return { id, title, floor, axis, sensitive: false, owed };
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
