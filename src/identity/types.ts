import type { Actor, Role, SeatId } from '../../domain/panel/roles.js';
import type { People } from '../../domain/wire/views.js';

export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  /** `guest`: joined by invitation with a display name. `member`: has a password or an identity provider. */
  readonly kind: 'guest' | 'member';
}

/** A grant holds for a whole forum (`panelId` null) or for one panel; an owner’s also where both are null. */
export interface Grant {
  readonly personId: string;
  readonly forumId: string | null;
  readonly panelId: string | null;
  readonly role: Role;
}

/** Who is speaking. The only place where a seat becomes a name or a person. */
/** A panel as far as roles go. */
export interface InForum {
  readonly panelId: string;
  readonly forumId: string;
  readonly access: 'open' | 'invitation';
}

export interface OwnSeat {
  readonly panelId: string;
  readonly seat: SeatId;
  readonly name: string;
}

export interface Seated {
  readonly seat: SeatId;
  readonly name: string;
  readonly affiliation: string;
  /** Highest first; none where every role was taken. */
  readonly roles: readonly Role[];
}

export interface Identity {
  /** From a request’s or handshake’s headers (`cookie`); null when there is no live session. Cached; see `onEnded`. */
  session(headers: { readonly cookie?: string | undefined }): Promise<Session | null>;
  /** Cheap check for every intent, in memory, refreshed at least every 60 s: false once revoked, expired or signed out. */
  isLive(sessionId: string): boolean;
  /** Called when a session ended or a person’s roles changed, on whatever node it happened (≤ 2 s). */
  onEnded(listener: (ended: { readonly sessionId: string | null; readonly personId: string }) => void): () => void;

  /**
   * The person’s part in a panel; gives them a seat when they hold a role there and have none. A reader without a session
   * or role has `seat: null` and the role `observer` where the panel’s access is open, no role where it is by invitation.
   */
  actor(session: Session | null, panelId: string): Promise<Actor>;
  /** The roles of `actor` in each of many panels, in their order, for looking without taking part: gives nobody a seat. */
  rolesAmong(session: Session | null, places: readonly InForum[]): Promise<readonly (readonly Role[])[]>;
  /** Where they have a seat, the latest panel first. */
  seatsOf(session: Session, limit: number): Promise<readonly OwnSeat[]>;
  /** Who has a seat in a panel, by name; those who hold one role where it is named. For its hosts. */
  seatsIn(panelId: string, role: Role | null, limit: number): Promise<readonly Seated[]>;
  /** Roles in a forum as a whole, panels aside. */
  forumRoles(session: Session | null, forumId: string): Promise<readonly Role[]>;

  people(panelId: string, seats: Iterable<SeatId>): Promise<People>;
}
