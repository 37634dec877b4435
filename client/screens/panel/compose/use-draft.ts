import { useCallback, useState } from 'react';
import { keepDraft, keptDraft, type Draft } from '../../../connection/drafts.js';

const EMPTY: Draft = { text: '' };

export interface DraftHeld {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
  /** After sending: the words are gone, what was chosen for them stays. */
  clear(): void;
}

/** What somebody is writing at one place. It is written to the device with each stroke. */
export function useDraft(owner: string, place: string): DraftHeld {
  const key = `${owner}/${place}`;
  const [held, setHeld] = useState(() => ({ key, draft: keptDraft(owner, place) ?? EMPTY }));
  if (held.key !== key) setHeld({ key, draft: keptDraft(owner, place) ?? EMPTY });

  const take = useCallback(
    (next: (draft: Draft) => Draft) =>
      setHeld((before) => {
        const draft = next(before.draft);
        keepDraft(owner, place, draft);
        return { key, draft };
      }),
    [key, owner, place],
  );
  return {
    draft: held.key === key ? held.draft : EMPTY,
    change: useCallback((part) => take((draft) => ({ ...draft, ...part })), [take]),
    clear: useCallback(() => take(({ parentId: _, ...draft }) => ({ ...draft, text: '' })), [take]),
  };
}
