import type { RuleName, RuleOutcome, Scenario } from '../../../domain/amplify/simulate/index.js';

const NAMES: Readonly<Record<RuleName, string>> = {
  arrival: 'order of arrival',
  votes: 'most agreed first',
  leastHeard: 'least heard first',
  amplify: 'Amplify queue',
};
const WIDTH = 40;
const NAME = 18;

interface Result {
  readonly panels: number;
  readonly outcomes: readonly RuleOutcome[];
}

/** What an organiser looks at: a bar for who is heard, for every group a line from nothing to its floor, then the waits. */
export function pictureOf(scenario: Scenario, { panels, outcomes }: Result): string {
  const { participants, capacity, moderators, minutes, groups, attack } = scenario;
  const turns = Math.floor(capacity * moderators);
  return [
    `${participants} people ask, there are ${turns} turns in ${minutes} minutes; the mean of ${panels} such panels.`,
    '',
    'People heard',
    ...outcomes.map((outcome) => line(NAMES[outcome.rule], bar(outcome.heard), percent(outcome.heard))),
    ...groups.flatMap((_group, index) => ['', ...groupPicture(outcomes, index)]),
    '',
    'Minutes to a first turn, of those heard (● half of them, ○ nine in ten)',
    ...outcomes.map((outcome) => line(NAMES[outcome.rule], waits(outcome, minutes), minutesOf(outcome))),
    '',
    'Most turns of one person',
    ...outcomes.map(({ rule, top }) => line(NAMES[rule], bar(top), percent(top))),
    ...(attack ? ['', 'Turns of those who act together'] : []),
    ...(attack
      ? outcomes.map((outcome) => line(NAMES[outcome.rule], bar(outcome.attack), percent(outcome.attack)))
      : []),
  ].join('\n');
}

function groupPicture(outcomes: readonly RuleOutcome[], index: number): readonly string[] {
  const [first] = outcomes;
  const { id = '', floor = 0 } = first?.groups[index] ?? {};
  const scale = Math.max(floor, ...outcomes.map(({ groups }) => groups[index]?.share ?? 0), 0.01);
  return [
    `${id}: floor ${percent(floor)} (│)`,
    ...outcomes.map(({ rule, groups }) => {
      const share = groups[index]?.share ?? 0;
      return line(NAMES[rule], withMark(share / scale, floor / scale), percent(share));
    }),
  ];
}

function line(name: string, picture: string, figure: string): string {
  return `  ${name.padEnd(NAME)} ${picture} ${figure}`;
}

function bar(part: number): string {
  const full = Math.round(Math.min(1, part) * WIDTH);
  return '█'.repeat(full).padEnd(WIDTH, '·');
}

function withMark(part: number, mark: number): string {
  const at = Math.min(WIDTH - 1, Math.round(mark * WIDTH));
  return [...bar(part)].map((sign, i) => (i === at ? '│' : sign)).join('');
}

function waits({ medianWait, p90Wait }: RuleOutcome, minutes: number): string {
  const at = (minute: number) => Math.min(WIDTH - 1, Math.round((minute / minutes) * WIDTH));
  const signs = Array.from({ length: WIDTH }, () => '·');
  signs[at(p90Wait)] = '○';
  signs[at(medianWait)] = '●';
  return signs.join('');
}

function minutesOf({ medianWait, p90Wait }: RuleOutcome): string {
  return `${medianWait.toFixed(0)}, ${p90Wait.toFixed(0)}`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}
