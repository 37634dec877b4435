import type { Refusal } from '../../domain/panel/refusals.js';
import type { People } from '../../domain/wire/views.js';
import type { Axis } from './replay-axis.js';
import { type Player, stopped } from './replay-player.js';
import type { Histogram, PanelDetail, ReplaySource } from './replay-source.js';
import { type Filter, NO_FILTER } from './replay-stops.js';
import type { Moment } from './replay-tape.js';

/** What a screen draws. Replaced, never changed; the tape behind it grows. */
export interface ReplayShown {
  readonly status: 'loading' | 'ready' | 'empty' | 'refused';
  readonly refusal: Refusal | null;
  readonly isReached: boolean;
  readonly panel: PanelDetail | null;
  readonly histogram: Histogram | null;
  readonly axis: Axis | null;
  readonly loaded: { readonly entries: number; readonly of: number; readonly until: number; readonly isWhole: boolean };
  readonly moment: Moment | null;
  /** The contribution this moment is about, where it was gone to by itself. */
  readonly item: string | null;
  readonly player: Player;
  /** The silence that was skipped last; `count` tells one from the next. */
  readonly skipped: { readonly ms: number; readonly count: number } | null;
  readonly filter: Filter;
  /** Still looking for what the filter lets through. */
  readonly isScanning: boolean;
  readonly people: People;
}

/** The reader’s own clock, frames of the screen, and turns of work between them. */
export interface ReplayClock {
  now(): number;
  /** Answers how to call it off. */
  frame(work: () => void): () => void;
  soon(work: () => void, afterMs?: number): void;
}

/** Where a permalink leads: ms into the panel, and a contribution. */
export interface Opening {
  readonly into: number | null;
  readonly item: string | null;
}

export interface ReplayDeps {
  readonly source: ReplaySource;
  readonly clock: ReplayClock;
}

export const NOTHING: ReplayShown = {
  status: 'loading',
  refusal: null,
  isReached: true,
  panel: null,
  histogram: null,
  axis: null,
  loaded: { entries: 0, of: 0, until: 0, isWhole: false },
  moment: null,
  item: null,
  player: stopped(0),
  skipped: null,
  filter: NO_FILTER,
  isScanning: false,
  people: {},
};
