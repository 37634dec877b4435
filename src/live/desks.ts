import type { DeskView } from '../../domain/wire/views.js';
import type { Reading } from '../intents/reading.js';
import type { Panels } from '../panels/panels.js';
import type { Identity } from '../identity/types.js';
import type { LiveSocket } from './socket.js';
import { isModerator } from '../../domain/panel/policy.js';

const COALESCE_MS = 150;
/** Leases run out, waits grow a step, undo windows close: nothing in the journals says so, only time. */
const TICK_MS = 2_000;

export interface DesksDeps {
  readonly panels: Panels;
  readonly reading: Reading;
  readonly identity: Identity;
  readonly onFault: (error: unknown) => void;
}

interface OpenDesk {
  readonly socket: LiveSocket;
  readonly seat: string;
  last: DeskView;
}

interface Panel {
  readonly desks: Map<string, OpenDesk>;
  readonly stop: () => void;
  timer: NodeJS.Timeout | null;
}

/** The desks that are open on sockets: each is sent whole whenever it looks different from what was sent before. */
export class Desks {
  private readonly panels = new Map<string, Panel>();

  constructor(private readonly deps: DesksDeps) {}

  async open(socket: LiveSocket, first: DeskView): Promise<void> {
    const { panelId } = first;
    const actor = await this.deps.identity.actor(socket.data.session, panelId);
    if (!actor.seat || !socket.connected) return;

    const panel = this.panels.get(panelId) ?? this.watch(panelId);
    panel.desks.set(socket.id, { socket, seat: actor.seat, last: first });
    this.soon(panelId);
  }

  close(socket: LiveSocket, panelId: string): void {
    const panel = this.panels.get(panelId);
    panel?.desks.delete(socket.id);
    if (panel?.desks.size !== 0) return;
    panel.stop();
    this.panels.delete(panelId);
  }

  closeAll(socket: LiveSocket): void {
    for (const panelId of [...this.panels.keys()]) this.close(socket, panelId);
  }

  private watch(panelId: string): Panel {
    const unsubscribe = this.deps.panels.feed.subscribe(panelId, () => this.soon(panelId));
    const tick = setInterval(() => this.soon(panelId), TICK_MS).unref();
    const panel: Panel = {
      desks: new Map(),
      timer: null,
      stop: () => {
        unsubscribe();
        clearInterval(tick);
        if (panel.timer) clearTimeout(panel.timer);
      },
    };
    this.panels.set(panelId, panel);
    return panel;
  }

  private soon(panelId: string): void {
    const panel = this.panels.get(panelId);
    if (!panel) return;
    panel.timer ??= setTimeout(() => {
      this.refresh(panelId, panel)
        .catch(this.deps.onFault)
        .finally(() => (panel.timer = null));
    }, COALESCE_MS);
  }

  private async refresh(panelId: string, panel: Panel): Promise<void> {
    for (const desk of [...panel.desks.values()]) {
      const state = this.deps.panels.peek(panelId);
      if (!state) return;

      const actor = await this.deps.identity.actor(desk.socket.data.session, panelId);
      if (!isModerator(actor)) {
        this.close(desk.socket, panelId);
        continue;
      }
      const view = await this.deps.reading.deskOf(panelId, state, desk.seat, desk.last.revision + 1);
      if (sameDesk(view, desk.last)) continue;
      desk.last = view;
      desk.socket.emit('desk', view);
    }
  }
}

function sameDesk(a: DeskView, b: DeskView): boolean {
  return JSON.stringify({ ...a, revision: 0 }) === JSON.stringify({ ...b, revision: 0 });
}
