export interface Card {
  readonly item: string;
  /** How many times it was shown to anybody. */
  readonly shown: number;
}

/**
 * The item a voter is asked about next: of those they have not seen the one shown least, so that no item gets its votes from
 * having votes. `chance` in [0, 1) decides among equals. Null: they have seen everything.
 */
export function nextCard(cards: Iterable<Card>, seen: ReadonlySet<string>, chance: number): string | null {
  let least = Infinity;
  let equals: string[] = [];
  for (const { item, shown } of cards) {
    if (shown > least || seen.has(item)) continue;
    if (shown < least) equals = [];
    least = shown;
    equals.push(item);
  }
  return equals[Math.floor(chance * equals.length)] ?? null;
}
