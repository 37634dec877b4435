import type { Row } from '../../../connection/exchanges.js';

/**
 * What of a thread is drawn: all up to `upTo`, and of what came later only `besides`. The rest waits, because it would
 * come in above or between what is being read.
 */
export interface Admitted {
  readonly upTo: number;
  readonly besides: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

export function everything(rows: readonly Row[]): Admitted {
  return { upTo: latestOf(rows), besides: NOBODY };
}

export function drawn(rows: readonly Row[], { upTo, besides }: Admitted): readonly Row[] {
  const isHeld = ({ seq, id }: Row) => seq > upTo && !besides.has(id);
  return rows.some(isHeld) ? rows.filter((row) => !isHeld(row)) : rows;
}

/**
 * Lets in what comes after `edge`, the last row in sight: below it nothing that is read can move. A row whose parent
 * waits, waits with it. The same object where nothing changed.
 */
export function admitBelow(rows: readonly Row[], admitted: Admitted, edge: string | null): Admitted {
  const { upTo, besides } = admitted;
  const waiting = new Set<string>();
  const next = new Set(besides);
  let isBelow = edge === null;
  let latest = upTo;
  for (const { id, seq, parentId } of rows) {
    latest = Math.max(latest, seq);
    if (seq > upTo && !next.has(id)) {
      if (isBelow && !(parentId && waiting.has(parentId))) next.add(id);
      else waiting.add(id);
    }
    if (id === edge) isBelow = true;
  }
  if (waiting.size === 0) return latest === upTo ? admitted : { upTo: latest, besides: NOBODY };
  return next.size === besides.size ? admitted : { upTo, besides: next };
}

export function latestOf(rows: readonly Row[]): number {
  let latest = 0;
  for (const { seq } of rows) if (seq > latest) latest = seq;
  return latest;
}
