import type { RecordEntry } from '../../domain/panel/events.js';
import { type Axis, axisOf, isSparse, within } from './replay-axis.js';
import { advance, type Player, type Speed, stopped } from './replay-player.js';
import { ReplayReader } from './replay-reader.js';
import { NOTHING, type Opening, type ReplayDeps, type ReplayShown } from './replay-shown.js';
import type { Histogram, PanelDetail } from './replay-source.js';
import type { Filter, Stop } from './replay-stops.js';
import { type Moment, ReplayTape } from './replay-tape.js';

const SLICE_MS = 6;
const DRAWN_EVERY_MS = 100;
/** While somebody drags the playhead, the server is not asked about every place on the way. */
const SETTLED_MS = 120;

/** A panel replayed: the record read page by page, and a playhead on it. Works from the first subscriber to the last. */
export class ReplayStore {
  tape = new ReplayTape(1);
  private shown: ReplayShown = NOTHING;
  private player: Player = NOTHING.player;
  private reader: ReplayReader | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly timeListeners = new Set<() => void>();
  /** Where one stands among entries of one instant; null: after all of them. */
  private pin: number | null = null;
  private item: string | null;
  /** What the server said is the last seq at an instant that is not loaded. */
  private located: { readonly time: number; readonly seq: number } | null = null;
  private working = false;
  private isScanning = false;
  private drawing = false;
  private drawnAt = -Infinity;
  private lastFrame = 0;
  private stopFrames: (() => void) | null = null;

  constructor(
    private readonly deps: ReplayDeps,
    private readonly opening: Opening,
  ) {
    this.item = opening.item;
  }

  readonly snapshot = (): ReplayShown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (!this.reader) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  /** The playhead, which moves with every frame. */
  readonly time = (): number => this.player.time;

  readonly subscribeTime = (listener: () => void): (() => void) => {
    this.timeListeners.add(listener);
    return () => void this.timeListeners.delete(listener);
  };

  play(): void {
    const { axis } = this.shown;
    if (!axis || this.player.isPlaying) return;
    if (this.player.time >= axis.end) this.move(axis.start);
    this.player = { ...this.player, isPlaying: true };
    this.lastFrame = this.deps.clock.now();
    this.frameOn();
    this.draw();
  }

  pause(): void {
    this.stopFrames?.();
    this.stopFrames = null;
    this.player = { ...this.player, isPlaying: false, crossing: null, isWaiting: false };
    this.draw();
  }

  seek(time: number): void {
    this.move(time);
    this.draw();
    const settled = this.player.time;
    this.deps.clock.soon(() => {
      if (settled === this.player.time) void this.locate().then((pages) => this.reader?.want(pages));
    }, SETTLED_MS);
  }

  setSpeed(speed: Speed): void {
    this.player = { ...this.player, speed, crossing: null };
    this.draw();
  }

  setSkipsSilence(skipsSilence: boolean): void {
    this.player = { ...this.player, skipsSilence, crossing: null };
    this.draw();
  }

  /** To the item after or before this moment, of those that the filter lets through. */
  step(by: 1 | -1): Stop | null {
    const { axis } = this.shown;
    const moment = axis && this.momentNow(axis);
    if (!moment) return null;
    const { selection } = this.tape;
    const { seq } = moment;
    const isBetween = this.pin === null && this.player.time > (this.tape.timeOf(seq) ?? Infinity);
    const stop = by === 1 ? selection.nextAfter(seq) : selection.lastBefore(isBetween ? seq + 1 : seq);
    if (!stop || stop.seq > this.tape.folded) return null;
    this.pause();
    this.stand(stop);
    return stop;
  }

  goTo(contributionId: string): void {
    const stop = this.tape.stops.placeOf(contributionId);
    if (!stop) return;
    this.pause();
    this.stand(stop);
  }

  setFilter(filter: Filter): void {
    this.tape.select(filter);
    this.isScanning = true;
    this.draw({ filter });
    this.work();
  }

  private open(): void {
    const reader = new ReplayReader(this.deps.source, {
      onPanel: (panel, histogram) => this.onPanel(panel, histogram),
      onPage: (page, entries) => {
        this.tape.takePage(page, entries);
        this.work();
      },
      onMore: (entries) => this.onMore(entries),
      onPeople: (people) => this.show({ people: { ...this.shown.people, ...people } }),
      onReach: (isReached) => isReached !== this.shown.isReached && this.show({ isReached }),
      onRefused: (refusal) => this.show({ status: 'refused', refusal }),
      onAnotherEpoch: () => this.startAgain(),
    });
    this.reader = reader;
    void reader.read().then(() => this.followOn(reader));
  }

  private close(): void {
    this.stopFrames?.();
    this.reader?.stop();
    this.reader = null;
    this.shown = NOTHING;
  }

  private startAgain(): void {
    this.pause();
    this.reader?.stop();
    this.shown = NOTHING;
    this.open();
  }

  private async onPanel(panel: PanelDetail, histogram: Histogram | null): Promise<readonly number[]> {
    if (!histogram || !hasSomething(histogram)) {
      this.show({ status: 'empty', panel });
      return [];
    }

    const axis = axisOf(panel, histogram);
    const { into } = this.opening;
    const time = into === null ? axis.start : within(axis, axis.origin + into);
    this.tape = new ReplayTape(panel.pages.size);
    this.tape.reaches(panel.head);
    this.player = { ...stopped(time), skipsSilence: isSparse(axis, panel.published) };
    this.show({ panel, histogram, axis, player: this.player });
    return this.locate();
  }

  private onMore(entries: readonly RecordEntry[]): void {
    const last = entries.at(-1);
    const { axis } = this.shown;
    if (!last || !axis) return;
    this.tape.takeMore(entries);
    this.show({ axis: { ...axis, end: Math.max(axis.end, last.at) } });
    this.work();
  }

  private followOn(reader: ReplayReader): void {
    const { panel, axis } = this.shown;
    const isOver = panel?.phase === 'closed' || panel?.phase === 'archived';
    if (!panel || !axis || isOver || reader !== this.reader) return;
    void reader.follow(panel, () => this.tape.loaded);
  }

  private move(time: number): void {
    const { axis } = this.shown;
    if (!axis) return;
    this.pin = null;
    this.item = null;
    this.player = { ...this.player, time: within(axis, time), crossing: null };
  }

  private stand({ time, seq, contributionId }: Stop): void {
    this.move(time);
    this.pin = seq;
    this.item = contributionId;
    this.draw();
  }

  /** What is looked at is loaded first: the server knows which pages that is. */
  private async locate(): Promise<readonly number[]> {
    const { axis } = this.shown;
    const { time } = this.player;
    if (!axis || !this.reader || time <= this.tape.until(axis)) return [];

    const after = await this.reader.seqAfter(time);
    if (after === null || time !== this.player.time) return [];
    const seq = Math.max(1, after - 1);
    const page = this.tape.pageOf(seq);
    this.located = { time, seq };
    this.draw();
    return [1, page, page - 1];
  }

  private work(): void {
    if (this.working) return;
    this.working = true;
    this.deps.clock.soon(() => {
      this.working = false;
      const until = this.deps.clock.now() + SLICE_MS;
      const hasMore = this.tape.workOn(() => this.deps.clock.now() < until);
      this.isScanning = hasMore;
      this.findItem();
      this.drawn();
      if (hasMore) this.work();
    });
  }

  /** A permalink to a contribution that is loaded by now. */
  private findItem(): void {
    if (this.item === null || this.pin !== null) return;
    const stop = this.tape.stops.placeOf(this.item);
    if (stop && stop.seq <= this.tape.folded) this.stand(stop);
  }

  private frameOn(): void {
    this.stopFrames = this.deps.clock.frame(() => {
      const now = this.deps.clock.now();
      this.onFrame(now - this.lastFrame);
      this.lastFrame = now;
      if (this.player.isPlaying) this.frameOn();
    });
  }

  private onFrame(dt: number): void {
    const { axis } = this.shown;
    if (!axis) return;
    const before = this.player;
    this.player = advance(before, dt, {
      ...axis,
      until: this.tape.until(axis),
      nextAfter: (time) => this.nextAfter(time, axis),
    });
    if (this.player.time !== before.time) [this.pin, this.item] = [null, null];
    for (const listener of this.timeListeners) listener();

    const { crossing } = this.player;
    if (crossing && crossing.from !== before.crossing?.from) this.onSilence(crossing.to - crossing.from);
    else if (this.player.isPlaying) this.drawn();
    else this.draw();
  }

  private nextAfter(time: number, axis: Axis): number | null {
    const stop = this.tape.selection.nextAfterTime(time);
    return stop ? within(axis, stop.time) : null;
  }

  private onSilence(ms: number): void {
    this.draw({ skipped: { ms, count: (this.shown.skipped?.count ?? 0) + 1 } });
  }

  /** Not with every frame: a list that changes ten times a second looks alive, and leaves time to scroll. */
  private drawn(): void {
    const wait = DRAWN_EVERY_MS - (this.deps.clock.now() - this.drawnAt);
    if (wait <= 0) return this.draw();
    if (this.drawing) return;
    this.drawing = true;
    this.deps.clock.soon(() => {
      this.drawing = false;
      this.draw();
    }, wait);
  }

  private draw(part: Partial<ReplayShown> = {}): void {
    const { axis, panel } = this.shown;
    if (!axis || !panel) return;
    this.drawnAt = this.deps.clock.now();
    const moment = same(this.momentNow(axis), this.shown.moment);
    this.show({
      ...part,
      status: moment ? 'ready' : this.shown.status,
      moment,
      isScanning: this.isScanning,
      item: this.item,
      player: this.player,
      loaded: {
        entries: this.tape.loaded,
        of: Math.max(panel.head, this.tape.loaded),
        until: this.tape.until(axis),
        isWhole: this.tape.isWhole,
      },
    });
    for (const listener of this.timeListeners) listener();
  }

  private momentNow(axis: Axis): Moment | null {
    const { time } = this.player;
    if (this.pin !== null) return this.tape.momentAt(this.pin);
    if (this.tape.isWhole || time <= this.tape.until(axis)) {
      return this.tape.folded === 0 ? null : this.tape.momentAt(this.tape.seqAt(time, axis));
    }
    return this.located?.time === time ? this.tape.glimpseAt(this.located.seq) : null;
  }

  private show(part: Partial<ReplayShown>): void {
    this.shown = { ...this.shown, ...part };
    for (const listener of this.listeners) listener();
  }
}

function same(next: Moment | null, shown: Moment | null): Moment | null {
  return next === null || (next.isExact && shown?.isExact && next.record === shown.record) ? shown : next;
}

/** What was written, or who spoke. */
function hasSomething({ total, marks }: Histogram): boolean {
  return total.some((count) => count > 0) || marks.some(({ type }) => type === 'FloorGiven');
}
