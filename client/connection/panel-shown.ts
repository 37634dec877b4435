import type { Refusal } from '../../domain/panel/refusals.js';
import type { RecordState } from '../../domain/panel/state.js';
import type { FloorShown } from '../../domain/wire/floor.js';
import type { Joined } from '../../domain/wire/protocol.js';
import type { MineView, People } from '../../domain/wire/views.js';
import type { Row } from './exchanges.js';
import type { LineState } from './line.js';
import type { Outgoing } from './outgoing.js';

/** What a screen draws. Replaced, never changed. */
export interface PanelShown {
  readonly connection: LineState;
  /** null until the first answer. */
  readonly record: RecordState | null;
  /** False when the record begins with a snapshot of the latest contributions only; see `loadWhole`. */
  readonly complete: boolean;
  /** Whether there are older contributions than those held; `loadWhole` reads them. */
  readonly earlier: 'none' | 'some' | 'loading';
  /** Everything there was on joining is held: what comes from now on is new. */
  readonly reached: boolean;
  /** Entries read so far by `loadWhole`, and how many there are. */
  readonly loading: { readonly read: number; readonly of: number } | null;
  /** One thread’s contributions as a tree in pre-order. Another function whenever a contribution came. */
  readonly rowsOf: (threadId: string) => readonly Row[];
  readonly people: People;
  readonly you: Joined['you'] | null;
  /** How many readers are here; null when nobody said. */
  readonly here: number | null;
  /** The floor as it was last told of; null while it has not moved since this reader came. */
  readonly floor: FloorShown | null;
  readonly mine: MineView | null;
  /** One’s own messages that the forum does not have yet, or refused, oldest first. */
  readonly outbox: readonly Outgoing[];
  /** False: this device keeps nothing, and what is in the outbox lives as long as the page. */
  readonly outboxIsDurable: boolean;
  /** Why the panel cannot be shown. */
  readonly refusal: Refusal | null;
}

/** The parts that come from the panel’s record, which a forum restored from a backup takes back. */
export const UNHEARD = {
  record: null,
  complete: true,
  earlier: 'none',
  reached: false,
  loading: null,
  rowsOf: () => [],
  people: {},
  you: null,
  here: null,
  floor: null,
  mine: null,
  refusal: null,
} as const satisfies Partial<PanelShown>;
