import type { Claim } from '../../domain/amplify/queue/rule.js';
import type { SeatId } from '../../domain/panel/roles.js';

/** What seats count for in a panel, by seat and by version; a seat without claims has a version with none. */
export type ProfileTable = ReadonlyMap<SeatId, ReadonlyMap<number, readonly Claim[]>>;

/** What the queue may know of groups: what a seat of this panel counts for. Who implements it sees no journal. */
export interface Profiles {
  /**
   * Locks what these seats count for in this panel, as version 1: the first call wins, on whatever node. Answers every
   * profile of the panel known so far.
   */
  lock(panelId: string, seats: readonly SeatId[]): Promise<ProfileTable>;
  /** All profiles of a panel, for a node that reads what another wrote. */
  load(panelId: string): Promise<ProfileTable>;
}

export const NO_PROFILES: Profiles = {
  lock: () => Promise.resolve(new Map()),
  load: () => Promise.resolve(new Map()),
};

/** The other way: what the room of a panel has to hear of. */
export interface Renewals {
  /** A seat counts for less from now on. After the version is stored, never before; called again after a failure, so that the same version may come twice. */
  renew(panelId: string, seat: SeatId, version: number): Promise<void>;
  /** What people counted for in a panel was deleted. Said again it changes nothing. */
  forgotten(panelId: string): Promise<void>;
}

/** When what people counted for in a panel may end: whoever publishes its report says so. */
export interface Endings<Transaction> {
  /** ms since the epoch. Said again it changes nothing. In the transaction that publishes, or it may never be known. */
  reportPublished(panelId: string, at: number, transaction: Transaction): Promise<void>;
  /** A report would count nobody for anything. To be asked after the profiles were read. */
  isForgotten(panelId: string): Promise<boolean>;
  /** Until when it is known for these panels, ms since the epoch, where it is known and has an end. */
  until(panelIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
