import { faultIn, FLOOR_MAX, FLOOR_MIN } from '../../../../domain/amplify/groups/terms.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';

/** A share as it is typed, in percent. null: it is none. */
export function floorOf(percent: string): number | null {
  const floor = Math.round(Number(percent.trim().replace(',', '.')) * 100);
  return percent.trim() !== '' && floor >= FLOOR_MIN && floor <= FLOOR_MAX ? floor : null;
}

export function percentOf(floor: number): string {
  return String(floor / 100);
}

/** A group of the organisers’ own, with an id that none of these has. */
export function ownGroup(title: string, isSensitive: boolean, groups: readonly GroupTerms[]): GroupTerms {
  const taken = new Set(groups.map(({ id }) => id));
  const stem = `own-${slugOf(title)}`.slice(0, 32).replace(/-$/, '');
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  return { id, title: title.trim(), floor: 1_000, axis: null, sensitive: isSensitive, source: null };
}

export function isSame(a: readonly GroupTerms[], b: readonly GroupTerms[]): boolean {
  return a.length === b.length && a.every((group, i) => key(group) === key(b[i]));
}

export function isGood(groups: readonly GroupTerms[]): boolean {
  return faultIn(groups) === null;
}

function key(group: GroupTerms | undefined): string {
  if (!group) return '';
  const { id, title, floor, axis, sensitive, source } = group;
  return JSON.stringify([id, title, floor, axis, sensitive, source]);
}

/** Ids are of small Latin letters; a title in another script leaves none, and its group is numbered. */
function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'group' : slug;
}
