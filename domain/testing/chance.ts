/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Guessed<S> {
  readonly seen: readonly S[];
  readonly isMember: (seen: S) => boolean;
}

/** How often a member is ranked before somebody else of the same panel; ties count half. 0.5 is chance. */
export function auc<S>(panels: readonly Guessed<S>[], score: (seen: S) => number): number {
  let [before, pairs] = [0, 0];
  for (const { seen, isMember } of panels) {
    const [inside, outside] = [seen.filter(isMember), seen.filter((one) => !isMember(one))].map((of) => of.map(score));
    for (const a of inside ?? []) for (const b of outside ?? []) before += a > b ? 1 : a === b ? 0.5 : 0;
    pairs += (inside?.length ?? 0) * (outside?.length ?? 0);
  }
  return before / pairs;
}
