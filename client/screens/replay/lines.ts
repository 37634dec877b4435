import type { RecordState } from '../../../domain/panel/state.js';
import type { Row } from '../../connection/exchanges.js';
import type { ReplayShown } from '../../connection/replay-shown.js';
import type { Stop } from '../../connection/replay-stops.js';
import type { ReplayTape } from '../../connection/replay-tape.js';

/** A line of the stream: a contribution as it came, one in its exchange, or the head of a thread. */
export type Line = Stop | Row | { readonly threadId: string };

/** `flow`: as it came. `tree`: in their exchanges, which grow in place. */
export type View = 'flow' | 'tree';

export function idOf(line: Line): string | null {
  if ('id' in line) return line.id;
  return 'seq' in line ? (line.speech?.requestId ?? line.contributionId) : null;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** Contributions among them. */
  readonly count: number;
  /** The one that came last. */
  readonly newest: string | null;
}

/** What there is to draw at a moment. Words are looked for in the flow: a tree of a few leaves says little. */
export function linesAt(tape: ReplayTape, { moment, filter }: ReplayShown, view: View): Lines {
  if (!moment) return { lines: [], count: 0, newest: null };
  const { threadId, words } = filter;
  const rows = moment.isExact
    ? upTo(tape.selection.rows, tape.selection.rowsUpTo(moment.seq))
    : moment.rows.filter((row) => threadId === null || row.threadId === threadId);
  if (view === 'flow' || words.trim() !== '') {
    const { selection } = tape;
    const speeches = moment.isExact ? upTo(selection.speeches, selection.speechesUpTo(moment.seq)) : [];
    const lines = inOrder(rows, speeches);
    const last = lines.at(-1);
    return { lines, count: rows.length, newest: last ? idOf(last) : null };
  }

  const newest = rows.at(-1)?.contributionId ?? null;

  const lines = threadId === null ? forest(tape, moment.record, moment.seq) : tape.exchanges.rows(threadId, moment.seq);
  return { lines, count: rows.length, newest };
}

function forest(tape: ReplayTape, record: RecordState, seq: number): readonly Line[] {
  return [...record.threads.values()]
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ id }): readonly Line[] => {
      const rows = tape.exchanges.rows(id, seq);
      return rows.length === 0 ? [] : [{ threadId: id }, ...rows];
    });
}

/** What was written and who spoke, as it came; the same list as long as neither grew. */
const merged = new WeakMap<readonly Stop[], { readonly speeches: readonly Stop[]; readonly lines: readonly Stop[] }>();

function inOrder(rows: readonly Stop[], speeches: readonly Stop[]): readonly Stop[] {
  if (speeches.length === 0) return rows;
  const known = merged.get(rows);
  if (known?.speeches === speeches) return known.lines;
  const lines = [...rows, ...speeches].sort((a, b) => a.seq - b.seq);
  merged.set(rows, { speeches, lines });
  return lines;
}

/** The same list as long as it is as long. */
const cuts = new WeakMap<readonly Stop[], { readonly count: number; readonly rows: readonly Stop[] }>();

function upTo(rows: readonly Stop[], count: number): readonly Stop[] {
  const known = cuts.get(rows);
  if (known?.count === count) return known.rows;
  const cut = rows.slice(0, count);
  cuts.set(rows, { count, rows: cut });
  return cut;
}
