import type { RecordState } from '../../../domain/panel/state.js';

/** What readers of a panel see of its contributions: texts, authors’ names and tallies, whatever their ids. */
export type Seen = readonly string[];

/** `nameOf` gives the name of a seat. Contributions come in the order of the record. */
export function seenIn(record: RecordState, nameOf: (seat: string) => string): Seen {
  return [...record.contributions.values()]
    .filter((contribution) => contribution.words !== null)
    .sort((a, b) => a.seq - b.seq)
    .map(({ words, tally }) => {
      const { agree, pass, disagree } = tally ?? { agree: 0, pass: 0, disagree: 0 };
      return JSON.stringify([words?.text, words?.author && nameOf(words.author), agree, pass, disagree]);
    });
}

/** What only one of the two holds; both empty when readers see the same. */
export function differenceOf(one: Seen, other: Seen): { readonly onlyOne: Seen; readonly onlyOther: Seen } {
  return { onlyOne: without(one, other), onlyOther: without(other, one) };
}

function without(these: Seen, those: Seen): Seen {
  const left = new Map<string, number>();
  for (const that of those) left.set(that, (left.get(that) ?? 0) + 1);
  return these.filter((one) => {
    const more = left.get(one) ?? 0;
    if (more > 0) left.set(one, more - 1);
    return more === 0;
  });
}
