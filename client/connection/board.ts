/** What changes within one frame of the screen is drawn once. */
const FRAME_MS = 16;
/** A page that is not looked at is given no frames. */
const HIDDEN_MS = 100;

/** Holds what is shown. Replaced, never changed. */
export class Board<T extends object> {
  private published: T;
  private pending = false;
  private readonly listeners = new Set<() => void>();

  /** `current` is ahead of `snapshot` until the next frame. */
  constructor(public current: T) {
    this.published = current;
  }

  readonly snapshot = (): T => this.published;

  get isWatched(): boolean {
    return this.listeners.size > 0;
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Now, with everything put off. */
  show(part: Partial<T>): void {
    this.current = { ...this.current, ...part };
    this.pending = false;
    this.published = this.current;
    for (const listener of this.listeners) listener();
  }

  /** With the next frame. */
  showSoon(part: Partial<T>): void {
    this.current = { ...this.current, ...part };
    if (this.pending) return;
    this.pending = true;
    nextFrame(() => this.pending && this.show({}));
  }
}

function nextFrame(draw: () => void): void {
  const { requestAnimationFrame } = globalThis as { requestAnimationFrame?: (draw: () => void) => number };
  if (!requestAnimationFrame) return void setTimeout(draw, FRAME_MS);
  const timer = setTimeout(draw, HIDDEN_MS);
  requestAnimationFrame(() => {
    clearTimeout(timer);
    draw();
  });
}
