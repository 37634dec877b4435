import type { Conversation } from './read.js';
import { type Figures, slotsOf, type Trace } from './trace.js';

const RULES: readonly (readonly [rule: keyof Trace, name: string])[] = [
  ['arrival', 'order of arrival'],
  ['votes', 'most agreed first'],
  ['leastHeard', 'least heard first'],
  ['amplify', 'Amplify queue'],
];

/** The four rules side by side, and what the figures are of. */
export function tableFor(conversation: Conversation, trace: Trace): string {
  const { submissions, groups } = conversation;
  const authors = new Set(submissions.map(({ author }) => author)).size;
  return [
    `${submissions.length} contributions of ${authors} people in 85 minutes, ${slotsOf(conversation)} places in 90; ` +
      `${new Set(groups.values()).size} opinion groups, each with a floor of 0.9 of its share of the voters.`,
    '',
    `${''.padEnd(18)}  shortfall   heard   Jain   top`,
    ...RULES.map(([rule, name]) => `${name.padEnd(18)}  ${row(trace[rule])}`),
    '',
    'Shortfall: how far the worst-off group stays below its share. Heard: authors who had a turn. Jain: 1 where all had as many.',
    'Top: the most that one person had of all turns. The same selections give the same figures to the last digit.',
  ].join('\n');
}

function row({ shortfall, heard, jain, top }: Figures): string {
  return [
    shortfall.toFixed(3).padStart(9),
    `${(100 * heard).toFixed(1)} %`.padStart(7),
    jain.toFixed(3).padStart(6),
    top.toFixed(3),
  ].join(' ');
}
