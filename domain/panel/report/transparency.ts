import type { Entry, Verdict } from '../events.js';
import type { AppealAnswer } from '../state.js';
import { throughOf } from './askings.js';
import { decisionsOf, moderatedIn, type Spell } from './moderated.js';

/** What moderation did in one panel or several. Every number is a count over the folded journals; none is of a person. */
export interface Transparency {
  readonly panels: number;
  readonly submitted: number;
  readonly resubmitted: number;
  readonly withdrawn: number;
  /**
   * Decisions on contributions, but those that were undone and second ones that agreed with a restriction; what an answer to
   * an appeal sends back is among them.
   */
  readonly decisions: Readonly<Record<Verdict, number>>;
  readonly threads: { readonly proposed: number; readonly accepted: number; readonly declined: number };
  /** Restrictions, declined threads and requests among them, by the id of the rule they name; `none` where they name none. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly secondLooks: SecondLooks;
  /** Decisions and looks taken back as if they had not been made. */
  readonly undone: number;
  /** Decisions overturned by a moderator of their own accord. */
  readonly reversed: number;
  readonly handedOn: number;
  /** How often a moderator gave up an author they know. */
  readonly recused: number;
  /** Requests to speak that a host turned down. */
  readonly requestsDeclined: number;
  /** Decided as part of one act on many. */
  readonly inBulk: number;
  readonly appeals: Readonly<Record<'lodged' | 'confirmed' | 'modified' | 'overturned', number>>;
  /** Contributions held or labelled by screening. None was ever removed by it. */
  readonly screened: number;
  readonly automatedRemovals: 0;
  /** How often, and for how long in all, so many waited that not every decline got a second look; ms. */
  readonly eased: Spell;
  /** From sending to the first decision in effect, ms; null where nothing was decided. */
  readonly medianMs: number | null;
}

/**
 * `asked`: first looks at a decline that somebody else was to look at too. `restricted`: what one moderator took away at
 * once, for somebody else to look at. `confirmed`: decisions on either that agreed.
 */
interface SecondLooks {
  readonly asked: number;
  readonly restricted: number;
  readonly confirmed: number;
}

const NO_RULE = 'none';

/** `journals`: the entries of each panel, in order. */
export function transparencyOf(journals: Iterable<readonly Entry[]>): Transparency {
  const panels = [...journals].map(countsOf);
  const sum = (of: (counts: Counts) => number) => panels.reduce((total, counts) => total + of(counts), 0);
  const tally = (of: (counts: Counts) => readonly string[]) => countEach(panels.flatMap(of));
  const made = tally(({ verdicts }) => verdicts);
  const answers = tally((counts) => counts.answers);
  const threads = tally((counts) => counts.threads);

  return {
    panels: panels.length,
    submitted: sum(({ submitted }) => submitted),
    resubmitted: sum(({ resubmitted }) => resubmitted),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    decisions: { publish: made('publish'), decline: made('decline'), revise: made('revise'), redact: made('redact') },
    threads: { proposed: threads('proposed'), accepted: threads('publish'), declined: threads('decline') },
    byRule: byName(panels.flatMap(({ rules }) => rules)),
    secondLooks: {
      asked: sum(({ looks }) => looks.asked),
      restricted: sum(({ looks }) => looks.restricted),
      confirmed: sum(({ looks }) => looks.confirmed),
    },
    undone: sum(({ undone }) => undone),
    reversed: sum(({ reversed }) => reversed),
    handedOn: sum(({ handedOn }) => handedOn),
    recused: sum(({ recused }) => recused),
    requestsDeclined: sum(({ requestsDeclined }) => requestsDeclined),
    inBulk: sum(({ inBulk }) => inBulk),
    appeals: {
      lodged: sum(({ lodged }) => lodged),
      confirmed: answers('confirmed'),
      modified: answers('modified'),
      overturned: answers('overturned'),
    },
    screened: sum(({ screened }) => screened),
    automatedRemovals: 0,
    eased: { periods: sum(({ eased }) => eased.periods), ms: sum(({ eased }) => eased.ms) },
    medianMs: medianOf(panels.flatMap(({ waits }) => waits)),
  };
}

type Counts = ReturnType<typeof countsOf>;

function countsOf(entries: readonly Entry[]) {
  const moderated = moderatedIn(entries);
  const { docket } = moderated.panel;
  const items = [...docket.items.values()];
  const looks = items.flatMap((item) => item.looks);
  const all = items.flatMap(({ decisions }) => decisions);
  const standing = items.flatMap((item) => decisionsOf(moderated, item));
  const threads = [...docket.proposals.values()].map(({ decision }) => decision);
  const declinedThreads = threads.filter((decision) => decision?.verdict === 'decline');
  const requests = [...docket.requests.values()].filter(({ state }) => state === 'declined');
  const appeals = items.flatMap((item) => item.appeals);
  const restrictions = standing.filter(({ verdict }) => verdict !== 'publish');
  const named = [...restrictions, ...declinedThreads, ...requests.map(({ declined }) => declined)];
  const through = throughOf(entries);

  return {
    submitted: items.length,
    resubmitted: items.reduce((total, { resubmissions }) => total + resubmissions, 0),
    withdrawn: items.filter((item) => item.standing === 'withdrawn').length,
    verdicts: standing.map(({ verdict }) => verdict),
    threads: threads.flatMap((decision) => ['proposed', ...(decision ? [decision.verdict] : [])]),
    rules: named.map((restriction) => restriction?.rule?.id ?? NO_RULE),
    looks: {
      asked: looks.filter(({ verdict, state }) => verdict === 'decline' && state !== 'undone').length,
      restricted: restrictions.filter(({ second }) => second).length,
      confirmed: all.filter(({ order, undone }) => !undone && moderated.agreed.has(order)).length,
    },
    undone: [...all.filter(({ undone }) => undone), ...looks.filter(({ state }) => state === 'undone')].length,
    reversed: standing.filter(({ reversal, onAppeal }) => reversal && !onAppeal).length,
    handedOn: moderated.handedOn,
    recused: [...docket.recusals.values()].reduce((total, authors) => total + authors.length, 0),
    requestsDeclined: requests.length,
    inBulk: standing.filter(({ bulk }) => bulk !== null).length,
    lodged: appeals.length,
    answers: appeals.flatMap(({ answer }): readonly AppealAnswer['outcome'][] => (answer ? [answer.outcome] : [])),
    screened: moderated.screened.size,
    eased: moderated.eased,
    waits: items.flatMap((item) => {
      const first = through.has(item.id) ? undefined : item.decisions.find(({ undone }) => !undone);
      return first ? [first.at - item.submittedAt] : [];
    }),
  };
}

function countEach(names: readonly string[]): (name: string) => number {
  return (name) => names.filter((one) => one === name).length;
}

function byName(names: readonly string[]): Readonly<Record<string, number>> {
  const of = countEach(names);
  return Object.fromEntries([...new Set(names)].sort((a, b) => (a < b ? -1 : 1)).map((name) => [name, of(name)]));
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
