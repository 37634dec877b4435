import type { Found } from '../panels/panels.js';
import { refuse } from './refused.js';
import { SEQ_MAX, TIME_MAX, UUID } from './shaped.js';

/** Where a search goes on: of no meaning to whoever holds it. */
export function cursorOf({ at, panelId, seq }: Found): string {
  return Buffer.from(JSON.stringify([at, panelId, seq])).toString('base64url');
}

/** @throws Refused where it is none that `cursorOf` made. */
export function placeIn(cursor: string): Found {
  const [at, panelId, seq] = partsOf(cursor);
  const isOurs = isWhole(at, TIME_MAX) && isWhole(seq, SEQ_MAX) && typeof panelId === 'string' && UUID.test(panelId);
  if (!isOurs) refuse('bad-request', { field: 'before', message: 'before must be what `next` said.' });
  return { at, panelId, seq };
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isWhole(value: unknown, most: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
}
