import { Suspense } from 'react';
import { lazyScreen } from '../../../shell/lazy-screen.js';
import type { Here } from '../here.js';

const FloorHere = lazyScreen(['floor'], async () => (await import('./floor-here.js')).FloorHere);

/** Comes with the first word of a floor: most panels have none. */
export function FloorPart({ here }: { readonly here: Here }) {
  const { floor } = here.record;
  const isUsed = floor.open || floor.speaking !== null || floor.spoken > 0 || (here.shown.floor?.waiting ?? 0) > 0;
  if (!isUsed) return null;
  return (
    <Suspense fallback={null}>
      <FloorHere here={here} />
    </Suspense>
  );
}
