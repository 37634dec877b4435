import type { Entry, Kind, PanelEvent, RecordEntry, Tally } from '../../domain/panel/events.js';
import type { SeatId } from '../../domain/panel/roles.js';
import type { Ballot } from '../../domain/panel/outcome.js';
import type { PanelSummary } from '../../domain/wire/views.js';

/** The line of a timetable as it is stored, for everybody alike. */
export type StoredSummary = Omit<PanelSummary, 'code' | 'here' | 'report' | 'roles'>;

export interface Heads {
  readonly panelSeq: number;
  readonly record: number;
  readonly docket: number;
  /** How many times words were erased from the record: part of the address of an immutable page. */
  readonly erasures: number;
}

export interface Receipt {
  readonly intentId: string;
  /** SHA-256 over the canonical intent and its actor, lower-case hex. */
  readonly fingerprint: string;
  /** The value the intent was answered with. */
  readonly value: unknown;
}

/** What a writer sees under the panel’s lock. */
export interface Caught {
  readonly heads: Heads;
  /** Entries of both journals after the caller’s panelSeq, in panelSeq order. */
  readonly missed: readonly Entry[];
  /** Receipts among the intent ids asked about. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Where the caller asked for them: no ballot can come between this count and what is decided on it. */
  readonly tallies: readonly Tally[];
}

export interface Draft {
  /** In order. The log gives them their seqs. */
  readonly events: readonly { readonly at: number; readonly event: PanelEvent }[];
  readonly receipts: readonly Receipt[];
  readonly ballots: readonly (Ballot & { readonly intentId: string; readonly at: number })[];
  /** Contributions whose record bodies and salts are deleted in this transaction. */
  readonly erase: readonly string[];
  /** The panel’s projected summary after these events; null leaves it as it is. */
  readonly summary: StoredSummary | null;
}

export interface PanelRow {
  readonly panelId: string;
  readonly forumId: string;
  readonly access: 'open' | 'invitation';
}

export interface RecordHit {
  readonly entry: RecordEntry;
}

/** Where a search over many panels goes on: before this place in the order of time, panel and seq. */
export interface Found {
  readonly at: number;
  readonly panelId: string;
  readonly seq: number;
}

/** A contribution found in whatever panel, by its own words or an interpreter’s. */
export interface ForumHit extends Found {
  readonly contributionId: string;
  readonly threadTitle: string;
  readonly kind: Kind;
  readonly text: string;
  readonly lang: string;
  readonly author: SeatId | null;
}

/** Bucket `i` covers [from + i·width, from + (i+1)·width) ms. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly total: readonly number[];
  readonly threads: Readonly<Record<string, readonly number[]>>;
  readonly marks: readonly {
    readonly at: number;
    readonly seq: number;
    readonly type: string;
    readonly contributionId: string;
  }[];
}

/** The journals of all panels. The only SQL on entries. */
export interface PanelLog {
  create(panel: PanelRow): Promise<'created' | 'exists'>;
  panel(panelId: string): Promise<(PanelRow & { heads: Heads }) | null>;
  heads(panelIds: readonly string[]): Promise<ReadonlyMap<string, Heads>>;

  /**
   * One transaction: locks the panel’s row, reads what the caller missed, lets `decide` draft (synchronously, it may
   * throw to roll back), inserts, moves the heads, commits. Resolves after commit with the entries as stored.
   */
  transact<T>(
    panelId: string,
    caughtUpTo: number,
    intentIds: readonly string[],
    decide: (caught: Caught) => { draft: Draft; result: T },
    /** Contributions to count the ballots of; null counts all. */
    count?: readonly string[] | null,
  ): Promise<{ entries: readonly Entry[]; missed: readonly Entry[]; result: T }>;

  /** Both journals after a panelSeq, in order, at most `limit`. */
  readAfter(panelId: string, panelSeq: number, limit: number): Promise<readonly Entry[]>;
  /** Record entries after a seq, ascending. Erased bodies are null. */
  readRecord(panelId: string, after: number, limit: number): Promise<readonly RecordEntry[]>;
  /** The last `limit` record entries before a seq, ascending. */
  readRecordBefore(panelId: string, before: number, limit: number): Promise<readonly RecordEntry[]>;
  /** Record entries with from ≤ at < to, ascending. */
  readRecordWindow(panelId: string, from: number, to: number, limit: number): Promise<readonly RecordEntry[]>;
  /** Published contributions whose words contain every one of `words`, newest first, before a seq. */
  searchRecord(panelId: string, words: readonly string[], before: number, limit: number): Promise<readonly RecordHit[]>;
  /** The same over many panels, newest first, each contribution once: by the latest of its words that match. */
  searchPanels(
    panelIds: readonly string[],
    words: readonly string[],
    before: Found | null,
    limit: number,
  ): Promise<readonly ForumHit[]>;
  histogram(panelId: string, buckets: number): Promise<Histogram | null>;

  /** Current tallies by last ballot a person. All contributions with ballots where `contributionIds` is null. */
  tallies(panelId: string, contributionIds: readonly string[] | null): Promise<readonly Tally[]>;
  votesOf(panelId: string, seat: string): Promise<Readonly<Record<string, Ballot['choice']>>>;
}
