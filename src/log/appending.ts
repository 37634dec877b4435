import type { DataSource } from 'typeorm';
import type { Entry } from '../../domain/panel/events.js';
import { counted } from './ballots.js';
import { afterErasing, erase, erasuresOf } from './erasing.js';
import { insert, seal } from './inserting.js';
import { lockPanel } from './panel-rows.js';
import { missedBy } from './reading.js';
import type { Session } from './sql.js';
import { inTransaction } from './sql.js';
import type { Caught, Draft, Receipt } from './types.js';

/** One look into the index an id, whatever the planner believes about a table that grew since it last looked. */
const RECEIPTS = {
  name: 'log-receipts',
  text: `select known.intent_id as "intentId", known.fingerprint, known.value
    from unnest($2::text[]) as asked(id)
    cross join lateral (
      select * from intent_receipt where panel_id = $1 and intent_id = asked.id limit 1
    ) as known`,
};

/**
 * What is read under the lock is read in statements of its own: a statement that waits for a row sees other tables as
 * they were before it waited.
 */
export async function transact<T>(
  db: DataSource,
  panelId: string,
  asked: {
    readonly caughtUpTo: number;
    readonly intentIds: readonly string[];
    readonly count: readonly string[] | null | undefined;
  },
  decide: (caught: Caught) => { draft: Draft; result: T },
): Promise<{ entries: readonly Entry[]; missed: readonly Entry[]; result: T }> {
  return inTransaction(db, async (session) => {
    const heads = await lockPanel(session, panelId);
    const missed = heads.panelSeq > asked.caughtUpTo ? await missedBy(session, panelId, asked.caughtUpTo) : [];
    const receipts = await receiptsOf(session, panelId, asked.intentIds);
    const tallies = asked.count === undefined ? [] : await counted(session, panelId, asked.count);

    const { draft, result } = decide({ heads, missed, receipts, tallies });
    if (isEmpty(draft)) return { entries: [], missed, result };

    const { sealed, heads: next } = seal(heads, draft.events);
    const entries = sealed.map(({ entry }) => entry);
    const erasures = erasuresOf(draft.erase, entries, next.record);

    await insert(session, panelId, {
      ...draft,
      sealed,
      heads: { ...next, erasures: heads.erasures + erasures.length },
    });
    await erase(session, panelId, erasures);
    return { entries: afterErasing(entries, erasures), missed: afterErasing(missed, erasures), result };
  });
}

async function receiptsOf(
  session: Session,
  panelId: string,
  intentIds: readonly string[],
): Promise<ReadonlyMap<string, Receipt>> {
  if (intentIds.length === 0) return new Map();
  const receipts = await session.rows<Receipt>(RECEIPTS, [panelId, intentIds]);
  return new Map(receipts.map((receipt) => [receipt.intentId, receipt]));
}

function isEmpty({ events, receipts, ballots, erase: erased, summary }: Draft): boolean {
  return events.length + receipts.length + ballots.length + erased.length === 0 && summary === null;
}
