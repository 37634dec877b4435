import { DEFAULT_RULE, type QueueRule } from '../../../domain/amplify/queue/rule.js';
import { type Arrived, type Order, orderBy, type RuleName } from '../../../domain/amplify/simulate/orders.js';
import type { Conversation } from './read.js';

export interface Figures {
  /** How far the worst-off group stays below what it is due: a part of all turns. */
  readonly shortfall: number;
  /** Authors served ÷ authors. */
  readonly heard: number;
  /** Jain’s index over the turns of all authors. */
  readonly jain: number;
  /** The largest part of all turns that one person had. */
  readonly top: number;
}

export type Trace = Readonly<Record<RuleName, Figures>>;

const LEAST_COMMENTS = 60;
const LEAST_GROUPS = 2;
const MINUTE_MS = 60_000;
const ARRIVALS_END = 85;
const END = 90;
const FLOOR_OF_SHARE = 0.9;

/** Why a conversation has no trace; null when it has one. */
export function whyNoTrace({ submissions, groups }: Conversation): string | null {
  const known = new Set(groups.values()).size;
  if (submissions.length < LEAST_COMMENTS) {
    return `It has ${submissions.length} comments with a time; a trace needs ${LEAST_COMMENTS}.`;
  }
  return known < LEAST_GROUPS ? `It has ${known} opinion groups; a trace needs ${LEAST_GROUPS}.` : null;
}

/** The real arrivals of a conversation under four rules, in a panel of 90 minutes that has room for two in five of them. */
export function traceOf(conversation: Conversation): Trace {
  const figures = (rule: RuleName) =>
    figuresOf(conversation, servedBy(orderBy(rule, ruleFor(conversation)), conversation));
  return {
    arrival: figures('arrival'),
    votes: figures('votes'),
    leastHeard: figures('leastHeard'),
    amplify: figures('amplify'),
  };
}

function servedBy(order: Order, conversation: Conversation): readonly Arrived[] {
  const events = arrivalsOf(conversation);
  const step = END / slotsOf(conversation);
  const served: Arrived[] = [];
  let arrived = 0;
  const nextAt = (minute: number) => {
    for (let event = events[arrived]; event && event.minute <= minute; event = events[++arrived]) {
      order.submit(event, event.minute * MINUTE_MS);
    }
    return order.next(minute * MINUTE_MS);
  };

  // The reference adds up steps as here: where their sum stays a hair short of 90, there is one slot more.
  for (let minute = 0; minute < END; minute += step) {
    let next = nextAt(minute);
    if (!next) {
      minute = Math.max(minute, events[arrived]?.minute ?? END);
      next = nextAt(minute);
    }
    if (next) served.push(next);
  }
  return served;
}

function arrivalsOf({ submissions, groups }: Conversation): readonly (Arrived & { readonly minute: number })[] {
  return submissions.map(({ author, agrees }, i) => {
    const group = groups.get(author);
    const claims = group === undefined ? [] : [{ group, attested: true }];
    return { item: String(i), person: author, agrees, claims, minute: (ARRIVALS_END * i) / submissions.length };
  });
}

/** Places in the panel: two for five who ask. */
export function slotsOf({ submissions }: Conversation): number {
  return Math.floor(0.4 * submissions.length);
}

function ruleFor({ groups }: Conversation): QueueRule {
  const floors = [...sharesOf([...groups.values()])].map(([id, share]) => ({
    id,
    floor: Math.round(FLOOR_OF_SHARE * share * 10_000),
  }));
  return { ...DEFAULT_RULE, groups: floors };
}

function figuresOf(conversation: Conversation, served: readonly Arrived[]): Figures {
  const { submissions, groups } = conversation;
  const slots = slotsOf(conversation);
  const turns = new Map(submissions.map(({ author }) => [author, 0]));
  for (const { person } of served) turns.set(person, (turns.get(person) ?? 0) + 1);
  const had = [...turns.values()];
  const sum = had.reduce((all, one) => all + one, 0);
  const squares = had.reduce((all, one) => all + one * one, 0);

  const heardOf = sharesOf(served.flatMap(({ person }) => groups.get(person) ?? []));
  const asked = countsOf(submissions.flatMap(({ author }) => groups.get(author) ?? []));
  const shortfalls = [...sharesOf([...groups.values()])].map(([group, share]) =>
    Math.max(0, Math.min(share, (asked.get(group) ?? 0) / slots) - (heardOf.get(group) ?? 0)),
  );
  return {
    shortfall: Math.max(...shortfalls),
    heard: had.filter((one) => one > 0).length / had.length,
    jain: (sum * sum) / (had.length * squares),
    top: Math.max(...had) / sum,
  };
}

function countsOf(groups: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function sharesOf(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...countsOf(groups)].map(([group, count]) => [group, count / groups.length]));
}
