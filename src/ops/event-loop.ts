import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const WINDOW_MS = 5_000;

/** How late this process gets round to things: the 99th percentile over the current and the last window, ms. */
export class EventLoop {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly turning = setInterval(() => this.turn(), WINDOW_MS).unref();
  private last = 0;

  constructor() {
    this.delays.enable();
  }

  lagMs(): number {
    return Math.round(Math.max(this.last, this.current()));
  }

  close(): void {
    clearInterval(this.turning);
    this.delays.disable();
  }

  private turn(): void {
    this.last = this.current();
    this.delays.reset();
  }

  /** The monitor measures the whole time between two of its own ticks. */
  private current(): number {
    return this.delays.count === 0 ? 0 : Math.max(0, this.delays.percentile(99) / 1e6 - RESOLUTION_MS);
  }
}
