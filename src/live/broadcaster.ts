import type { Identity } from '../identity/types.js';
import type { Happened } from '../panels/feed.js';
import type { Panels } from '../panels/panels.js';
import type { Presence } from '../panels/presence.js';
import { mineChanges, recordEntryFor, seatsIn } from '../../domain/panel/visibility.js';
import { Channel } from './channel.js';
import { fanOut } from './fan-out.js';
import { FloorNews } from './floor-news.js';
import { type LiveServer, type LiveSocket, readersOf, seatRoom } from './socket.js';

/** Together less than the three seconds that readers are promised. */
const HEAD_EVERY_MS = 2_500;
const SPOKE_MS = 400;

export interface BroadcasterDeps {
  readonly panels: Panels;
  readonly identity: Identity;
  readonly presence: Presence;
  readonly onSent: (deliveries: number) => void;
  readonly onFault: (error: unknown) => void;
}

interface Following {
  readonly channel: Channel;
  readonly stop: () => void;
}

/** From the feed to everybody who reads: frames to a panel’s readers, changes of their own items to its authors. */
export class Broadcaster {
  private server: LiveServer | null = null;
  private readonly following = new Map<string, Following>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly deps: BroadcasterDeps) {}

  attach(server: LiveServer): void {
    if (this.server) return;
    this.server = server;
    this.timers.push(setInterval(() => this.heads(), HEAD_EVERY_MS).unref());
    this.deps.presence.onChange = (panelId, here) => {
      server.to(readersOf(panelId)).volatile.emit('presence', { panelId, here });
    };
  }

  connected(socket: LiveSocket): void {
    socket.on('disconnecting', () => {
      for (const room of socket.rooms) {
        if (room.startsWith(readersOf(''))) queueMicrotask(() => this.left(room.slice(readersOf('').length)));
      }
    });
  }

  /** From now on the readers of this panel hear of it. */
  follow(panelId: string): void {
    if (!this.following.has(panelId)) this.following.set(panelId, this.start(panelId));
    this.deps.presence.count(panelId, this.readers(panelId));
  }

  left(panelId: string): void {
    const here = this.readers(panelId);
    this.deps.presence.count(panelId, here);
    if (here > 0) return;
    this.following.get(panelId)?.stop();
    this.following.delete(panelId);
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const { stop } of this.following.values()) stop();
    this.following.clear();
  }

  private start(panelId: string): Following {
    const { panels, identity, onFault } = this.deps;
    const channel = new Channel({
      panelId,
      epoch: panels.epoch,
      people: (entries) => identity.people(panelId, seatsIn(entries)),
      send: (frame) => {
        if (this.server) this.deps.onSent(fanOut(this.server, panelId, frame) * frame.entries.length);
      },
      onFault,
    });
    const floor = new FloorNews({
      panels,
      identity,
      send: (shown) => this.server?.to(readersOf(panelId)).volatile.emit('floor', shown),
      onFault,
    });
    const unsubscribe = panels.feed.subscribe(panelId, (happened) => {
      const entries = happened.entries.flatMap((entry) => recordEntryFor(entry, entry.commit) ?? []);
      if (entries.length > 0) channel.push(entries);
      this.tellAuthors(happened);
      floor.hear(happened);
    });
    return {
      channel,
      stop: () => {
        unsubscribe();
        channel.stop();
        floor.stop();
      },
    };
  }

  private tellAuthors({ panelId, before, after, queues, entries }: Happened): void {
    for (const [seat, change] of mineChanges(panelId, before, after, { entries, review: queues.review })) {
      this.server?.to(seatRoom(panelId, seat)).emit('mine', change);
    }
  }

  /** Whoever misses something learns it from the head, even when nothing follows. */
  private heads(): void {
    for (const [panelId, { channel }] of this.following) {
      const panel = this.deps.panels.peek(panelId);
      if (!panel || channel.spokeWithin(SPOKE_MS)) continue;
      const head = { panelId, epoch: this.deps.panels.epoch, head: panel.record.seq };
      this.server?.to(readersOf(panelId)).volatile.emit('head', head);
    }
  }

  private readers(panelId: string): number {
    return this.server?.sockets.adapter.rooms.get(readersOf(panelId))?.size ?? 0;
  }
}
