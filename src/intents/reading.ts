import type { RecordEntry } from '../../domain/panel/events.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { PanelState } from '../../domain/panel/state.js';
import type { Joined, Messages, Reply } from '../../domain/wire/protocol.js';
import type { NextCard } from '../../domain/wire/slate.js';
import type { DeskView, MineView, RecordPage } from '../../domain/wire/views.js';
import type { Identity, Session } from '../identity/types.js';
import type { Cards } from '../panels/cards.js';
import type { Panels } from '../panels/panels.js';
import { isModerator, objection } from '../../domain/panel/policy.js';
import { refusal } from '../../domain/panel/refusals.js';
import { fitting } from '../../domain/wire/pages.js';
import { Newcomers } from './newcomers.js';
import { deskView, mayRead, mineView, seatsAtDesk, seatsIn, seatsInSnapshot } from '../../domain/panel/visibility.js';

/** Entries in one page, and contributions in a newcomer’s snapshot of a long panel. */
const PAGE = 500;
const LATEST = 200;
/** Of one page, so that a slow network takes it before anybody thinks that it does not read. */
const PAGE_BYTES = 192 * 1024;

export interface ReadingDeps {
  readonly identity: Identity;
  readonly panels: Panels;
  readonly cards: Cards;
  readonly now: () => number;
}

export interface Seen {
  readonly actor: Actor;
  readonly panel: PanelState;
}

type Asks<N extends keyof Messages> = Messages[N]['body'];

/** What may be read, by whom: every question about a panel is answered here, by `domain/panel/visibility`. */
export class Reading {
  private readonly newcomers = new Newcomers(LATEST, PAGE);

  constructor(private readonly deps: ReadingDeps) {}

  /** The panel as this person may know of it; null also where it exists but is not for them. */
  async seen(session: Session | null, panelId: string): Promise<Seen | null> {
    const { identity, panels } = this.deps;
    const [panel, access] = await Promise.all([panels.state(panelId), panels.access(panelId)]);
    if (!panel || !access) return null;

    const actor = await identity.actor(session, panelId);
    return mayRead(actor, panel.record, access) ? { actor, panel } : null;
  }

  async join(
    session: Session | null,
    { panelId, after }: Asks<'join'>,
    enter?: () => void | Promise<void>,
  ): Promise<Reply<Joined>> {
    const seen = await this.seen(session, panelId);
    if (!seen) return noSuchPanel();
    await enter?.();

    const { panels, identity } = this.deps;
    const { actor } = seen;
    const { record } = panels.peek(panelId) ?? seen.panel;
    const base = {
      panelId,
      epoch: panels.epoch,
      head: record.seq,
      you: { seat: actor.seat, name: session?.name ?? null, roles: actor.roles },
    };

    if (after === undefined && record.seq > PAGE) {
      const snapshot = this.newcomers.snapshot(panelId, record);
      const people = await identity.people(panelId, seatsInSnapshot(snapshot));
      return { ok: true, value: { ...base, people, page: null, snapshot } };
    }

    const entries = pageOf(await panels.readRecord(panelId, after ?? 0, PAGE));
    const people = await identity.people(panelId, seatsIn(entries));
    return { ok: true, value: { ...base, people, page: { entries }, snapshot: null } };
  }

  async readRecord(session: Session | null, { panelId, after, limit }: Asks<'readRecord'>): Promise<Reply<RecordPage>> {
    const seen = await this.seen(session, panelId);
    if (!seen) return noSuchPanel();

    const { panels, identity } = this.deps;
    const entries = pageOf(await panels.readRecord(panelId, after, Math.min(limit ?? PAGE, PAGE)));
    const people = await identity.people(panelId, seatsIn(entries));
    return { ok: true, value: { panelId, epoch: panels.epoch, head: seen.panel.record.seq, entries, people } };
  }

  async desk(session: Session | null, { panelId }: Asks<'openDesk'>): Promise<Reply<DeskView>> {
    const seen = await this.seen(session, panelId);
    if (!seen) return noSuchPanel();
    if (!seen.actor.seat || !isModerator(seen.actor)) return { ok: false, refusal: refusal('not-allowed') };

    return { ok: true, value: await this.deskOf(panelId, seen.panel, seen.actor.seat, 0) };
  }

  /** One moderator’s desk as it stands now. */
  async deskOf(panelId: string, panel: PanelState, seat: string, revision: number): Promise<DeskView> {
    const at = this.deps.now();
    const people = await this.deps.identity.people(panelId, seatsAtDesk(panel, at));
    return deskView(panelId, panel, { seat, at, revision, nameOf: (by) => people[by]?.name ?? '' });
  }

  async mine(session: Session | null, { panelId }: Asks<'mine'>): Promise<Reply<MineView>> {
    const seen = await this.seen(session, panelId);
    if (!seen) return noSuchPanel();
    const { seat } = seen.actor;
    if (!seat) return { ok: false, refusal: refusal('not-signed-in') };

    const votes = await this.deps.panels.votesOf(panelId, seat);
    const panel = this.deps.panels.peek(panelId) ?? seen.panel;
    const queues = this.deps.panels.queues(panelId);
    if (!queues) return noSuchPanel();
    return { ok: true, value: mineView(panelId, panel, seat, { votes, review: queues.review }) };
  }

  /** What this person is asked about next. */
  async nextCard(session: Session | null, { panelId, holding }: Asks<'nextCard'>): Promise<Reply<NextCard>> {
    const seen = await this.seen(session, panelId);
    if (!seen) return noSuchPanel();
    const { actor, panel } = seen;
    const forbidden = objection(actor, 'castVote', panel.record.phase);
    if (actor.seat === null || forbidden) return { ok: false, refusal: refusal(forbidden ?? 'not-signed-in') };

    const next = await this.deps.cards.next(panelId, panel, actor.seat, holding ?? []);
    const contribution = panel.record.contributions.get(next.contributionId ?? '') ?? null;
    const author = contribution?.words?.author;
    const people = author ? await this.deps.identity.people(panelId, new Set([author])) : {};
    return { ok: true, value: { ...next, contribution, people } };
  }

  voted(panelId: string, seat: string, contributionId: string): Promise<void> {
    return this.deps.cards.voted(panelId, seat, contributionId);
  }
}

function pageOf(entries: readonly RecordEntry[]): readonly RecordEntry[] {
  return entries.slice(0, fitting(entries, PAGE_BYTES));
}

function noSuchPanel(): Reply<never> {
  return { ok: false, refusal: refusal('no-such-panel', { field: 'panelId' }) };
}
