/**
 * What may be shown of small groups. A value that is hidden is not in the object: no renderer, log or file can show it by
 * accident. It is not told either whether it was too small or hidden to protect another: that alone would narrow it down.
 */
export type Disclosed<T> = { readonly hidden: false; readonly value: T } | { readonly hidden: true };

export const HIDDEN: Disclosed<never> = { hidden: true };

export function shown<T>(value: T): Disclosed<T> {
  return { hidden: false, value };
}

export function discloseIf<T>(isSafe: boolean, value: () => T): Disclosed<T> {
  return isSafe ? shown(value()) : HIDDEN;
}

/** Fewer people than this are never shown. */
export const K_MIN = { plain: 5, sensitive: 10 } as const;

/** Which cells of a table whose people stand in exactly one cell each have to be hidden, and whether their sum has to be. */
export function hiddenCells(
  counts: readonly number[],
  kMin: number,
  already: readonly boolean[] = [],
): { readonly cells: readonly boolean[]; readonly total: boolean } {
  const cells = counts.map((n, i) => already[i] === true || (n > 0 && n < kMin));
  while (cells.includes(true) && isOpen(counts, cells, kMin)) {
    const smallest = smallestShown(counts, cells);
    if (smallest === null) return { cells, total: true };
    cells[smallest] = true;
  }
  return { cells, total: false };
}

/** Whether what is hidden could be found by subtraction: it is alone, or together still fewer than may be shown. */
function isOpen(counts: readonly number[], cells: readonly boolean[], kMin: number): boolean {
  const hidden = counts.filter((_, i) => cells[i]);
  return hidden.length < 2 || hidden.reduce((sum, n) => sum + n, 0) < kMin;
}

/** An empty cell protects nobody. */
function smallestShown(counts: readonly number[], cells: readonly boolean[]): number | null {
  let smallest: number | null = null;
  for (const [i, n] of counts.entries()) {
    if (!cells[i] && n > 0 && (smallest === null || n < (counts[smallest] ?? 0))) smallest = i;
  }
  return smallest;
}

/** A table as it may be shown, and its sum. */
export function disclosePartition(
  counts: readonly number[],
  kMin: number,
): { readonly cells: readonly Disclosed<number>[]; readonly total: Disclosed<number> } {
  const hidden = hiddenCells(counts, kMin);
  return {
    cells: counts.map((n, i) => discloseIf(hidden.cells[i] !== true, () => n)),
    total: discloseIf(!hidden.total, () => counts.reduce((sum, n) => sum + n, 0)),
  };
}

/** Whether a group may be shown whose people may be in other groups too: neither it nor everybody else may be few. */
export function mayShowGroup(people: number, of: number, kMin: number): boolean {
  return people >= kMin && of - people >= kMin;
}

/** A whole percent of a share. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/**
 * What part of so few people or decisions something happened to would tell to how many: that is said of twice as many as
 * may be shown and of more.
 */
export function percentOf(part: number, whole: number, kMin: number): number | null {
  return whole < 2 * kMin ? null : percent(part / whole);
}

/** For gauges that move while people watch: steps of 5 %. */
export function livePercent(share: number): number {
  return Math.round(share * 20) * 5;
}
