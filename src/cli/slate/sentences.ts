import type { Audit } from '../../../domain/amplify/slate/audit.js';
import { factsOf, type SeatFacts, type Told, told } from '../../../domain/amplify/slate/facts.js';
import type { Seat } from '../../../domain/amplify/slate/slate.js';
import type { SlateFigures } from './measure.js';

/** Both slates side by side. */
export function tableOf(rows: Readonly<Record<string, SlateFigures>>): string {
  const header = ['', 'coverage', 'worst group', 'α-JR', 'α-EJR+', 'items'];
  const cells = Object.entries(rows).map(([name, { coverage, worstCluster, alphaJR, alphaEJRplus, items }]) => [
    name,
    percent(coverage),
    worstCluster === null ? '–' : percent(worstCluster),
    alphaJR.toFixed(2),
    alphaEJRplus.toFixed(2),
    items.join(' '),
  ]);
  const lines = [header, ...cells];
  const width = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(width(i)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What a moderator is told about each seat, and about the whole slate. `nameOf` names an item. */
export function sentencesOf(seats: readonly Seat[], audited: Audit, nameOf: (item: number) => string): string {
  const all = seats.map((seat) => factsOf(seat, audited));
  const leftOut = audited.leftOut
    ? `${people(told(audited.leftOut.size))} who support ${nameOf(audited.leftOut.item)}`
    : 'nobody';
  const lines = all.map((facts, i) => `${i + 1}. ${nameOf(facts.item)}: ${sentenceOf(facts)}`);
  return [...lines, `Largest group left out: ${leftOut}.`].join('\n');
}

function sentenceOf({ phase, payers, sole, newly }: SeatFacts): string {
  switch (phase) {
    case 'equal-shares':
      return `${people(payers)} put their equal share here; for ${number(sole)} of them it is the only item in the slate.`;
    case 'coverage':
      return `${people(newly)} who support nothing else in the slate support this.`;
    case 'phragmen':
      return 'Everybody who can be heard is; of what is left, its supporters were heard least.';
    case 'unsupported':
      return 'Nobody supports anything that is left; this came first.';
  }
}

function people(all: Told): string {
  return `${number(all)} people`;
}

function number(people: Told): string {
  return 'count' in people ? String(people.count) : `fewer than ${people.fewerThan}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
