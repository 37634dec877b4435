import type { Chosen, Claim, Lane, QueueRule } from '../rule.js';

interface Served {
  readonly item: string;
  readonly undo: () => void;
}

interface Somebody {
  readonly id: string;
  claims: readonly Claim[];
  h: number;
  items: { id: string; number: number }[];
  ready: number;
  sq: number;
  passedUntil: number;
}

const U = 10_000_000;

/**
 * The queue once more, written from its definition alone: everybody is looked at each time. Slow, short and independent
 * of the real one, which is compared with it step by step.
 */
export class NaiveQueue {
  readonly lag = new Map<string, number>();
  n = 0;
  private readonly boosted = new Map<string, number>();
  private readonly people: Somebody[] = [];
  private T = 0;
  private numbers = 0;

  constructor(private readonly rule: QueueRule) {
    for (const { id } of rule.groups) {
      this.lag.set(id, 0);
      this.boosted.set(id, 0);
    }
  }

  submit(id: string, item: string, at: number, claims: readonly Claim[]): void {
    let p = this.people.find((one) => one.id === id);
    if (!p) this.people.push((p = { id, claims, h: 0, items: [], ready: 0, sq: 0, passedUntil: 0 }));
    p.items.push({ id: item, number: this.numbers++ });
    if (p.items.length === 1) Object.assign(p, { ready: at, sq: this.numbers++ });
  }

  withdraw(item: string): void {
    for (const p of this.people) p.items = p.items.filter(({ id }) => id !== item);
  }

  yieldTurn(id: string): void {
    const p = this.people.find((one) => one.id === id);
    if (p) p.passedUntil = this.n + 2;
  }

  choose(exclude: (person: string, item: string) => boolean = () => false): Chosen | null {
    const all = this.contenders().filter((p) => !exclude(p.id, p.items[0]?.id ?? ''));
    const others = all.filter((p) => p.passedUntil <= this.n);
    return this.chooseFrom(others.length > 0 ? others : all);
  }

  serve(id: string, lane: Lane, cost: number, at: number, item?: string): Served {
    const p = this.people.find((one) => one.id === id);
    const served = p?.items.find((one) => item === undefined || one.id === item);
    if (!p || !served) throw new Error('Nobody to serve.');
    const before = { lag: new Map(this.lag), ready: p.ready, sq: p.sq };
    const cm = Math.round(1000 * cost);
    const W = new Set(this.contenders().flatMap((one) => one.claims.map((c) => c.group)));
    const helped = p.claims.filter((c) => !c.attested && lane === 'equity' && this.live(c) && this.owedU(c.group) > 0);
    const B = new Set(helped.map((c) => c.group));

    this.T += cm;
    for (const { id: g, floor } of this.rule.groups) {
      const lag = this.lag.get(g) ?? 0;
      const acc = floor * cm;
      const absent = this.rule.absentAccrual ? Math.max(0, Math.min(acc, this.rule.owedAtMost * U - lag)) : 0;
      this.lag.set(g, lag + (W.has(g) ? acc : absent));
      if (p.claims.some((c) => c.group === g && c.attested)) {
        this.lag.set(g, (this.lag.get(g) ?? 0) - 10_000 * cm);
      } else if (B.has(g)) {
        this.lag.set(g, (this.lag.get(g) ?? 0) - 10_000 * cm);
        this.boosted.set(g, (this.boosted.get(g) ?? 0) + cm);
      }
    }
    p.h += cm;
    if (lane !== 'override') this.n += 1;
    p.items = p.items.filter((one) => one !== served);
    if (p.items.length > 0) Object.assign(p, { ready: at, sq: this.numbers++ });

    const moved = [...this.lag].map(([g, lag]) => [g, lag - (before.lag.get(g) ?? 0)] as const);
    const undo = () => {
      for (const [g, by] of moved) this.lag.set(g, (this.lag.get(g) ?? 0) - by);
      for (const g of B) if (this.isOnlyDeclared(p, g)) this.boosted.set(g, (this.boosted.get(g) ?? 0) - cm);
      this.T -= cm;
      p.h -= cm;
      if (lane !== 'override') this.n -= 1;
      if (p.items.length === 0 || before.sq < p.sq) Object.assign(p, { ready: before.ready, sq: before.sq });
      p.items = [...p.items, served].sort((a, b) => a.number - b.number);
    };
    return { item: served.id, undo };
  }

  contenders(): readonly Somebody[] {
    return this.people.filter((p) => p.items.length > 0);
  }

  seniority(p: Somebody): number {
    return p.ready + (this.rule.minutesPerTurn * 60_000 * p.h) / 1000;
  }

  private chooseFrom(all: readonly Somebody[]): Chosen | null {
    const senior = least(all, (p) => [this.seniority(p), p.sq]);
    if (!senior) return null;
    const { every: R, newcomerGuard } = this.rule;
    if (R !== null && (R === 1 || this.n % R === R - 1)) return told(senior, 'seniority', 'WAITED_LONGEST');

    const hmin = Math.min(...all.map((p) => p.h));
    const E = all.filter((p) => p.h <= hmin + 1000 * newcomerGuard);
    const best = least(E, (p) => [-this.credit(p), p.h, p.ready, p.sq]) ?? senior;
    const plain = least(all, (p) => [p.h, p.ready, p.sq]);
    if (best !== plain) return told(best, 'equity', 'BALANCE');
    return told(best, 'equity', best !== senior && best.h < senior.h ? 'FIRST_VOICE' : 'IN_TURN');
  }

  private credit(p: Somebody): number {
    return this.rule.groups
      .filter(({ id }) => p.claims.some((c) => c.group === id && this.live(c)))
      .reduce((sum, { id, weight = 1 }) => sum + weight * this.owedU(id), 0);
  }

  private owedU(g: string): number {
    const lag = this.lag.get(g) ?? 0;
    return lag >= this.rule.owedFrom * U ? Math.min(lag, this.rule.owedAtMost * U) : 0;
  }

  private live(c: Claim): boolean {
    const floor = (this.rule.groups.find(({ id }) => id === c.group)?.floor ?? 0) / 10_000;
    const most = Math.ceil(this.rule.selfDeclared * Math.max((floor * this.T) / 1000, 1) - 1e-9);
    return c.attested || (this.rule.selfDeclared > 0 && (this.boosted.get(c.group) ?? 0) < most * 1000);
  }

  private isOnlyDeclared(p: Somebody, group: string): boolean {
    return !p.claims.some((c) => c.group === group && c.attested);
  }
}

function told({ id, items }: Somebody, lane: Lane, reason: Chosen['reason']): Chosen {
  return { person: id, item: items[0]?.id ?? '', lane, reason };
}

function least(all: readonly Somebody[], by: (p: Somebody) => readonly number[]): Somebody | undefined {
  return [...all].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    const i = x.findIndex((value, at) => value !== y[at]);
    return i === -1 ? 0 : (x[i] ?? 0) - (y[i] ?? 0);
  })[0];
}
