import type { Claim } from '../../domain/amplify/queue/rule.js';
import type { Entry, PanelEvent } from '../../domain/panel/events.js';
import type { SeatId } from '../../domain/panel/roles.js';
import type { PanelState } from '../../domain/panel/state.js';
import type { Profiles, ProfileTable } from './profiles.js';

/** What people count for in one panel, as far as this process has asked. A panel without groups never asks. */
export class KnownProfiles {
  private table: ProfileTable = new Map();
  /** Asked about, and found without a profile. */
  private readonly without = new Set<string>();

  constructor(
    private readonly panelId: string,
    private readonly profiles: Profiles,
  ) {}

  readonly of = (seat: SeatId, version: number): readonly Claim[] => this.table.get(seat)?.get(version) ?? [];

  /** Whether what this seat says now may be the first it says here. */
  mayBeFirst(panel: PanelState, seat: SeatId): boolean {
    return panel.record.queue.groups.length > 0 && this.isUnknown(panel, seat);
  }

  /** Who speaks here for the first time by these events, and counts for nothing yet. */
  firstIn(panel: PanelState, events: readonly PanelEvent[]): readonly SeatId[] {
    if (panel.record.queue.groups.length === 0 && !events.some(({ type }) => type === 'QueueSet')) return [];
    const seats = events.flatMap((event) => speakerIn(event) ?? []);
    return [...new Set(seats)].filter((seat) => this.isUnknown(panel, seat));
  }

  /** They count from now on for what they claim now. */
  async lock(seats: readonly SeatId[]): Promise<void> {
    if (seats.length > 0) this.table = await this.profiles.lock(this.panelId, seats);
  }

  /** Whether these entries of another process need a profile that was not read yet. */
  lacks(panel: PanelState, entries: readonly Entry[]): boolean {
    if (panel.record.queue.groups.length === 0 && !entries.some(({ event }) => event.type === 'QueueSet')) return false;
    return entries.some(({ event }) => {
      if (event.type === 'ProfileRenewed') return event.body !== null && this.isNew(event.body.seat, event.version);
      const speaker = speakerIn(event);
      return speaker !== undefined && this.isNew(speaker, 1);
    });
  }

  async load(entries: readonly Entry[]): Promise<void> {
    this.table = await this.profiles.load(this.panelId);
    for (const { event } of entries) {
      const speaker = speakerIn(event);
      if (speaker !== undefined) this.without.add(speaker);
      if (event.type === 'ProfileRenewed' && event.body) this.without.add(`${event.body.seat}/${event.version}`);
    }
  }

  private isUnknown(panel: PanelState, seat: SeatId): boolean {
    return !this.table.has(seat) && !this.without.has(seat) && !hasSpoken(panel, seat);
  }

  private isNew(seat: SeatId, version: number): boolean {
    return !this.table.get(seat)?.has(version) && !this.without.has(version === 1 ? seat : `${seat}/${version}`);
  }
}

function speakerIn(event: PanelEvent): SeatId | undefined {
  return event.type === 'Submitted' || event.type === 'FloorAsked' ? event.body?.author : undefined;
}

function hasSpoken({ docket }: PanelState, seat: SeatId): boolean {
  if ((docket.authors.get(seat)?.items.length ?? 0) > 0) return true;
  for (const { author } of docket.requests.values()) if (author === seat) return true;
  return false;
}
