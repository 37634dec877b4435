import type { Refusal } from '../../../../domain/panel/refusals.js';
import type { DeskItem, DeskView } from '../../../../domain/wire/views.js';
import { lastPassed, passOver, without, type Passed } from '../logic/passing.js';
import { isRestDue, workedOn, type Stretch } from '../logic/rest.js';
import { send, type Decision, type Intends } from './decisions.js';
import { Holdings } from './holdings.js';
import { isLost, likelyAfter, lossOf, type Loss } from './losses.js';
import { UndoClock, type Undoable } from './undo-clock.js';

/** What is to be said where no item is on the table. */
export type Stage = 'before' | 'taking' | 'none' | 'all-passed' | 'lapsed' | 'away';

export interface WorkShown {
  readonly item: DeskItem | null;
  readonly stage: Stage;
  readonly isBusy: boolean;
  readonly loss: Loss | null;
  readonly objection: Refusal | null;
  /** The text before its author changed it under the moderator’s eyes. */
  readonly changedFrom: string | null;
  readonly asItComes: boolean;
  readonly hasPassed: boolean;
  readonly decided: number;
  /** What was done last in this session, with a number of its own. */
  readonly said: { readonly what: Decision['type'] | 'undone'; readonly turn: number } | null;
  readonly isRestDue: boolean;
  /** The latest first. */
  readonly undoables: readonly Undoable[];
}

const NOTHING: WorkShown = {
  item: null,
  stage: 'before',
  isBusy: false,
  loss: null,
  objection: null,
  changedFrom: null,
  asItComes: false,
  hasPassed: false,
  decided: 0,
  said: null,
  isRestDue: false,
  undoables: [],
};

/** One moderator’s way through the desk: one item at a time, the next at once, and told plainly when one is gone. */
export class DeskWork {
  private shown = NOTHING;
  private desk: DeskView | null = null;
  private readonly holdings: Holdings;
  private chosen: string | null = null;
  private passed: Passed = [];
  private stretch: Stretch;
  private readonly undoClock = new UndoClock();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: Intends,
    private readonly now: () => number,
  ) {
    this.holdings = new Holdings(store, now);
    this.stretch = { since: now(), until: now() };
  }

  readonly snapshot = (): WorkShown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The desk as the server has it now. */
  sees(desk: DeskView): void {
    if (desk === this.desk) return;
    this.desk = desk;
    const { item: before, stage, asItComes } = this.shown;
    const gone = this.holdings.update(desk.held);
    const now = this.onTable();
    const isChanged = before !== null && now?.contributionId === before.contributionId && now.text !== before.text;
    this.show(isChanged ? { changedFrom: before.text } : {});
    for (const { item, hasRunOut } of gone) void this.lose(item, hasRunOut ? 'lapsed' : 'withdrawn');
    if (asItComes && stage === 'none' && now === null && desk.free) void this.next();
  }

  active(): void {
    this.holdings.active();
    this.stretch = workedOn(this.stretch, this.now());
    if (isRestDue(this.stretch) !== this.shown.isRestDue) this.show({ isRestDue: isRestDue(this.stretch) });
  }

  /** To be called every few seconds. */
  tick(): void {
    this.holdings.tick();
    // Drawn anew only when one is over.
    if (this.undoables().length !== this.shown.undoables.length) this.show({});
  }

  /** The next item; the one on the table is passed over for now. */
  next(): Promise<void> {
    return this.busily(async () => {
      const id = this.shown.item?.contributionId;
      if (id === undefined) return void (await this.takeNext());
      const before = this.passed;
      this.passed = passOver(before, id);
      this.holdings.isDone(id);
      if (await this.takeNext()) return;
      this.passed = before;
      this.holdings.stays(id);
    });
  }

  /** From the first again: passed over is nothing any more. */
  startOver(): Promise<void> {
    this.passed = [];
    return this.next();
  }

  /** The item passed over last; the one on the table goes back to its place. */
  previous(): Promise<void> {
    return this.busily(async () => {
      const id = lastPassed(this.passed);
      const onTable = this.shown.item?.contributionId;
      if (id === null) return;
      this.passed = without(this.passed, id);
      if ((await this.take(id)) && onTable !== undefined) await this.release(onTable);
    });
  }

  /** The next item comes at once; what is lost is told. Whether it was decided. */
  async decide(decision: Decision): Promise<boolean> {
    let isDecided = false;
    await this.busily(async () => {
      const { item } = this.shown;
      if (!item) return;
      this.holdings.expectToLose(item.contributionId);
      const reply = await send(this.store, item.contributionId, decision);
      if (!reply.ok) return this.onRefused(item, reply.refusal);
      this.holdings.isDone(item.contributionId);
      const decided = this.shown.decided + Number(decision.type !== 'recuse');
      isDecided = true;
      this.show({ decided, said: this.saying(decision.type) });
      await this.takeNext();
    });
    return isDecided;
  }

  /** Leaves a note with the item on the table. Whether it was kept. */
  async note(note: string): Promise<boolean> {
    let isKept = false;
    await this.busily(async () => {
      const { item } = this.shown;
      if (!item) return;
      const reply = await this.store.intend('noteItem', { contributionId: item.contributionId, note });
      isKept = reply.ok;
      if (!reply.ok) this.show({ objection: reply.refusal });
    });
    return isKept;
  }

  /** Brings the item back onto the table; what lies there is kept for afterwards. */
  undo(contributionId: string): Promise<void> {
    return this.busily(async () => {
      const reply = await this.store.intend('undoDecision', { contributionId });
      if (!reply.ok) return this.show({ objection: reply.refusal });
      this.show({ decided: Math.max(0, this.shown.decided - 1), said: this.saying('undone') });
      await this.take(contributionId);
    });
  }

  takeAgain(contributionId: string): Promise<void> {
    return this.busily(async () => void (await this.take(contributionId)));
  }

  /** Gives everything back. */
  stepAway(): Promise<void> {
    return this.busily(async () => {
      for (const id of this.holdings.ids()) await this.release(id);
      this.show({ stage: 'away', asItComes: false, loss: null });
    });
  }

  takeAsItComes(asItComes: boolean): void {
    this.show({ asItComes });
    if (asItComes && this.shown.item === null) void this.next();
  }

  /** It was read and needs no more room. */
  dismiss(what: 'loss' | 'objection'): void {
    this.show({ [what]: null });
  }

  rested(): void {
    this.stretch = { since: this.now(), until: this.now() };
    this.show({ isRestDue: false });
  }

  private async onRefused(item: DeskItem, refusal: Refusal): Promise<void> {
    if (!isLost(refusal.code)) {
      this.holdings.stays(item.contributionId);
      return this.show({ objection: refusal });
    }
    this.holdings.isDone(item.contributionId);
    const how = likelyAfter(refusal.code);
    await this.lose(item, how);
    if (how !== 'lapsed') await this.takeNext();
  }

  /** Whoever was silent is not given another item; they may be away. */
  private async lose(item: DeskItem, likely: Loss['how']): Promise<void> {
    const isLapsed = likely === 'lapsed';
    this.show(isLapsed ? { stage: 'lapsed', asItComes: false } : {});
    this.show({ loss: await lossOf(this.store, this.desk, item, likely) });
    if (!isLapsed && this.shown.item === null) void this.next();
  }

  private async takeNext(): Promise<boolean> {
    if (this.shown.stage !== 'none') this.show({ stage: 'taking' });
    const passing = this.passed;
    const reply = await this.store.intend('takeNext', passing.length > 0 ? { passing } : {});
    if (!reply.ok) {
      this.show({ objection: reply.refusal, stage: 'before' });
      return false;
    }
    const id = reply.value.contributionId;
    this.chosen = id;
    if (id !== null) this.holdings.stays(id);
    const nothing = passing.length > 0 && this.desk?.free ? 'all-passed' : 'none';
    this.show({ stage: id === null ? nothing : 'taking' });
    return true;
  }

  private async take(contributionId: string): Promise<boolean> {
    const reply = await this.store.intend('take', { contributionId });
    const isHeld = reply.ok || reply.refusal.code === 'already-so';
    if (!isHeld) this.show({ objection: reply.refusal });
    else {
      this.holdings.stays(contributionId);
      this.chosen = contributionId;
      this.show({ stage: 'taking', loss: null });
    }
    return isHeld;
  }

  private async release(contributionId: string): Promise<void> {
    this.holdings.isDone(contributionId);
    await this.store.intend('release', { contributionId });
  }

  /** One thing at a time: what is pressed meanwhile is not done. */
  private async busily(act: () => Promise<void>): Promise<void> {
    if (this.shown.isBusy) return;
    this.show({ isBusy: true, objection: null });
    try {
      await act();
    } finally {
      this.show({ isBusy: false });
    }
  }

  private saying(what: Decision['type'] | 'undone'): WorkShown['said'] {
    return { what, turn: (this.shown.said?.turn ?? 0) + 1 };
  }

  private onTable(): DeskItem | null {
    const items = this.holdings.items();
    return items.find(({ contributionId }) => contributionId === this.chosen) ?? items[0] ?? null;
  }

  private undoables(): readonly Undoable[] {
    return this.undoClock.at(this.desk?.recent ?? [], this.now());
  }

  private show(part: Partial<WorkShown>): void {
    const item = this.onTable();
    const isSame = item?.contributionId === this.shown.item?.contributionId;
    const changedFrom = isSame ? this.shown.changedFrom : null;
    const hasPassed = this.passed.length > 0;
    this.shown = { ...this.shown, changedFrom, ...part, item, hasPassed, undoables: this.undoables() };
    for (const listener of this.listeners) listener();
  }
}
