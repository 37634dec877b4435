import type { Phase } from '../../../domain/panel/state.js';

/** Whether everything that will be said here has been said. */
export function isOver(phase: Phase): boolean {
  return phase === 'closed' || phase === 'archived';
}
