import { useMemo } from 'react';
import { readingMarks, type ReadingMarks } from './reading.js';
import { useSession } from './use-session.js';

/** How far this person has read each thread of a panel, on this device. It does not draw again when they read on. */
export function useReading(panelId: string): ReadingMarks {
  const { session } = useSession();
  const owner = session?.personId ?? 'reader';
  return useMemo(() => readingMarks(owner, panelId), [owner, panelId]);
}
