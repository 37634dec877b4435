/** What a person may be in a forum or in one panel. Order is rank: earlier may invite later, never the reverse. */
export const ROLES = ['owner', 'host', 'moderator', 'panellist', 'interpreter', 'participant', 'observer'] as const;

export type Role = (typeof ROLES)[number];

/** The highest in rank of these; a participant where there is none. */
export function highestOf(roles: readonly Role[]): Role {
  return ROLES.find((role) => roles.includes(role)) ?? 'participant';
}

/** An opaque reference to a person within one panel. Names are resolved in one place (identity), never inside an entry. */
export type SeatId = string;

/** The house itself, for what nobody in it says. Only this very object is. */
export const SYSTEM: Actor & { readonly seat: SeatId } = Object.freeze({ seat: 'system', roles: [] });

/** Who is acting. `seat` is null for a reader who has not joined. */
export interface Actor {
  readonly seat: SeatId | null;
  readonly roles: readonly Role[];
}
