import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/panel/roles.js';
import type { ForumSummary } from '../../domain/wire/views.js';
import { SqlIdentity } from '../identity/identity.js';
import type { Identity, Session } from '../identity/types.js';
import { Panels } from '../panels/panels.js';
import { Asker } from './asker.js';
import { refuse } from './refused.js';

export interface AskedForum {
  readonly forum: ForumSummary;
  readonly session: Session | null;
  /** Of the forum as a whole, panels aside. */
  readonly isHost: boolean;
}

/** Who asks about a forum, and whether they host all of it. */
@Injectable()
export class ForumAsker {
  constructor(
    @Inject(Asker) private readonly asker: Asker,
    @Inject(Panels) private readonly panels: Panels,
    @Inject(SqlIdentity) private readonly identity: Identity,
  ) {}

  /** Of a forum that does not exist yet, only whoever owns all of them is the owner. */
  async isOwner(session: Session): Promise<boolean> {
    return (await this.identity.forumRoles(session, randomUUID())).includes('owner');
  }

  /** @throws Refused `no-such-forum`. */
  async known(idOrSlug: string): Promise<ForumSummary> {
    const acceptable = /^[a-z0-9-]{1,64}$/.test(idOrSlug);
    return (acceptable ? await this.panels.forum(idOrSlug) : null) ?? refuse('no-such-forum', { field: 'forum' });
  }

  /** @throws Refused `no-such-forum`, or `too-many`. */
  async asked(req: Request, idOrSlug: string, cost = 1): Promise<AskedForum> {
    const session = await this.asker.paced(req, cost);
    const forum = await this.known(idOrSlug);
    return { forum, session, isHost: isHost(await this.identity.forumRoles(session, forum.forumId)) };
  }

  /** For an owner or a host of all of it. @throws Refused `not-signed-in` or `not-allowed` to anybody else. */
  async hosted(req: Request, idOrSlug: string, cost = 1): Promise<ForumSummary> {
    const { forum, session, isHost } = await this.asked(req, idOrSlug, cost);
    return isHost ? forum : refuse(session ? 'not-allowed' : 'not-signed-in');
  }
}

function isHost(roles: readonly Role[]): boolean {
  return roles.includes('owner') || roles.includes('host');
}
