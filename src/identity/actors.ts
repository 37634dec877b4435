import type { Actor, Role } from '../../domain/panel/roles.js';
import { grantsOf, rolesInPanel } from './grants.js';
import { CACHE_MS } from './lifetimes.js';
import type { Place, Places } from './places.js';
import { ranked } from './ranks.js';
import { sitDownNumbered } from './seats.js';
import type { Signals } from './signals.js';
import type { Db } from './sql.js';
import type { Grant, InForum, Session } from './types.js';

const NOBODY: Actor = { seat: null, roles: [] };
const READER: Actor = { seat: null, roles: ['observer'] };

/** Who a session is in a panel. In memory for a minute, or until the person’s roles change. */
export class Actors {
  private readonly byPerson = new Map<string, Map<string, { readonly actor: Promise<Actor>; readonly at: number }>>();

  constructor(
    private readonly db: Db,
    private readonly places: Places,
    signals: Signals,
  ) {
    signals.on(({ personId }) => this.byPerson.delete(personId));
  }

  async of(session: Session | null, panelId: string): Promise<Actor> {
    if (!session) return this.reader(panelId);

    const known = this.byPerson.get(session.personId)?.get(panelId);
    if (known && Date.now() - known.at < CACHE_MS) return known.actor;
    return this.remember(session.personId, panelId, this.find(session, panelId));
  }

  /** As `of`, for looking at many panels: reads once for all of them, and seats nobody. */
  async rolesAmong(session: Session | null, places: readonly InForum[]): Promise<readonly (readonly Role[])[]> {
    const grants = session && places.length > 0 ? await grantsOf(this.db, session.personId) : [];
    return places.map((place) => {
      const held = ranked(grants.filter((grant) => isIn(grant, place)).map(({ role }) => role));
      return held.length > 0 ? held : readerOf(place.access).roles;
    });
  }

  forgetOld(): void {
    const before = Date.now() - CACHE_MS;
    for (const [personId, panels] of this.byPerson) {
      for (const [panelId, known] of panels) if (known.at < before) panels.delete(panelId);
      if (panels.size === 0) this.byPerson.delete(personId);
    }
  }

  private async reader(panelId: string): Promise<Actor> {
    const place = await this.places.of(panelId);
    return readerOf(place?.access);
  }

  private async find(session: Session, panelId: string): Promise<Actor> {
    const place = await this.places.of(panelId);
    if (!place) return NOBODY;

    const roles = await this.rolesAt(session, panelId, place);
    if (roles === NOBODY.roles) return NOBODY;
    if (roles === READER.roles) return READER;

    const { personId, name } = session;
    return { seat: await sitDownNumbered(this.db, { panelId, personId, name, affiliation: '' }), roles };
  }

  private async rolesAt({ personId }: Session, panelId: string, { forumId, access }: Place): Promise<readonly Role[]> {
    const held = await rolesInPanel(this.db, personId, forumId, panelId);
    if (held.length > 0) return held;
    return readerOf(access).roles;
  }

  /** Remembers the question, so that a burst of intents asks the database once; a failure or a panel not there is forgotten. */
  private remember(personId: string, panelId: string, actor: Promise<Actor>): Promise<Actor> {
    const panels = this.byPerson.get(personId) ?? new Map();
    panels.set(panelId, { actor, at: Date.now() });
    this.byPerson.set(personId, panels);

    const forget = () => panels.get(panelId)?.actor === actor && panels.delete(panelId);
    actor.then((found) => found === NOBODY && forget(), forget);
    return actor;
  }
}

function readerOf(access: Place['access'] | undefined): Actor {
  return access === 'open' ? READER : NOBODY;
}

function isIn(grant: Grant, { forumId, panelId }: InForum): boolean {
  if (grant.forumId === null) return true;
  return grant.forumId === forumId && (grant.panelId === null || grant.panelId === panelId);
}
