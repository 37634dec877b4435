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
import { Pace } from './pace.js';
import { refuse } from './refused.js';
import { UUID } from './shaped.js';

/** A search looks at far more than it answers. */
export const SEARCH_COST = 10;

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
    @Inject(Pace) private readonly pace: Pace,
  ) {}

  session(req: Request): Promise<Session | null> {
    return this.identity.session({ cookie: req.headers.cookie });
  }

  /** Who asks, once it has taken of their pace. @throws Refused `too-many`. */
  async paced(req: Request, cost = 1): Promise<Session | null> {
    const session = await this.session(req);
    await this.pace.spend(session, req, cost);
    return session;
  }

  /**
   * `cost` is what reading takes of the reader’s pace.
   * @throws Refused `no-such-panel`, the same whether it does not exist or is not for this person, or `too-many`.
   */
  async panel(req: Request, panelId: string, cost = 1): Promise<Readable> {
    if (!UUID.test(panelId)) refuse('no-such-panel', { field: 'panelId' });

    const session = await this.paced(req, cost);
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
