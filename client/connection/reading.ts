/** The seq up to which somebody has read each thread of a panel. */
export interface ReadingMarks {
  /** 0: nothing yet. */
  readUpTo(threadId: string): number;
  /** Only ever further. */
  markRead(threadId: string, seq: number): void;
}

const KEY = 'read/';
const WRITE_AFTER_MS = 500;
const held = new Map<string, Marks>();

export function readingMarks(owner: string, panelId: string): ReadingMarks {
  const key = `${KEY}${encodeURIComponent(owner)}/${panelId}`;
  const marks = held.get(key) ?? new Marks(key);
  held.set(key, marks);
  return marks;
}

export function forgetReading(owner: string): void {
  const prefix = `${KEY}${encodeURIComponent(owner)}/`;
  for (const [key, marks] of held) if (key.startsWith(prefix)) marks.forget();
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

class Marks implements ReadingMarks {
  private upTo: Map<string, number>;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly key: string) {
    this.upTo = kept(key);
  }

  readonly readUpTo = (threadId: string): number => this.upTo.get(threadId) ?? 0;

  readonly markRead = (threadId: string, seq: number): void => {
    if (seq <= this.readUpTo(threadId)) return;
    this.upTo.set(threadId, seq);
    this.timer ??= setTimeout(() => this.write(), WRITE_AFTER_MS);
  };

  forget(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.upTo = new Map();
  }

  /** Another tab may have read further. */
  private write(): void {
    this.timer = null;
    for (const [threadId, seq] of kept(this.key)) {
      if (seq > this.readUpTo(threadId)) this.upTo.set(threadId, seq);
    }
    try {
      localStorage.setItem(this.key, JSON.stringify(Object.fromEntries(this.upTo)));
    } catch {
      // Without storage the marks live as long as the page.
    }
  }
}

function kept(key: string): Map<string, number> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).filter((pair): pair is [string, number] => Number.isInteger(pair[1])));
  } catch {
    return new Map();
  }
}
