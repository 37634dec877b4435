import type { RecordEntry } from '../../domain/panel/events.js';
import type { Frame } from '../../domain/wire/protocol.js';
import type { People } from '../../domain/wire/views.js';
import { fitting } from '../../domain/wire/pages.js';

const COALESCE_MS = 40;
/** A reader that has not taken one frame yet must not be behind by more than a frame. */
const FRAME_BYTES = 128 * 1024;

export interface ChannelDeps {
  readonly panelId: string;
  readonly epoch: string;
  readonly people: (entries: readonly RecordEntry[]) => Promise<People>;
  readonly send: (frame: Frame) => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * The way of one panel’s entries to all its readers: at once when idle, in frames of at most one every 40 ms under load,
 * each of at most 128 KiB or one entry. Frames leave in the order of their entries.
 */
export class Channel {
  private waiting: RecordEntry[] = [];
  private timer: NodeJS.Timeout | null = null;
  private sending = false;
  private lastSent = 0;

  constructor(private readonly deps: ChannelDeps) {}

  push(entries: readonly RecordEntry[]): void {
    this.waiting.push(...entries);
    this.schedule();
  }

  /** Whether something left within the last `ms`. */
  spokeWithin(ms: number): boolean {
    return performance.now() - this.lastSent < ms;
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = [];
  }

  private schedule(): void {
    if (this.timer || this.sending || this.waiting.length === 0) return;
    const wait = COALESCE_MS - (performance.now() - this.lastSent);
    if (wait <= 0) void this.flush();
    else this.timer = setTimeout(() => void this.flush(), wait);
  }

  private async flush(): Promise<void> {
    this.timer = null;
    this.sending = true;
    const entries = this.waiting.splice(0, fitting(this.waiting, FRAME_BYTES));
    try {
      const { panelId, epoch, people, send } = this.deps;
      send({ panelId, epoch, entries, people: await people(entries) });
    } catch (error) {
      // Readers notice the gap by the next frame or head and ask for it.
      this.deps.onFault(error);
    }
    this.lastSent = performance.now();
    this.sending = false;
    this.schedule();
  }
}
