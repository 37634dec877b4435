import type { Request } from 'express';
import type { Session } from '../identity/types.js';

/** Whom a limit counts: a person where they are known, an address otherwise. */
export function countedAs(session: Session | null, req: Request): string {
  return session ? `person:${session.personId}` : `ip:${addressOf(req)}`;
}

export function addressOf(req: Request): string {
  return networkOf(req.ip ?? '');
}

/** An IPv4 address whatever it is wrapped in, or the /64 of an IPv6 address: that much belongs to one household. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  if (!ip.includes(':')) return ip;

  const [head = '', tail] = (ip.split('%')[0] ?? '').toLowerCase().split('::');
  const before = groupsIn(head);
  const after = groupsIn(tail ?? '');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

function groupsIn(part: string): string[] {
  return part
    .split(':')
    .filter((group) => group !== '')
    .map((group) => group.replace(/^0+(?=.)/, ''));
}
