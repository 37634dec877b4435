import type { Claim } from '../../domain/amplify/queue/rule.js';
import type { Entry } from '../../domain/panel/events.js';
import type { PanelIntent } from '../../domain/panel/intents.js';
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

  /** Whoever is about to speak for the first time counts from now on for what they claim now. */
  async lockFirst(panel: PanelState, asked: readonly { readonly seat: SeatId | null; readonly intent: PanelIntent }[]) {
    if (panel.record.queue.groups.length === 0) return;
    const seats = new Set<SeatId>();
    for (const { seat, intent } of asked) {
      const speaks = intent.type === 'submit' || intent.type === 'askToSpeak';
      if (seat !== null && speaks && !this.table.has(seat) && !hasSpoken(panel, seat)) seats.add(seat);
    }
    if (seats.size > 0) this.table = await this.profiles.lock(this.panelId, [...seats]);
  }

  /** Whether these entries of another process need a profile that was not read yet. */
  lacks(panel: PanelState, entries: readonly Entry[]): boolean {
    if (panel.record.queue.groups.length === 0 && !entries.some(({ event }) => event.type === 'QueueSet')) return false;
    return entries.some(({ event }) => {
      if (event.type === 'ProfileRenewed') return event.body !== null && this.isNew(event.body.seat, event.version);
      const speaks = event.type === 'Submitted' || event.type === 'FloorAsked';
      return speaks && event.body !== null && this.isNew(event.body.author, 1);
    });
  }

  async load(entries: readonly Entry[]): Promise<void> {
    this.table = await this.profiles.load(this.panelId);
    for (const { event } of entries) {
      const author = event.type === 'Submitted' || event.type === 'FloorAsked' ? event.body?.author : undefined;
      if (author !== undefined) this.without.add(author);
      if (event.type === 'ProfileRenewed' && event.body) this.without.add(`${event.body.seat}/${event.version}`);
    }
  }

  private isNew(seat: SeatId, version: number): boolean {
    return !this.table.get(seat)?.has(version) && !this.without.has(version === 1 ? seat : `${seat}/${version}`);
  }
}

function hasSpoken({ docket }: PanelState, seat: SeatId): boolean {
  if ((docket.authors.get(seat)?.items.length ?? 0) > 0) return true;
  for (const { author } of docket.requests.values()) if (author === seat) return true;
  return false;
}
