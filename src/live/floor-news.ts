import { MOVES_FLOOR } from '../../domain/panel/queues/floor-terms.js';
import { floorShown, seatsOnFloor } from '../../domain/panel/visibility.js';
import type { FloorShown } from '../../domain/wire/floor.js';
import type { Identity } from '../identity/types.js';
import type { Happened } from '../panels/feed.js';
import type { Panels } from '../panels/panels.js';

const COALESCE_MS = 150;
/** A pause stops the clock, and nobody may ask. */
const MOVING: ReadonlySet<string> = new Set<string>([...MOVES_FLOOR, 'PanelPaused', 'PanelResumed']);

export interface FloorNewsDeps {
  readonly panels: Panels;
  readonly identity: Identity;
  readonly send: (shown: FloorShown) => void;
  readonly onFault: (error: unknown) => void;
}

/** Tells the readers of one panel when its floor moved, at most every 150 ms. Whoever missed it asks. */
export class FloorNews {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly deps: FloorNewsDeps) {}

  hear({ panelId, entries }: Happened): void {
    if (this.timer || !entries.some(({ event }) => MOVING.has(event.type))) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.tell(panelId).catch(this.deps.onFault);
    }, COALESCE_MS).unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async tell(panelId: string): Promise<void> {
    const { panels, identity, send } = this.deps;
    const [panel, queues] = [panels.peek(panelId), panels.queues(panelId)];
    if (!panel || !queues) return;
    const people = await identity.people(panelId, seatsOnFloor(panel, queues.floor, null));
    send(floorShown(panelId, panel, queues.floor, people));
  }
}
