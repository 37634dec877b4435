import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DeskView } from '../../../domain/wire/views.js';
import type { DeskStore } from '../../connection/desk-store.js';
import { Notes } from './kept.js';
import { loadTemplates } from './templates.js';
import { DeskWork, type WorkShown } from './work/desk-work.js';

const TICK_MS = 1_000;
const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart'] as const;

/** A moderator’s way through the desk, kept going by whatever they do on the page. */
export function useDeskWork(store: DeskStore, desk: DeskView): readonly [WorkShown, DeskWork] {
  const work = useMemo(() => workOn(store), [store]);
  useEffect(() => work.sees(desk), [work, desk]);
  useEffect(() => {
    const timer = setInterval(() => work.tick(), TICK_MS);
    const active = () => work.active();
    for (const name of ACTIVITY) addEventListener(name, active, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ACTIVITY) removeEventListener(name, active, { capture: true });
    };
  }, [work]);
  return [useSyncExternalStore(work.subscribe, work.snapshot), work];
}

function workOn(store: DeskStore): DeskWork {
  return new DeskWork(store, () => performance.now());
}

export function useNotes(panelId: string): Notes {
  const notes = useMemo(() => new Notes(panelId), [panelId]);
  useSyncExternalStore(notes.subscribe, notes.snapshot);
  return notes;
}

/** Fetched while the item is read, so that they are there when a rule is chosen. */
export function useTemplates(lang: string | null): void {
  useEffect(() => {
    if (lang !== null) void loadTemplates(lang);
  }, [lang]);
}

/** Whether the screen has room for one thing only. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(NARROW).matches,
  );
}

const NARROW = '(width < 900px)';
