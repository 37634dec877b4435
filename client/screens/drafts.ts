import { v7 as newIntentId } from 'uuid';

/** What is being written, and the last attempt to send it: kept over a reload, so that trying again says it once. */
export interface Draft {
  readonly text: string;
  readonly attempt: { readonly body: string; readonly intentId: string } | null;
}

const KEY = 'draft:';
const EMPTY: Draft = { text: '', attempt: null };

/** In this tab only: a shared computer must not show the next person what the last one nearly said. */
export function keptDraft(place: string): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY + place) ?? 'null');
    return isDraft(kept) ? kept : EMPTY;
  } catch {
    // Storage may be forbidden or hold something else: begin with an empty page.
    return EMPTY;
  }
}

/** An empty draft is forgotten. */
export function keepDraft(place: string, draft: Draft): void {
  try {
    if (draft.text === '') sessionStorage.removeItem(KEY + place);
    else sessionStorage.setItem(KEY + place, JSON.stringify(draft));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

/** The same content tried again is the same intent and can appear once only; anything else is a new one. */
export function attemptOf(draft: Draft, content: object): NonNullable<Draft['attempt']> {
  const body = JSON.stringify(content);
  return draft.attempt?.body === body ? draft.attempt : { body, intentId: newIntentId() };
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'attempt' in value
  );
}
