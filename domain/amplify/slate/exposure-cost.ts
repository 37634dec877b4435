const COST_MAX = 20;

/**
 * What a seat for an item costs in equal shares where voters were shown popular items first: so much that its supporters
 * pay as if everybody had been shown it. 1 where everybody was; less for an item few were shown and many of those liked.
 * `shown` counts the voters who were shown it.
 */
export function exposureCost({ supporters, shown, voters }: Record<'supporters' | 'shown' | 'voters', number>): number {
  if (supporters === 0) return COST_MAX;
  const share = wilsonLow(supporters, Math.max(shown, supporters), voters);
  return Math.min(COST_MAX, supporters / (voters * share));
}

/**
 * Lower end of the Wilson score interval with z = 1, narrowed by the finite population correction: who was shown it are
 * drawn from `voters`, and nothing is uncertain when they are all of them.
 */
function wilsonLow(hits: number, sample: number, voters: number): number {
  const z2 = voters > 1 ? Math.max(0, (voters - sample) / (voters - 1)) : 0;
  const p = hits / sample;
  const spread = Math.sqrt(z2 * ((p * (1 - p)) / sample + z2 / (4 * sample * sample)));
  return (p + z2 / (2 * sample) - spread) / (1 + z2 / sample);
}
