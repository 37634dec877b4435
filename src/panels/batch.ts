import { createHash } from 'node:crypto';
import type { Entry, Journal, PanelEvent } from '../../domain/panel/events.js';
import type { PanelIntent } from '../../domain/panel/intents.js';
import type { PanelQueues } from '../../domain/panel/queues/panel-queues.js';
import type { Actor } from '../../domain/panel/roles.js';
import type { PanelState } from '../../domain/panel/state.js';
import type { Reply } from '../../domain/wire/protocol.js';
import type { Caught, Draft, Heads, Receipt, StoredSummary } from '../log/types.js';
import { canonical } from '../../domain/record/canonical.js';
import { journalOf } from '../../domain/panel/journals.js';
import { decide } from '../../domain/panel/decide/index.js';
import { evolve } from '../../domain/panel/evolve.js';
import { refusal } from '../../domain/panel/refusals.js';

export interface Asked {
  readonly actor: Actor;
  readonly intent: PanelIntent;
}

/** A panel and who is next in it, folded from the same entries. */
export interface Folded {
  readonly panel: PanelState;
  readonly queues: PanelQueues;
}

export interface Surroundings {
  readonly now: () => number;
  readonly newId: () => string;
  /** Whether a text holds a word of the list for its language. */
  readonly isListed?: ((text: string, lang: string) => boolean) | undefined;
  readonly onFault: (error: unknown, intent: PanelIntent) => string;
}

export interface Settled {
  readonly draft: Draft;
  readonly replies: readonly Reply<unknown>[];
  /** Contributions that received ballots. */
  readonly voted: readonly string[];
}

/**
 * Decides a batch of intents in order under the panel’s lock, each on the state the one before left behind. Pure but for
 * the clock and ids it is handed. A repeated id gets its first answer; the same id with other content is refused.
 */
export function settle(
  { panel, queues }: Folded,
  caught: Caught,
  lastAt: number,
  asked: readonly Asked[],
  around: Surroundings,
): Omit<Settled, 'draft'> & { draft: Omit<Draft, 'summary'>; panel: PanelState } {
  const next = folding({ panel, queues }, caught.heads);
  const receipts = new Map(caught.receipts);
  const fresh: Receipt[] = [];
  const events: { at: number; event: PanelEvent }[] = [];
  const ballots: Draft['ballots'][number][] = [];
  const erase: string[] = [];

  let last = lastAt;

  const replies = asked.map(({ actor, intent }): Reply<unknown> => {
    const fingerprint = fingerprintOf(actor, intent);
    const known = receipts.get(intent.intentId);
    if (known) {
      if (known.fingerprint !== fingerprint) {
        return { ok: false, refusal: refusal('intent-mismatch', { field: 'intentId' }) };
      }
      return { ok: true, value: known.value };
    }

    const at = Math.max(around.now(), last);
    last = at;
    const outcome = decideSafely({ panel: next.panel, queues }, { actor, intent }, { at, ...around });
    if (!outcome.ok) return outcome;

    for (const event of outcome.events) {
      events.push({ at, event });
      next.add(event, at);
    }
    for (const ballot of outcome.ballots) ballots.push({ ...ballot, intentId: intent.intentId, at });
    erase.push(...outcome.erase);

    const receipt: Receipt = { intentId: intent.intentId, fingerprint, value: outcome.value ?? {} };
    receipts.set(intent.intentId, receipt);
    fresh.push(receipt);
    return { ok: true, value: receipt.value };
  });

  return {
    panel: next.panel,
    draft: { events, receipts: fresh, ballots, erase },
    replies,
    voted: ballots.map((ballot) => ballot.contributionId),
  };
}

/** What would happen were this asked now, alone; nothing where it would be refused. */
export function expected(
  { panel, queues }: Folded,
  { actor, intent }: Asked,
  around: Surroundings,
): readonly PanelEvent[] {
  const quiet = { ...around, onFault: () => '' };
  const outcome = decideSafely({ panel, queues }, { actor, intent }, { ...quiet, at: around.now() });
  return outcome.ok ? outcome.events : [];
}

/** The line of a timetable that a panel’s record amounts to. */
export function summaryOf(panelId: string, { record }: PanelState, access: StoredSummary['access']): StoredSummary {
  return {
    panelId,
    forumId: record.forumId,
    title: record.title,
    description: record.description,
    languages: record.languages,
    phase: record.phase,
    startsAt: record.startsAt,
    endsAt: record.endsAt,
    openedAt: record.openedAt,
    closedAt: record.closedAt,
    head: record.seq,
    published: record.published,
    access,
  };
}

function decideSafely({ panel, queues }: Folded, { actor, intent }: Asked, around: Surroundings & { at: number }) {
  try {
    const lists = around.isListed ? { isListed: around.isListed } : {};
    return decide(panel, intent, { actor, at: around.at, queues, newId: around.newId(), ...lists });
  } catch (error) {
    const id = around.onFault(error, intent);
    return {
      ok: false as const,
      refusal: refusal('internal', { message: `Something went wrong on our side (${id}).` }),
    };
  }
}

/** Who asks belongs to what is asked: another person’s intent under the same id is another intent. */
function fingerprintOf(actor: Actor, intent: PanelIntent): string {
  return createHash('sha256')
    .update(canonical({ seat: actor.seat, intent }))
    .digest('hex');
}

/** Folds drafted events with the seqs they are about to get. */
function folding({ panel: start, queues }: Folded, heads: Heads) {
  const seq: Record<Journal, number> = { record: heads.record, docket: heads.docket };
  let panelSeq = heads.panelSeq;
  let panel = start;
  return {
    get panel() {
      return panel;
    },
    add(event: PanelEvent, at: number) {
      const journal = journalOf(event);
      const entry: Entry = { journal, seq: ++seq[journal], panelSeq: ++panelSeq, at, event };
      panel = evolve(panel, entry);
      queues.apply(entry);
    },
  };
}
