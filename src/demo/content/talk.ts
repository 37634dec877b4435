export const THEMES = ['food', 'water', 'energy', 'mediation'] as const;

export type Theme = (typeof THEMES)[number];

/** What the demonstration crowd says in one language. Every opener may stand before every point. */
export interface Talk {
  /** BCP 47. */
  readonly lang: string;
  readonly openers: readonly string[];
  readonly points: Readonly<Record<Theme, readonly string[]>>;
  /** Fit as an answer to any point. */
  readonly replies: readonly string[];
  /** What somebody would like to speak about, in one line. */
  readonly asks: Readonly<Record<Theme, string>>;
}
