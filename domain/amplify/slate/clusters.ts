/** What a voter said: item by item, 1, 0 or −1. */
export interface Row {
  readonly items: readonly number[];
  readonly values: readonly number[];
}

const VOTERS_FROM = 60;
const CLUSTERS_MAX = 5;
const ROUNDS = 30;
type Point = readonly [number, number];

/**
 * Voters who vote alike, as Polis finds them: the vote matrix on its two principal components, voters drawn out by how
 * little they voted on, then k-means for k = 2 … 5, of which the best parted (silhouette) is taken. Deterministic: every
 * start is fixed. None below sixty voters, where a cluster would be a handful of people.
 */
export function clustersOf(votes: readonly Row[], items: number): readonly (readonly number[])[] {
  if (votes.length < VOTERS_FROM || items < 2) return [];

  const points = projected(votes, items);
  let best: { readonly score: number; readonly of: Uint8Array; readonly k: number } | null = null;
  for (let k = 2; k <= CLUSTERS_MAX; k++) {
    const { of, centres } = parted(points, k);
    const score = silhouette(points, of, centres);
    if (score > (best?.score ?? 0)) best = { score, of, k };
  }
  if (!best) return [];

  const clusters = Array.from({ length: best.k }, (): number[] => []);
  for (const [voter, cluster] of best.of.entries()) clusters[cluster]?.push(voter);
  return clusters.filter((members) => members.length > 0);
}

function projected(votes: readonly Row[], items: number): readonly Point[] {
  const mean = meansOf(votes, items);
  const first = component(votes, mean, null);
  const second = component(votes, mean, first);
  return votes.map((row) => {
    const drawn = Math.sqrt(items / Math.max(1, row.items.length));
    return [along(row, mean, first) * drawn, along(row, mean, second) * drawn];
  });
}

function meansOf(votes: readonly Row[], items: number): Float64Array {
  const [sum, count] = [new Float64Array(items), new Float64Array(items)];
  for (const row of votes) {
    for (const [i, item] of row.items.entries()) {
      sum[item] = (sum[item] ?? 0) + (row.values[i] ?? 0);
      count[item] = (count[item] ?? 0) + 1;
    }
  }
  return sum.map((total, item) => total / Math.max(1, count[item] ?? 0));
}

/** By power iteration; what was not voted on counts as the mean. `but`: a component it is at right angles to. */
function component(votes: readonly Row[], mean: Float64Array, but: Float64Array | null): Float64Array {
  let axis = unit(
    Float64Array.from(mean, (_, item) => 1 + ((item * 7919) % 101) / 101),
    but,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(mean.length);
    for (const row of votes) {
      const weight = along(row, mean, axis);
      for (const [i, item] of row.items.entries()) {
        next[item] = (next[item] ?? 0) + weight * ((row.values[i] ?? 0) - (mean[item] ?? 0));
      }
    }
    axis = unit(next, but);
  }
  return axis;
}

function along(row: Row, mean: Float64Array, axis: Float64Array): number {
  let sum = 0;
  for (const [i, item] of row.items.entries()) {
    sum += ((row.values[i] ?? 0) - (mean[item] ?? 0)) * (axis[item] ?? 0);
  }
  return sum;
}

function unit(vector: Float64Array, but: Float64Array | null): Float64Array {
  const shared = but ? vector.reduce((sum, value, i) => sum + value * (but[i] ?? 0), 0) : 0;
  const rest = but ? vector.map((value, i) => value - shared * (but[i] ?? 0)) : vector;
  const length = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0)) || 1;
  return rest.map((value) => value / length);
}

/** k-means; each start is the point farthest from those before it. */
function parted(points: readonly Point[], k: number): { of: Uint8Array; centres: Point[] } {
  let centres: Point[] = [farthest(points, [[0, 0]])];
  while (centres.length < k) centres.push(farthest(points, centres));
  const of = new Uint8Array(points.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, point] of points.entries()) of[i] = nearest(point, centres);
    centres = centres.map((centre, cluster) => middle(points, of, cluster) ?? centre);
  }
  return { of, centres };
}

function farthest(points: readonly Point[], from: readonly Point[]): Point {
  let best: Point = [0, 0];
  let most = -1;
  for (const point of points) {
    const far = Math.min(...from.map((centre) => distance(point, centre)));
    if (far > most) [best, most] = [point, far];
  }
  return best;
}

function nearest(point: Point, centres: readonly Point[]): number {
  let [best, least] = [0, Infinity];
  for (const [i, centre] of centres.entries()) {
    const far = distance(point, centre);
    if (far < least) [best, least] = [i, far];
  }
  return best;
}

function middle(points: readonly Point[], of: Uint8Array, cluster: number): Point | null {
  let [x, y, count] = [0, 0, 0];
  for (const [i, point] of points.entries()) {
    if (of[i] !== cluster) continue;
    x += point[0];
    y += point[1];
    count++;
  }
  return count === 0 ? null : [x / count, y / count];
}

/** By the middles, not by every pair: the mean of how much nearer each point is to its own than to the next one. */
function silhouette(points: readonly Point[], of: Uint8Array, centres: readonly Point[]): number {
  let sum = 0;
  for (const [i, point] of points.entries()) {
    const own = distance(point, centres[of[i] ?? 0] ?? [0, 0]);
    const other = Math.min(...centres.filter((_, c) => c !== of[i]).map((centre) => distance(point, centre)));
    sum += Math.max(own, other) === 0 ? 0 : (other - own) / Math.max(own, other);
  }
  return sum / points.length;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
