import type { RecordEntry, Speaker } from '../../domain/panel/events.js';
import { countUpTo } from './replay-fold.js';

/** Something worth stopping at: what a step goes to, a silence ends with and the timeline marks. */
export interface Stop {
  readonly seq: number;
  readonly time: number;
  readonly kind: 'said' | 'speech' | 'posed' | 'answered' | 'thread' | 'opened' | 'paused' | 'resumed' | 'closed';
  readonly contributionId: string | null;
  readonly threadId: string | null;
  /** The first publication of a contribution: it has a row of its own. */
  readonly isRow: boolean;
  /** Where somebody was given the floor. */
  readonly speech?: StopSpeech;
}

export interface StopSpeech {
  readonly requestId: string;
  readonly who: Speaker;
  readonly isOverride: boolean;
  /** null until its end is read. */
  seconds: number | null;
}

/** What the reader wants to see of it. Words are those a contribution must contain, all of them. */
export interface Filter {
  readonly threadId: string | null;
  readonly words: string;
}

export const NO_FILTER: Filter = { threadId: null, words: '' };

/** Every stop of a record, in order, as it comes in. */
export class ReplayStops {
  readonly all: Stop[] = [];
  /** In order of opening. */
  readonly threads: string[] = [];
  /** Where each contribution was first published. */
  private readonly places = new Map<string, Stop>();
  private readonly speeches = new Map<string, StopSpeech>();
  /** What interpreters said it means, in any language. */
  private readonly renderings = new Map<string, string>();

  add(entry: RecordEntry, time: number): void {
    this.hear(entry.event);
    const stop = this.stopOf(entry, time);
    if (!stop) return;
    this.all.push(stop);
    if (stop.kind === 'thread' && stop.threadId !== null) this.threads.push(stop.threadId);
    if (stop.isRow && stop.contributionId !== null) this.places.set(stop.contributionId, stop);
  }

  placeOf(contributionId: string): Stop | undefined {
    return this.places.get(contributionId);
  }

  renderingsOf(contributionId: string): string {
    return this.renderings.get(contributionId) ?? '';
  }

  private hear(event: RecordEntry['event']): void {
    if (event.type === 'FloorEnded') {
      const speech = this.speeches.get(event.requestId);
      if (speech) speech.seconds = event.seconds;
    }
    if (event.type !== 'ContributionRendered' || !event.body) return;
    const { contributionId, body } = event;
    this.renderings.set(contributionId, `${this.renderingsOf(contributionId)}\n${body.text}`);
  }

  private stopOf({ seq, event }: RecordEntry, time: number): Stop | null {
    const base = { seq, time, contributionId: null, threadId: null, isRow: false };
    switch (event.type) {
      case 'ContributionPublished': {
        const { contributionId, threadId } = event;
        const isRow = !this.places.has(contributionId) && event.again !== true;
        return { ...base, kind: 'said', contributionId, threadId, isRow };
      }
      case 'QuestionPosed':
      case 'QuestionAnswered': {
        const { contributionId } = event;
        const threadId = this.places.get(contributionId)?.threadId ?? null;
        return { ...base, kind: event.type === 'QuestionPosed' ? 'posed' : 'answered', contributionId, threadId };
      }
      case 'FloorGiven': {
        const { requestId, threadId, body, override } = event;
        const speech = { requestId, who: body ?? { speaker: null }, isOverride: override === true, seconds: null };
        this.speeches.set(requestId, speech);
        return { ...base, kind: 'speech', threadId, speech };
      }
      case 'ThreadOpened':
        return { ...base, kind: 'thread', threadId: event.threadId };
      case 'PanelOpened':
        return { ...base, kind: 'opened' };
      case 'PanelPaused':
        return { ...base, kind: 'paused' };
      case 'PanelResumed':
        return { ...base, kind: 'resumed' };
      case 'PanelClosed':
        return { ...base, kind: 'closed' };
      default:
        return null;
    }
  }
}

/** The stops that a filter lets through. Looking through a long record takes more than one turn. */
export class ReplaySelection {
  readonly stops: Stop[] = [];
  readonly rows: Stop[] = [];
  readonly speeches: Stop[] = [];
  private readonly wanted: readonly string[];
  private scanned = 0;

  constructor(
    readonly filter: Filter,
    private readonly source: ReplayStops,
    private readonly entryAt: (seq: number) => RecordEntry | undefined,
  ) {
    this.wanted = plain(filter.words).split(/\s+/).filter(Boolean);
  }

  get isFiltered(): boolean {
    return this.filter.threadId !== null || this.wanted.length > 0;
  }

  /** True when there is more to look through. */
  scanOn(hasTime: () => boolean): boolean {
    const { all } = this.source;
    while (this.scanned < all.length && hasTime()) {
      const stop = all[this.scanned++];
      if (!stop || !this.lets(stop)) continue;
      this.stops.push(stop);
      if (stop.isRow) this.rows.push(stop);
      if (stop.speech) this.speeches.push(stop);
    }
    return this.scanned < all.length;
  }

  /** How many rows there are up to a seq. */
  rowsUpTo(seq: number): number {
    return countUpTo(this.rows, seq, (row) => row.seq);
  }

  speechesUpTo(seq: number): number {
    return countUpTo(this.speeches, seq, (speech) => speech.seq);
  }

  nextAfterTime(time: number): Stop | undefined {
    return this.stops[countUpTo(this.stops, time, (stop) => stop.time)];
  }

  nextAfter(seq: number): Stop | undefined {
    return this.stops[countUpTo(this.stops, seq, (stop) => stop.seq)];
  }

  lastBefore(seq: number): Stop | undefined {
    return this.stops[countUpTo(this.stops, seq - 1, (stop) => stop.seq) - 1];
  }

  private lets({ seq, threadId, contributionId }: Stop): boolean {
    const { threadId: only } = this.filter;
    if (only !== null && threadId !== only) return false;
    if (this.wanted.length === 0) return true;
    return contributionId !== null && this.contains(seq, contributionId);
  }

  private contains(seq: number, contributionId: string): boolean {
    const said = this.entryAt(this.source.placeOf(contributionId)?.seq ?? seq)?.event;
    if (said?.type !== 'ContributionPublished' || !said.body) return false;
    const text = plain(`${said.body.text}\n${this.source.renderingsOf(contributionId)}`);
    return this.wanted.every((word) => text.includes(word));
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('und').trim();
}
