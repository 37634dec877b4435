import { TALKS } from './content/talks.js';
import { type Talk, type Theme, THEMES } from './content/talk.js';

const HOUR_MS = 3_600_000;

export interface Remark {
  readonly talk: Talk;
  readonly theme: Theme;
  readonly text: string;
}

/** What the demonstration crowd has to say, and what it said lately: nothing verbatim twice within an hour. */
export class Repertoire {
  private readonly said = new Map<string, number>();
  private readonly made = new Map<string, number>();

  /** `random` gives numbers in [0, 1). */
  constructor(private readonly random: () => number) {}

  /** Remembers what was said, by whomever. */
  remember(text: string, at: number): void {
    this.said.set(text, at);
    for (const [old, then] of this.said) if (at - then >= HOUR_MS) this.said.delete(old);
  }

  /** A point nobody made for the longest time, in words not used for an hour; null when there are none left. */
  point(now: number): Remark | null {
    for (const talk of this.shuffled(TALKS)) {
      for (const theme of this.shuffled(THEMES)) {
        const points = this.shuffled(talk.points[theme]).sort(
          (a, b) => (this.made.get(a) ?? 0) - (this.made.get(b) ?? 0),
        );
        for (const point of points) {
          const text = this.fresh(this.wordings(talk, point), now);
          if (text === null) continue;
          this.made.set(point, now);
          return { talk, theme, text };
        }
      }
    }
    return null;
  }

  /** An answer in this language; null where every one was given within the hour, or nobody speaks it. */
  reply(lang: string, now: number): { readonly talk: Talk; readonly text: string } | null {
    const talk = TALKS.find((one) => one.lang === lang);
    const text = talk ? this.fresh(this.shuffled(talk.replies), now) : null;
    return talk && text !== null ? { talk, text } : null;
  }

  /** What somebody would like to speak about; null where all of it was asked for within the hour. */
  ask(lang: string, now: number): { readonly theme: Theme; readonly text: string } | null {
    const asks = TALKS.find((talk) => talk.lang === lang)?.asks;
    const text = asks ? this.fresh(this.shuffled(Object.values(asks)), now) : null;
    const theme = THEMES.find((one) => asks?.[one] === text);
    return theme && text !== null ? { theme, text } : null;
  }

  oneOf<T>(these: readonly T[]): T | undefined {
    return these[Math.floor(this.random() * these.length)];
  }

  private fresh(texts: readonly string[], now: number): string | null {
    const text = texts.find((one) => now - (this.said.get(one) ?? -Infinity) >= HOUR_MS);
    if (text === undefined) return null;
    this.remember(text, now);
    return text;
  }

  private wordings({ lang, openers }: Talk, point: string): readonly string[] {
    const space = lang.startsWith('zh') ? '' : ' ';
    return this.shuffled(['', ...openers]).map((opener) => (opener === '' ? point : opener + space + point));
  }

  private shuffled<T>(these: readonly T[]): T[] {
    return these
      .map((one) => ({ one, by: this.random() }))
      .sort((a, b) => a.by - b.by)
      .map(({ one }) => one);
  }
}
