/** What a moderator was writing about one item, with the rule they had chosen. */
export interface Note {
  readonly ruleId: string | null;
  readonly note: string;
}

const EMPTY: Note = { ruleId: null, note: '' };
const MOST = 30;
const BLUR = 'desk-blur';

/** Notes by item. They survive whatever happens to the item, the connection or the page; the tab’s end ends them. */
export class Notes {
  private readonly key: string;
  private all: Readonly<Record<string, Note>>;
  private readonly listeners = new Set<() => void>();

  constructor(panelId: string) {
    this.key = `desk-notes/${panelId}`;
    this.all = readNotes(this.key);
  }

  readonly snapshot = (): Readonly<Record<string, Note>> => this.all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  of(itemId: string): Note {
    return Object.hasOwn(this.all, itemId) ? (this.all[itemId] ?? EMPTY) : EMPTY;
  }

  keep(itemId: string, change: Partial<Note>): void {
    const rest = Object.entries(this.all).filter(([id]) => id !== itemId);
    this.all = Object.fromEntries([...rest, [itemId, { ...this.of(itemId), ...change }] as const].slice(-MOST));
    this.changed();
  }

  forget(itemId: string): void {
    this.all = Object.fromEntries(Object.entries(this.all).filter(([id]) => id !== itemId));
    this.changed();
  }

  private changed(): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.all));
    } catch {
      // Without storage the notes live as long as the page.
    }
    for (const listener of this.listeners) listener();
  }
}

/** Whether this moderator, on this device, wants words covered until they ask for them. */
export function wantsBlur(): boolean {
  try {
    return localStorage.getItem(BLUR) === 'true';
  } catch {
    return false;
  }
}

export function keepBlur(isOn: boolean): void {
  try {
    localStorage.setItem(BLUR, String(isOn));
  } catch {
    // Without storage the wish lives as long as the page.
  }
}

function readNotes(key: string): Readonly<Record<string, Note>> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Note] => isNote(entry[1])));
  } catch {
    return {};
  }
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'note' in value && typeof value.note === 'string';
}
