import { REFUSALS, type Refusal } from '../../../domain/panel/refusals.js';

interface Answer {
  readonly ok: boolean;
  readonly refusal?: Refusal;
}

const SHORTEST_TELLING = 4;

/** What became of every text in every field: stored, or refused in a typed way that repeats nothing of it. */
export class Outcomes {
  readonly wrong: string[] = [];
  private readonly accepted = new Map<string, Set<string>>();
  private tried = 0;

  constructor(private readonly expected: readonly RegExp[] = [/^(bad-(text|name|request)|name-taken)$/]) {}

  note(field: string, text: string, { ok, refusal }: Answer): boolean {
    this.tried++;
    if (ok) {
      this.accepted.set(field, (this.accepted.get(field) ?? new Set()).add(text));
      return true;
    }
    const isTyped = refusal !== undefined && refusal.code in REFUSALS;
    if (!isTyped || !this.expected.some((code) => code.test(refusal.code))) {
      this.wrong.push(`${field}: ${JSON.stringify(text.slice(0, 60))} got ${JSON.stringify(refusal)}`);
    } else if (text.trim().length >= SHORTEST_TELLING && JSON.stringify(refusal).includes(text.trim().slice(0, 200))) {
      this.wrong.push(`${field}: the refusal repeats ${JSON.stringify(text.slice(0, 60))}`);
    }
    return false;
  }

  in(field: string): readonly string[] {
    return [...(this.accepted.get(field) ?? [])];
  }

  get counted(): Readonly<Record<string, number>> {
    return { tried: this.tried, ...Object.fromEntries([...this.accepted].map(([field, of]) => [field, of.size])) };
  }
}
