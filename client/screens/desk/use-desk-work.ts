import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DeskView } from '../../../domain/wire/views.js';
import type { DeskStore } from '../../connection/desk-store.js';
import { Notes } from './kept.js';
import type { Templates } from './logic/note.js';
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

/** null until they are there; without a network there are none. */
export function useTemplates(lang: string | null): Templates | null {
  const [templates, setTemplates] = useState<Templates | null>(null);
  useEffect(() => {
    let isWanted = lang !== null;
    if (lang !== null) void loadTemplates(lang).then((loaded) => isWanted && setTemplates(loaded));
    return () => {
      isWanted = false;
    };
  }, [lang]);
  return templates;
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
