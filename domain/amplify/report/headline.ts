import type { Disclosed } from '../disclosure/disclosure.js';
import type { DeclineFigures, GroupFigures, Headline, Heard, OfGroup } from './panel-report.js';

/** What one sentence may say: nothing of groups that are hidden, and no verdict where there are too few. */
export function headlineOf(
  heard: Disclosed<Heard>,
  groups: readonly OfGroup<GroupFigures>[],
  declines: readonly OfGroup<DeclineFigures>[],
): Headline {
  return { heard, shares: sharesOf(groups), declines: declinesOf(declines) };
}

function sharesOf(groups: readonly OfGroup<GroupFigures>[]): Headline['shares'] {
  const judged = shownOf(groups).filter(({ value }) => value.standing !== null);
  const short = judged.filter(({ value }) => value.standing === 'short');
  if (judged.length === 0) return { kind: 'none-shown' };
  if (short.length === 0) return { kind: 'kept', groups: judged.length };
  return { kind: 'missed', groups: judged.length, short: short.length, titles: short.map(({ title }) => title) };
}

/** Of one panel or of several together. */
export function declinesOf(groups: readonly OfGroup<DeclineFigures>[]): Headline['declines'] {
  const compared = shownOf(groups).filter(({ value }) => value.ratio !== null);
  if (compared.length === 0) return { kind: 'too-few' };
  const concerns = compared
    .filter(({ value }) => value.flag === 'concern')
    .sort((x, y) => (y.value.ratio?.value ?? Infinity) - (x.value.ratio?.value ?? Infinity));
  const ratio = concerns[0]?.value.ratio;
  if (!ratio) return { kind: 'no-clear-difference' };
  return { kind: 'concern', titles: concerns.map(({ title }) => title), ratio };
}

function shownOf<T>(rows: readonly OfGroup<T>[]): readonly { readonly title: string; readonly value: T }[] {
  return rows.flatMap(({ title, figures }) => (figures.hidden ? [] : [{ title, value: figures.value }]));
}
