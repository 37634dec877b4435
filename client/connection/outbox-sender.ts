import type { Refusal } from '../../domain/panel/refusals.js';
import type { MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { Line } from './line.js';
import type { Outbox } from './outbox.js';
import { laneOf, willPass, type Kept, type Outgoing } from './outgoing.js';
import type { Turns } from './turns.js';

const AGAIN_MS = 1000;
const AGAIN_MAX_MS = 30_000;

interface Wait {
  readonly until: number;
  readonly failures: number;
}

/**
 * Sends what lies in the outbox: one message at a time, in one tab at a time, oldest first, each under its own id until
 * the forum says what became of it, and only while the server takes this browser for the person who said it.
 */
export class OutboxSender {
  /** By lane, or by message where only that one has to wait. */
  private readonly waits = new Map<string, Wait>();
  private running = false;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly line: Pick<Line, 'state' | 'ask' | 'hear'>,
    private readonly turns: Turns,
    /** Who the server takes this browser for, asked since the line came back; null: nobody, or it did not answer. */
    private readonly confirmed: () => Promise<string | null>,
  ) {
    outbox.hear({ changed: () => void this.wake(), hurry: () => this.tryNow() });
    line.hear({ state: (state) => state === 'live' && this.tryNow() });
  }

  /** Without waiting any longer for what waits. */
  tryNow(): void {
    this.waits.clear();
    void this.wake();
  }

  async wake(): Promise<void> {
    this.again = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.again) await this.round();
    } finally {
      this.running = false;
    }
    this.wakeLater();
  }

  private async round(): Promise<void> {
    this.again = false;
    if (!(await this.hasWork())) return;
    await this.turns.take(
      () => this.drain(),
      () => void this.wake(),
    );
  }

  private async hasWork(): Promise<boolean> {
    return (await this.next()) !== null;
  }

  private async drain(): Promise<void> {
    this.outbox.nobodySends();
    for (;;) {
      await this.outbox.look();
      const next = await this.next();
      const begun = next && (await this.outbox.begin(next.id));
      if (next && !begun) continue;
      if (!begun) return;
      await this.attempt(begun);
    }
  }

  /** The oldest that nothing holds back. */
  private async next(): Promise<Outgoing | null> {
    if (this.line.state !== 'live') return null;
    const held = new Set<string>();
    for (const kept of await this.ready()) {
      const lane = laneOf(kept);
      if (this.waitsFor(lane)) held.add(lane);
      if (!held.has(lane) && !this.waitsFor(kept.id)) return kept;
    }
    return null;
  }

  private async ready(): Promise<readonly Outgoing[]> {
    const owner = await this.confirmed();
    return owner === null ? [] : this.outbox.theirs(owner).filter(({ state }) => state !== 'refused');
  }

  private waitsFor(key: string): boolean {
    return (this.waits.get(key)?.until ?? 0) > Date.now();
  }

  private async attempt(kept: Kept): Promise<void> {
    const { id, type, panelId, body } = kept;
    const message = { ...body, intentId: id, panelId } as unknown as Messages[typeof type]['body'];
    const reply: Reply<unknown> | null = await this.line.ask(type as MessageName & typeof type, message);

    if (reply?.ok) {
      this.waits.delete(laneOf(kept));
      return this.outbox.answered(id, reply.value);
    }
    const refusal = reply?.refusal ?? null;
    if (!refusal || willPass(refusal)) this.wait(kept, refusal);
    await this.outbox.stays(id, { refusal, mayHaveArrived: mayHaveArrived(kept, refusal) });
  }

  /** What fails on the other side holds back nobody else. */
  private wait(kept: Kept, refusal: Refusal | null): void {
    const key = refusal?.code === 'internal' ? kept.id : laneOf(kept);
    const failures = (this.waits.get(key)?.failures ?? 0) + 1;
    const most = Math.min(AGAIN_MAX_MS, AGAIN_MS * 2 ** failures);
    const ms = refusal?.retryInMs ?? most * (0.5 + Math.random() / 2);
    this.waits.set(key, { until: Date.now() + ms, failures });
  }

  private wakeLater(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const waits = [...this.waits.values()].map(({ until }) => until).filter((until) => until > now);
    if (waits.length > 0) this.timer = setTimeout(() => void this.wake(), Math.min(...waits) - now + 1);
  }
}

/** What an answer tells about this attempt and those before it. */
function mayHaveArrived(before: Kept, refusal: Refusal | null): boolean {
  if (!refusal || refusal.code === 'internal') return true;
  return (refusal.code === 'unavailable' || refusal.code === 'too-many') && before.mayHaveArrived;
}
