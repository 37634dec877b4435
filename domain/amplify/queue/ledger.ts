import type { Profile } from './profile.js';
import type { Lane, QueueRule } from './rule.js';
import { inU, MILLI, TURN, WHOLE } from './units.js';

/** What one turn moved, so that it can be taken back whatever happened since. */
export interface Charge {
  /** Milli-turns. */
  readonly cost: number;
  /** By group, U. */
  readonly lag: readonly number[];
  /** By group, milli-turns taken by people nobody vouches for. */
  readonly boosted: readonly number[];
}

/** What a turn for somebody is worth, by group, U. */
export interface Credits {
  readonly attested: readonly number[];
  readonly declared: readonly number[];
}

export interface Service {
  readonly profile: Profile;
  readonly lane: Lane;
  /** Milli-turns. */
  readonly cost: number;
  readonly waits: (group: number) => boolean;
}

/**
 * What each group is owed. A turn adds its floor to every group and takes a whole turn from those it was for, so that a
 * group at its floor is owed nothing. Whole numbers throughout.
 */
export class Ledger {
  private turns = 0;
  private lag: number[];
  private boosted: number[];
  private readonly from: number;
  private readonly atMost: number;

  constructor(private readonly rule: QueueRule) {
    this.lag = rule.groups.map(() => 0);
    this.boosted = rule.groups.map(() => 0);
    this.from = inU(rule.owedFrom);
    this.atMost = inU(rule.owedAtMost);
  }

  /** U; below 0 where a group has had more than its floor. */
  owed(group: number): number {
    return this.lag[group] ?? 0;
  }

  /** U that count now: nothing below θ, nothing beyond K. */
  counting(group: number): number {
    const owed = this.owed(group);
    return owed >= this.from ? Math.min(owed, this.atMost) : 0;
  }

  /** Whether the claims of people nobody vouches for still count for this group. */
  admitsDeclared(group: number): boolean {
    const { selfDeclared } = this.rule;
    if (selfDeclared === 0) return false;
    const floor = this.rule.groups[group]?.floor ?? 0;
    const guaranteed = Math.max(floor * this.turns, TURN);
    // A third of three turns is one turn, not a breath more.
    const most = Math.ceil((selfDeclared * guaranteed) / TURN - 1e-9);
    return (this.boosted[group] ?? 0) < most * MILLI;
  }

  credits(): Credits {
    const attested = this.rule.groups.map(({ weight = 1 }, group) => weight * this.counting(group));
    return { attested, declared: attested.map((credit, group) => (this.admitsDeclared(group) ? credit : 0)) };
  }

  charge({ profile, lane, cost, waits }: Service): Charge {
    const helped = profile.declared.filter(
      (group) => lane === 'equity' && this.admitsDeclared(group) && this.counting(group) > 0,
    );
    const lag = this.rule.groups.map(({ floor }, group) => this.accrual(group, floor * cost, waits(group)));
    const boosted = this.rule.groups.map(() => 0);
    for (const group of [...profile.attested, ...helped]) lag[group] = (lag[group] ?? 0) - WHOLE * cost;
    for (const group of helped) boosted[group] = cost;

    const charge = { cost, lag, boosted };
    this.apply(charge, 1);
    return charge;
  }

  undo(charge: Charge): void {
    this.apply(charge, -1);
  }

  clone(): Ledger {
    const copy = new Ledger(this.rule);
    copy.turns = this.turns;
    copy.lag = [...this.lag];
    copy.boosted = [...this.boosted];
    return copy;
  }

  private accrual(group: number, due: number, waits: boolean): number {
    if (waits) return due;
    return this.rule.absentAccrual ? Math.max(0, Math.min(due, this.atMost - this.owed(group))) : 0;
  }

  private apply({ cost, lag, boosted }: Charge, sign: 1 | -1): void {
    this.turns += sign * cost;
    this.lag = this.lag.map((owed, group) => owed + sign * (lag[group] ?? 0));
    this.boosted = this.boosted.map((taken, group) => taken + sign * (boosted[group] ?? 0));
  }
}
