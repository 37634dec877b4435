import * as fc from 'fast-check';
import { AmplifyQueue, type Claim, type QueueRule, type Turn } from '../queue.js';
import { DEFAULT_RULE } from '../rule.js';

/** One thing that happens. `who` and `which` point into whatever is there. */
export type Move = { readonly wait: number } & (
  | { readonly does: 'submit'; readonly who: number; readonly items: number; readonly claims: readonly Claim[] }
  | { readonly does: 'next'; readonly cost: number }
  | { readonly does: 'override'; readonly which: number; readonly cost: number; readonly named: boolean }
  | { readonly does: 'withdraw' | 'yield' | 'restore'; readonly which: number }
);

export interface Schedule {
  readonly rule: QueueRule;
  readonly moves: readonly Move[];
}

const GROUPS = ['g0', 'g1', 'g2', 'g3'];
const PEOPLE = 9;

/** Bursts, overrides, claims of both kinds, random R, κ, M, s: what a panel can meet. */
export function schedules(): fc.Arbitrary<Schedule> {
  const rule = fc
    .record({
      floors: fc.array(fc.integer({ min: 100, max: 4_000 }), { maxLength: GROUPS.length }),
      every: fc.constantFrom(null, 1, 2, 3, 4, 6),
      newcomerGuard: fc.constantFrom(0, 1, 2),
      owedFrom: fc.constantFrom(0.25, 0.5, 1),
      owedAtMost: fc.constantFrom(1, 3),
      selfDeclared: fc.constantFrom(0, 0.25, 0.5, 1),
      minutesPerTurn: fc.constantFrom(0, 5, 30),
      absentAccrual: fc.boolean(),
    })
    .map(({ floors, ...rest }): QueueRule => ({
      ...DEFAULT_RULE,
      ...rest,
      groups: floors.map((floor, i) => ({ id: `g${i}`, floor })),
    }));
  const claims = fc.array(fc.record({ group: fc.constantFrom(...GROUPS), attested: fc.boolean() }), { maxLength: 3 });
  const wait = fc.constantFrom(0, 0, 1, 2, 5);
  const which = fc.nat(1_000);
  const cost = fc.constantFrom(0.5, 1, 1, 2);
  const submit = fc.record({
    does: fc.constant('submit' as const),
    wait,
    who: fc.nat(PEOPLE - 1),
    items: fc.constantFrom(1, 1, 1, 2, 5),
    claims,
  });
  const next = fc.record({ does: fc.constant('next' as const), wait, cost });
  const override = fc.record({ does: fc.constant('override' as const), wait, which, cost, named: fc.boolean() });
  const other = fc.record({
    does: fc.constantFrom('withdraw' as const, 'yield' as const, 'restore' as const),
    wait,
    which,
  });
  const move = fc.oneof(
    { weight: 8, arbitrary: submit },
    { weight: 8, arbitrary: next },
    { weight: 1, arbitrary: override },
    { weight: 3, arbitrary: other },
  );
  return fc.record({ rule, moves: fc.array(move, { minLength: 20, maxLength: 70, size: 'max' }) });
}

/** The same with turns of one length, where nothing is taken out, let pass or brought back. */
export function orderly({ rule, moves }: Schedule): Schedule {
  const kept = moves.filter(({ does }) => does === 'submit' || does === 'next' || does === 'override');
  return { rule, moves: kept.map((move) => ('cost' in move ? { ...move, cost: 1 } : move)) };
}

/** What a schedule is played on: the queue, or something that must do the same. */
export interface Playable {
  submit(person: string, item: string, at: number, claims: readonly Claim[]): void;
  next(cost: number, at: number): void;
  override(person: string, cost: number, at: number, item?: string): void;
  withdraw(item: string): void;
  yieldTurn(person: string): void;
  /** Takes back the turn that was had so many turns ago, unless it was taken back already. */
  restore(which: number): void;
}

/** Plays moves one by one; `after` is told when each was made. Knows what waits, so that no move is about nothing. */
export function play({ moves }: Schedule, on: Playable & Books, after: (at: number, move: Move) => void): void {
  let minute = 0;
  let items = 0;
  for (const move of moves) {
    minute += move.wait;
    const at = minute * 60_000;
    switch (move.does) {
      case 'submit':
        for (let i = 0; i < move.items; i++) on.submit(`p${move.who}`, `i${items++}`, at, move.claims);
        break;
      case 'next':
        on.next(move.cost, at);
        break;
      case 'override': {
        const one = pick(on.waiting(), move.which);
        if (one) on.override(one.person, move.cost, at, move.named ? one.item : undefined);
        break;
      }
      case 'withdraw': {
        const one = pick(on.waiting(), move.which);
        if (one) on.withdraw(one.item);
        break;
      }
      case 'yield': {
        const one = pick(on.waiting(), move.which);
        if (one) on.yieldTurn(one.person);
        break;
      }
      case 'restore':
        on.restore(move.which);
    }
    after(at, move);
  }
}

export interface Waits {
  readonly person: string;
  readonly item: string;
}

export interface Books {
  waiting(): readonly Waits[];
}

/** The queue, with books of what waits in it and which turns were had. */
export class Played implements Playable, Books {
  readonly turns: Turn[] = [];
  private all: Waits[] = [];

  constructor(
    readonly queue: AmplifyQueue,
    private readonly hear: (turn: Turn, played: Played) => void = () => undefined,
  ) {}

  waiting(): readonly Waits[] {
    return this.all;
  }

  submit(person: string, item: string, at: number, claims: readonly Claim[]): void {
    this.queue.submit(person, item, at, claims);
    this.all.push({ person, item });
  }

  next(cost: number, at: number): void {
    const chosen = this.queue.choose();
    if (chosen) this.had(this.queue.serve(chosen.person, chosen.lane, cost, at));
  }

  override(person: string, cost: number, at: number, item?: string): void {
    this.had(this.queue.serve(person, 'override', cost, at, item));
  }

  withdraw(item: string): void {
    this.queue.withdraw(item);
    this.forget(item);
  }

  yieldTurn(person: string): void {
    this.queue.yieldTurn(person);
  }

  restore(which: number): void {
    const turn = pick(this.turns, which);
    if (!turn) return;
    this.turns.splice(this.turns.indexOf(turn), 1);
    this.queue.restore(turn);
    this.all.push({ person: turn.person, item: turn.item });
  }

  protected had(turn: Turn): void {
    this.turns.push(turn);
    this.forget(turn.item);
    this.hear(turn, this);
  }

  private forget(item: string): void {
    this.all = this.all.filter((one) => one.item !== item);
  }
}

/** Everything somebody outside can tell about a queue. */
export function seenOf(queue: AmplifyQueue, groups: readonly { readonly id: string }[], at: number) {
  const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);
  return {
    owed: groups.map(({ id }) => queue.owed(id)),
    contenders: queue.contenders,
    selections: queue.selections,
    people: people.map((person) => [
      queue.turnsOf(person),
      queue.readyOf(person),
      queue.isFirst(person),
      queue.claimsOf(person),
      queue.owedTo(person),
    ]),
    order: queue.preview(40, undefined, at),
  };
}

function pick<T>(all: readonly T[], which: number): T | undefined {
  return all[which % Math.max(1, all.length)];
}
