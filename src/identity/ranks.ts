import { ROLES, type Role } from '../../domain/panel/roles.js';
import type { Grant } from './types.js';

/** Roles held with an account: these invitations may set an e-mail address and a password. */
const STAFF: readonly Role[] = ['owner', 'host', 'moderator', 'panellist', 'interpreter'];
/** A link is a door: who does not keep order in a panel does not hand out doors. */
const INVITERS: readonly Role[] = ['owner', 'host', 'moderator'];

export function isStaff(role: Role): boolean {
  return STAFF.includes(role);
}

/** Without repetition, highest first. */
export function ranked(roles: Iterable<Role>): readonly Role[] {
  const held = new Set(roles);
  return ROLES.filter((role) => held.has(role));
}

function isAbove(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(other);
}

/** May somebody with these roles in a place invite (or give) `role` there? Only downwards. */
export function mayGive(roles: readonly Role[], role: Role): boolean {
  return roles.some((own) => INVITERS.includes(own) && isAbove(own, role));
}

/** May the holder of `own` end the sessions of the holder of `others`? Only where every part of theirs is below a part of one’s own. */
export function outranks(own: readonly Grant[], others: readonly Grant[]): boolean {
  if (own.some((grant) => grant.role === 'owner')) return others.every((grant) => grant.role !== 'owner');
  return others.length > 0 && others.every((other) => own.some((grant) => isHostOver(grant, other)));
}

function isHostOver(grant: Grant, other: Grant): boolean {
  return (
    grant.role === 'host' && grant.panelId === null && grant.forumId === other.forumId && isAbove('host', other.role)
  );
}
