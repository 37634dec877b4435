import type { Claim } from './rule.js';

/** What somebody counts for: the groups of the rule, by their place in it. Equal profiles have equal keys. */
export interface Profile {
  readonly key: string;
  readonly attested: readonly number[];
  readonly declared: readonly number[];
}

/** A group claimed twice counts once, attested if any of the claims is; a group that is not in the rule counts for nothing. */
export function profileOf(claims: readonly Claim[], places: ReadonlyMap<string, number>): Profile {
  const attested = new Set<number>();
  const declared = new Set<number>();
  for (const claim of claims) {
    const place = places.get(claim.group);
    if (place !== undefined) (claim.attested ? attested : declared).add(place);
  }
  const sure = sorted(attested);
  const said = sorted(declared).filter((group) => !attested.has(group));
  return { key: `${sure.join(',')};${said.join(',')}`, attested: sure, declared: said };
}

function sorted(places: ReadonlySet<number>): readonly number[] {
  return [...places].sort((a, b) => a - b);
}
