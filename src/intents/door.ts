import type { MessageName, Messages, Reply } from '../../domain/wire/protocol.js';
import type { IntentBodies, IntentType, PanelIntent } from '../../domain/panel/intents.js';
import type { Identity, Session } from '../identity/types.js';
import type { Panels } from '../panels/panels.js';
import type { Limits } from './limits.js';
import type { Reading } from './reading.js';
import { refusal } from '../../domain/panel/refusals.js';
import { validate } from './validate.js';

/** Where somebody speaks from. Only ever counted, never stored. */
export interface From {
  readonly ip: string;
  /** Tells connections behind one address apart. */
  readonly connection?: string;
  /** Called when a `join` is allowed, before the record is read: whoever follows from here misses nothing. */
  readonly enter?: () => void | Promise<void>;
}

export interface DoorDeps {
  readonly identity: Identity;
  readonly panels: Panels;
  readonly reading: Reading;
  readonly limits: Limits;
  readonly onPerformed: (name: MessageName, outcome: string, seconds: number) => void;
  readonly onFault: (error: unknown, name: MessageName) => string;
  /** Whether the database cannot answer right now, as opposed to a mistake of ours. */
  readonly isOutage: (error: unknown) => boolean;
}

/** The one door every message passes, from a socket or over HTTP: shape, pace, session, role, then the room. */
export class Door {
  constructor(private readonly deps: DoorDeps) {}

  /** Never throws: an outage is a refusal `unavailable`, a fault one `internal` with an id that the logs know. */
  async perform<N extends MessageName>(
    session: Session | null,
    name: N,
    body: unknown,
    from: From,
  ): Promise<Reply<Messages[N]['reply']>> {
    const started = performance.now();
    const reply = await this.answer(session, name, body, from).catch((error: unknown) => this.fault(error, name));
    this.deps.onPerformed(name, reply.ok ? 'ok' : reply.refusal.code, (performance.now() - started) / 1000);
    return reply as Reply<Messages[N]['reply']>;
  }

  /** What to answer where something failed that is not the asker’s doing. */
  fault(error: unknown, name: MessageName): Reply<never> {
    const id = this.deps.onFault(error, name);
    return this.deps.isOutage(error)
      ? { ok: false, refusal: refusal('unavailable', { retryInMs: 1_000 }) }
      : { ok: false, refusal: refusal('internal', { message: `Something went wrong on our side (${id}).` }) };
  }

  private async answer(session: Session | null, name: MessageName, body: unknown, from: From): Promise<Reply<unknown>> {
    const { identity, limits } = this.deps;
    const wait = session
      ? await limits.spend(session.personId, name)
      : await limits.spendAsStranger(from.connection ?? from.ip, from.ip, name);
    if (wait > 0) return { ok: false, refusal: refusal('too-many', { retryInMs: wait }) };

    const valid = validate(name, body);
    if (!valid.ok) return valid;
    if (session && !identity.isLive(session.sessionId)) return { ok: false, refusal: refusal('not-signed-in') };

    return isQuery(name) ? this.query(session, name, valid.value, from) : this.intend(session, name, valid.value);
  }

  private query(session: Session | null, name: QueryName, body: unknown, from: From): Promise<Reply<unknown>> {
    const { reading } = this.deps;
    switch (name) {
      case 'join':
        return reading.join(session, body as Messages['join']['body'], from.enter);
      case 'readRecord':
        return reading.readRecord(session, body as Messages['readRecord']['body']);
      case 'openDesk':
        return reading.desk(session, body as Messages['openDesk']['body']);
      case 'mine':
        return reading.mine(session, body as Messages['mine']['body']);
      case 'nextCard':
        return reading.nextCard(session, body as Messages['nextCard']['body']);
      case 'leave':
      case 'closeDesk':
        return Promise.resolve({ ok: true, value: {} });
    }
  }

  private async intend(session: Session | null, name: IntentType, body: unknown): Promise<Reply<unknown>> {
    const { identity, panels, reading } = this.deps;
    const intent = { ...(body as IntentBodies[IntentType]), type: name } as PanelIntent;
    if (intent.type === 'draftPanel') return this.draftPanel(session, intent);

    const seen = await reading.seen(session, intent.panelId);
    if (!seen) return { ok: false, refusal: refusal('no-such-panel', { field: 'panelId' }) };
    const actor = await identity.actor(session, intent.panelId);
    // Before the room is asked, so that a stranger does not learn which intent ids it knows.
    if (actor.seat === null) return { ok: false, refusal: refusal('not-signed-in') };
    const reply = await panels.handle(actor, intent);
    if (intent.type === 'castVote' && reply.ok) await reading.voted(intent.panelId, actor.seat, intent.contributionId);
    return reply;
  }

  /** The one intent whose panel does not exist yet: the right to it comes from the forum. */
  private async draftPanel(
    session: Session | null,
    intent: Extract<PanelIntent, { type: 'draftPanel' }>,
  ): Promise<Reply<unknown>> {
    const { identity, panels } = this.deps;
    const roles = await identity.forumRoles(session, intent.forumId);
    if (!roles.includes('owner') && !roles.includes('host')) return { ok: false, refusal: refusal('not-allowed') };

    if (!(await panels.forum(intent.forumId))) {
      return { ok: false, refusal: refusal('no-such-forum', { field: 'forumId' }) };
    }

    await panels.create({ panelId: intent.panelId, forumId: intent.forumId, access: 'open' });
    if ((await panels.forumOf(intent.panelId)) !== intent.forumId) {
      return { ok: false, refusal: refusal('no-such-panel', { field: 'panelId' }) };
    }
    return panels.handle(await identity.actor(session, intent.panelId), intent);
  }
}

type QueryName = Exclude<MessageName, IntentType>;

const QUERIES: Readonly<Record<QueryName, true>> = {
  join: true,
  leave: true,
  readRecord: true,
  openDesk: true,
  closeDesk: true,
  mine: true,
  nextCard: true,
};

export function isQuery(name: MessageName): name is QueryName {
  return Object.hasOwn(QUERIES, name);
}
