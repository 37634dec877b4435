import { type Contender, type Contenders, isHeardLess } from './contenders.js';
import type { Credits, Ledger } from './ledger.js';
import type { Profile } from './profile.js';
import type { Chosen, QueueRule, Reason } from './rule.js';
import { milliTurns } from './units.js';

export interface Waiting {
  readonly rule: QueueRule;
  readonly contenders: Contenders;
  readonly ledger: Ledger;
  /** How many the queue has chosen so far. */
  readonly selections: number;
}

/**
 * Who is next of those accepted. Every R-th place goes to the longest wait. The others go to whose groups are owed the
 * most, among those heard hardly more than the least heard; then to the fewest turns had, then to the longest wait.
 */
export function select(waiting: Waiting, accepts: (contender: Contender) => boolean): Chosen | null {
  const senior = waiting.contenders.senior(accepts);
  if (!senior) return null;
  if (isForTheLongestWait(waiting)) return chosen(senior, 'seniority', 'WAITED_LONGEST');

  const heads = waiting.contenders.heads(accepts);
  const plain = heads.reduce((least, head) => (isHeardLess(head, least) ? head : least), senior);
  const best = mostOwed(heads, plain, waiting);
  return chosen(best, 'equity', reasonFor(best, plain, senior));
}

function isForTheLongestWait({ rule: { every }, selections }: Waiting): boolean {
  return every !== null && selections % every === every - 1;
}

/** `plain` is the least heard: it is eligible, and is chosen where no group is owed anything. */
function mostOwed(heads: readonly Contender[], plain: Contender, { rule, ledger }: Waiting): Contender {
  const heardAtMost = plain.h + milliTurns(rule.newcomerGuard);
  const credits = ledger.credits();
  let best = plain;
  let most = creditOf(plain.profile, credits);
  for (const head of heads) {
    if (head.h > heardAtMost) continue;
    const credit = creditOf(head.profile, credits);
    if (credit < most || (credit === most && !isHeardLess(head, best))) continue;
    best = head;
    most = credit;
  }
  return best;
}

function creditOf({ attested, declared }: Profile, credits: Credits): number {
  let sum = 0;
  for (const group of attested) sum += credits.attested[group] ?? 0;
  for (const group of declared) sum += credits.declared[group] ?? 0;
  return sum;
}

function reasonFor(best: Contender, plain: Contender, senior: Contender): Reason {
  if (best !== plain) return 'BALANCE';
  return best !== senior && best.h < senior.h ? 'FIRST_VOICE' : 'IN_TURN';
}

function chosen({ person, item }: Contender, lane: Chosen['lane'], reason: Reason): Chosen {
  return { person, item, lane, reason };
}
