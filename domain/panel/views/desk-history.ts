import type { DecisionMade, DeskHistory } from '../../wire/views.js';
import { openAppeal, owedSecondLook } from '../looks.js';
import type { SeatId } from '../roles.js';
import type { Decision, DocketState, Item, PanelState, RecordState } from '../state.js';
import { decisionInForce } from '../verdicts.js';

interface Stretch {
  /** Who looks: of their own contributions an author never learns who decided. */
  readonly seat: SeatId;
  /** Only what was decided before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

interface Made {
  readonly item: Item;
  readonly decision: Decision;
}

/**
 * The latest decisions of all moderators, newest first: words without their author, and order without time. What somebody
 * has still to look at again is in it for whoever decided alone.
 */
export function deskHistory(
  panelId: string,
  panel: PanelState,
  stretch: Stretch,
  nameOf: (seat: SeatId) => string,
): DeskHistory {
  const made = latestOf(panel.docket, stretch, stretch.limit + 1);
  const shown = made.slice(0, stretch.limit);
  return {
    panelId,
    decisions: shown.map((one) => decisionMade(panel.record, one, nameOf)),
    next: made.length > shown.length ? (shown.at(-1)?.decision.order ?? null) : null,
  };
}

/** The moderators whose names this stretch of the history needs. */
export function seatsInHistory({ docket }: PanelState, stretch: Stretch): Set<SeatId> {
  return new Set(latestOf(docket, stretch, stretch.limit).map(({ decision }) => decision.by));
}

function latestOf(docket: DocketState, { seat, before = Infinity }: Stretch, count: number): readonly Made[] {
  const orders: number[] = [];
  const eligible = (item: Item) => item.author !== seat && !isForOthersToJudge(item, seat);
  for (const item of docket.items.values()) {
    if (!eligible(item)) continue;
    for (const { order } of item.decisions) if (order < before) orders.push(order);
  }
  const since = Float64Array.from(orders).sort().at(-count) ?? 0;

  const made: Made[] = [];
  for (const item of docket.items.values()) {
    if (!eligible(item)) continue;
    for (const decision of item.decisions) {
      if (decision.order < before && decision.order >= since) made.push({ item, decision });
    }
  }
  return made.sort((a, b) => b.decision.order - a.decision.order);
}

/** Whoever is to look again, or to answer an appeal, does not read here what was decided, and by whom. */
function isForOthersToJudge(item: Item, seat: SeatId): boolean {
  if (!owedSecondLook(item) && !openAppeal(item)) return false;
  return decisionInForce(item)?.by !== seat;
}

function decisionMade(record: RecordState, { item, decision }: Made, nameOf: (seat: SeatId) => string): DecisionMade {
  const { order, verdict, rule, note, by, undone, reversal } = decision;
  return {
    order,
    contributionId: item.id,
    threadTitle: record.threads.get(item.threadId)?.title ?? '',
    kind: item.kind,
    text: item.text,
    lang: item.lang,
    verdict,
    rule,
    note,
    by: { seat: by, name: nameOf(by) },
    undone,
    reversal,
    inForce: decision === decisionInForce(item),
    standing: item.standing,
  };
}
