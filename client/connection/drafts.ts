import type { Kind } from '../../domain/panel/events.js';

/** What somebody is writing at one place (a thread, a reply, a revision), with all they chose for it. */
export interface Draft {
  readonly text: string;
  readonly kind?: Kind;
  readonly lang?: string;
  readonly attribution?: 'named' | 'role';
  readonly parentId?: string;
}

const KEY = 'draft/';

/** Nobody else who signs in on this device sees it: `owner` is the person or seat, `place` where they write. */
export function keptDraft(owner: string, place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(owner, place)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    // Storage may be forbidden or hold something else: begin with an empty page.
    return null;
  }
}

/** Written at once. One without words is forgotten. False: this device keeps nothing, it lives as long as the page. */
export function keepDraft(owner: string, place: string, draft: Draft | null): boolean {
  try {
    if (draft === null || draft.text === '') localStorage.removeItem(keyOf(owner, place));
    else localStorage.setItem(keyOf(owner, place), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDrafts(owner: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    const theirs = keys.filter((key) => key?.startsWith(keyOf(owner, '')));
    for (const key of theirs) if (key !== null) localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

function keyOf(owner: string, place: string): string {
  return `${KEY}${encodeURIComponent(owner)}/${place}`;
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
