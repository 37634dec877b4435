import type { Actor, Role, SeatId } from '../panel/roles.js';

/** The people of the specs, named by what they are. */
export const owner = seated('owner');
export const host = seated('host');
export const moderator = seated('moderator');
export const otherModerator = seated('moderator', 'other-moderator');
export const panellist = seated('panellist');
export const interpreter = seated('interpreter');
export const participant = seated('participant');
export const otherParticipant = seated('participant', 'other-participant');
export const observer = seated('observer');
export const passerBy: Actor = { seat: null, roles: ['observer'] };

export function seated(role: Role, seat: SeatId = role): Actor & { readonly seat: SeatId } {
  return { seat, roles: [role] };
}
