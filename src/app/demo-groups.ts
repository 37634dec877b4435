import type { NestExpressApplication } from '@nestjs/platform-express';
import { BearingInvitations } from '../claims/bearing.js';
import { Codes } from '../claims/codes.js';
import { ForumGroups } from '../claims/forum-groups.js';
import { SqlProfiles } from '../claims/profiles.js';
import { granted } from '../cli/crowd/voice.js';
import { GROUPS, VISITING } from '../demo/content/groups.js';
import { CREW } from '../demo/content/people.js';
import type { Welcomed } from '../demo/passes.js';
import { Admissions } from '../identity/admissions.js';
import { SqlIdentity } from '../identity/identity.js';
import { Operator } from '../identity/operator.js';
import type { Session } from '../identity/types.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import { USES } from './banner.js';

/** Groups are set before anybody speaks: among the first entries. */
const FIRST = 20;

/** Read from the record itself: the room of a panel is not to be opened before it is known who counts for what. */
export async function hasGroups(app: NestExpressApplication, panelId: string): Promise<boolean> {
  const entries = await app.get(SqlPanelLog).readRecord(panelId, 0, FIRST);
  return entries.some(({ event }) => event.type === 'QueueSet' && event.groups.length > 0);
}

interface Place {
  readonly forumId: string;
  readonly panelId: string;
}

/** The groups of the demonstration, made and vouched for as an organiser would: nothing here writes a claim by itself. */
export class DemoGroups {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly place: Place,
  ) {}

  /** A forum’s host, by their session; null where the open panel was told without groups. */
  async hire(): Promise<string | null> {
    const { forumId, panelId } = this.place;
    if (!(await hasGroups(this.app, panelId))) return null;

    const { link } = granted(await this.app.get(Operator).link({ role: 'host', forumId }), UNTOLD);
    const token = new URL(link).hash.replace('#i=', '');
    const welcome = granted(await this.app.get(Admissions).accept(token, { name: CREW.host.name }, null), UNTOLD);
    return welcome.cookie?.split(';')[0] ?? null;
  }

  /** Everybody redeems a code for each of their groups, and is locked in with what they spoke for in the panel’s past. */
  async vouchFor(people: readonly Welcomed[], organiser: string): Promise<void> {
    const { forumId, panelId } = this.place;
    const by = await this.session(organiser);
    granted(await this.app.get(ForumGroups).set(by, forumId, GROUPS), UNTOLD);

    const codes = this.app.get(Codes);
    for (const { id: group } of GROUPS) {
      const members = people.filter(({ groups }) => groups.includes(group));
      if (members.length === 0) continue;
      const made = granted(await codes.make(by, { forumId, group, count: members.length }), UNTOLD);
      for (const [i, { cookie }] of members.entries()) {
        const { reply } = await codes.redeem(await this.session(cookie), made.codes[i] ?? '');
        granted(reply, UNTOLD);
      }
    }
    await this.app.get(SqlProfiles).lock(
      panelId,
      people.map(({ seat }) => seat),
    );
  }

  /** Whoever comes to look is here for the first time, and counts for that. */
  async entrance(organiser: string): Promise<string> {
    const { forumId } = this.place;
    const offer = { forumId, groups: VISITING, maxUses: USES };
    return granted(await this.app.get(BearingInvitations).create(await this.session(organiser), offer), UNTOLD).link;
  }

  private async session(cookie: string): Promise<Session> {
    const session = await this.app.get(SqlIdentity).session({ cookie });
    if (!session) throw new Error(UNTOLD);
    return session;
  }
}

const UNTOLD = 'The groups of the demonstration cannot be made';
