import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mayRead } from '../../domain/panel/visibility.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { RecordState } from '../../domain/panel/state.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity, Session } from '../identity/types.js';
import { Reading, type Seen } from '../intents/reading.js';
import { Panels } from '../panels/panels.js';
import { refuse } from './refused.js';
import { UUID } from './shaped.js';

/** A panel this person may read, and whether anybody may. */
export interface Readable extends Seen {
  readonly session: Session | null;
  /** Whether a shared cache may keep what is read from it. */
  readonly isPublic: boolean;
}

/** Who asks, and what they may read. */
@Injectable()
export class Asker {
  constructor(
    @Inject(SqlIdentity) private readonly identity: Identity,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Panels) private readonly panels: Panels,
  ) {}

  session(req: Request): Promise<Session | null> {
    return this.identity.session({ cookie: req.headers.cookie });
  }

  /** @throws Refused `no-such-panel`, the same whether it does not exist or is not for this person. */
  async panel(req: Request, panelId: string): Promise<Readable> {
    if (!UUID.test(panelId)) refuse('no-such-panel', { field: 'panelId' });

    const session = await this.session(req);
    const [seen, access] = await Promise.all([this.reading.seen(session, panelId), this.panels.access(panelId)]);
    if (!seen || !access) refuse('no-such-panel', { field: 'panelId' });
    return { ...seen, session, isPublic: isPublic(seen.panel.record, access) };
  }
}

/** What a reader without a session and without a role is. */
export function stranger(access: PanelSummary['access']): Actor {
  return { seat: null, roles: access === 'open' ? ['observer'] : [] };
}

export function isPublic(record: RecordState, access: PanelSummary['access']): boolean {
  return mayRead(stranger(access), record, access);
}

/** Asked for anew each time, answered with 304 when nothing changed. */
export function revalidated(res: Response, isPublic: boolean): void {
  res.set('Cache-Control', isPublic ? 'public, no-cache' : 'private, no-cache');
}

/** Whom a limit counts: a person where they are known, an address otherwise. */
export function countedAs(session: Session | null, req: Request): string {
  return session ? `person:${session.personId}` : `ip:${networkOf(req.ip ?? '')}`;
}

/** One household of IPv6 has a whole /64. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '');
  const [head = '', tail = ''] = ip.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  const missing = ip.includes('::') ? 8 - groups.length - tail.split(':').filter((group) => group !== '').length : 0;
  const all = [
    ...groups,
    ...Array<string>(Math.max(0, missing)).fill('0'),
    ...tail.split(':').filter((group) => group !== ''),
  ];
  return all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
