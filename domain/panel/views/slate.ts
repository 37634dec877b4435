import { audit, type Audit } from '../../amplify/slate/audit.js';
import { clustersOf } from '../../amplify/slate/clusters.js';
import { isCommonGround, type ClusterVotes } from '../../amplify/slate/common-ground.js';
import { coarse } from '../../amplify/slate/coarse.js';
import { roughly } from '../../amplify/slate/facts.js';
import { isProvisional } from '../../amplify/slate/provisional.js';
import { slateOf, type SlateInput } from '../../amplify/slate/slate.js';
import type { SlateAudit, SlateView } from '../../wire/slate.js';
import type { Choice } from '../events.js';
import { standsFor } from '../merging.js';
import type { SeatId } from '../roles.js';
import type { RecordState } from '../state.js';

/** Everybody’s last vote on each contribution. */
export interface Votes {
  readonly contributionId: string;
  readonly seat: SeatId;
  readonly choice: Choice;
}

/** Where a panel’s slate is computed from: items with their supporters by number, and what was voted on each. */
export interface Electorate {
  readonly items: readonly string[];
  readonly input: Omit<SlateInput, 'seats'>;
  /** Per voter: the items voted on, and 1, 0 or −1 for each. */
  readonly votes: readonly { readonly items: readonly number[]; readonly values: readonly number[] }[];
  /** Per voter: votes on anything. */
  readonly cast: readonly number[];
}

/**
 * Items are the published questions and what was posed, by their place in the record. Whoever supports one of several that
 * were merged supports the one they were merged into; whoever voted on anything is a voter.
 */
export function electorateOf(record: RecordState, votes: readonly Votes[]): Electorate {
  const isPosed = new Set(record.posed.map(({ contributionId }) => standsFor(record, contributionId)));
  const items = [...record.contributions.values()]
    .filter(({ id, kind, words }) => words && standsFor(record, id) === id && (kind === 'question' || isPosed.has(id)))
    .sort((a, b) => a.seq - b.seq)
    .map(({ id }) => id);
  const numberOf = new Map(items.map((id, i) => [id, i]));

  const voters = new Map<SeatId, Map<number, number>>();
  const cast = new Map<SeatId, number>();
  for (const { contributionId, seat, choice } of votes) {
    const said = voters.get(seat) ?? new Map<number, number>();
    voters.set(seat, said);
    cast.set(seat, (cast.get(seat) ?? 0) + 1);
    const item = numberOf.get(standsFor(record, contributionId));
    if (item !== undefined) said.set(item, Math.max(said.get(item) ?? -1, VALUE[choice]));
  }

  const support = items.map((): number[] => []);
  const ballots = [...voters.values()].map((said, voter) => {
    for (const [item, value] of said) if (value === 1) support[item]?.push(voter);
    return { items: [...said.keys()], values: [...said.values()] };
  });
  const posed = [...isPosed].map((id) => numberOf.get(id)).filter((item) => item !== undefined);
  return { items, input: { voters: voters.size, support, posed }, votes: ballots, cast: [...cast.values()] };
}

export interface SlateWish {
  readonly panelId: string;
  readonly at: number;
  readonly seats: number;
  /** How many people each contribution was shown to. */
  readonly shown: ReadonlyMap<string, number>;
}

export function slateView(record: RecordState, electorate: Electorate, wish: SlateWish): SlateView {
  const { items, cast } = electorate;
  const { panelId, at } = wish;
  const input = { ...electorate.input, seats: wish.seats };
  const seats = input.voters === 0 ? [] : slateOf(input);
  const isCommon = commonGround(electorate);
  const exposures = items
    .filter((_, item) => !input.posed.includes(item))
    .map((id) => ({ shown: wish.shown.get(id) ?? 0, age: at - (record.contributions.get(id)?.at ?? at) }));

  return {
    panelId,
    at,
    voters: roughly(input.voters),
    provisional: isProvisional(cast, exposures),
    seats: seats.map(({ item, phase, payers, sole, newly }) => ({
      contributionId: items[item] ?? '',
      phase,
      payers: roughly(payers),
      sole: roughly(sole),
      newly: roughly(newly),
      commonGround: isCommon(item),
    })),
    audit: auditOf(
      electorate,
      seats.map(({ item }) => item),
    ),
  };
}

/** Of a slate made by hand: what stands in it but is no open question is passed over. */
export function auditView(electorate: Electorate, chosen: readonly string[]): SlateAudit {
  const numbers = [...new Set(chosen)].map((id) => electorate.items.indexOf(id)).filter((item) => item >= 0);
  return auditOf(electorate, numbers);
}

function auditOf({ items, input }: Electorate, chosen: readonly number[]): SlateAudit {
  const seated = { ...input, seats: chosen.length };
  const found: Audit = audit(seated, chosen);
  const asked = [...new Set([...input.posed, ...chosen])];
  const { leftOut, ...shares } = coarse(found, seated);
  return {
    ...shares,
    leftOut: leftOut && { size: roughly(leftOut.size), contributionId: items[leftOut.item] ?? '' },
    sole: asked.map((item, i) => ({ contributionId: items[item] ?? '', people: roughly(found.sole[i] ?? 0) })),
  };
}

function commonGround({ items, votes }: Electorate): (item: number) => boolean {
  const clusters = clustersOf(votes, items.length);
  const counted = items.map((): ClusterVotes[] => clusters.map(() => ({ agree: 0, votes: 0 })));
  for (const [c, members] of clusters.entries()) {
    for (const voter of members) {
      const { items: voted = [], values = [] } = votes[voter] ?? {};
      for (const [i, item] of voted.entries()) {
        const row = counted[item];
        const known = row?.[c];
        if (row && known) row[c] = { agree: known.agree + Number(values[i] === 1), votes: known.votes + 1 };
      }
    }
  }
  return (item) => isCommonGround(counted[item] ?? []);
}

const VALUE = { agree: 1, pass: 0, disagree: -1 } as const satisfies Record<Choice, number>;
