/**
 * Measures of a network, as hooks/casebook/analysis/network_metrics.py has them.
 * Both are held against tests/fixtures/networks.json.
 */

/** A tie as a measure needs it. */
export interface Tied {
  readonly from: string;
  readonly to: string;
  readonly strength: string;
}

/** What can be said of a network. Shares run from 0 to 1; the strongest stand first. */
export interface Measures {
  readonly density: number;
  readonly brokers: readonly (readonly [string, number])[];
  readonly articulation_points: readonly string[];
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** Ties of these strengths are not there. */
const ABSENT = new Set(["cut", "broken", "missing"]);

/** True for a tie that holds. */
export function holds(tie: Tied): boolean {
  return !ABSENT.has(tie.strength) && tie.from !== tie.to;
}

/**
 * Density, who brokers (betweenness, Freeman 1977), on whom ties hang (cut vertices). The direction of a tie does not
 * matter.
 */
export function measure(members: readonly string[], ties: readonly Tied[]): Measures {
  const near = neighbours(members, ties);
  if (near.size < 2) return { density: 0, brokers: [], articulation_points: [] };
  const brokers = [...betweenness(near)].filter(([, share]) => share > 0).map(([id, share]) =>
    [id, rounded(share)] as const
  );
  return {
    density: rounded(countPairs(near) / ((near.size * (near.size - 1)) / 2)),
    brokers: brokers.sort((one, other) => other[1] - one[1] || byId(one[0], other[0])),
    articulation_points: [...articulationPoints(near)].sort(byId),
  };
}

/** How many pairs of members are tied, and how many could be. */
export function pairs(
  members: readonly string[],
  ties: readonly Tied[],
): { readonly tied: number; readonly possible: number } {
  const near = neighbours(members, ties);
  return { tied: countPairs(near), possible: (near.size * (near.size - 1)) / 2 };
}

/** Four decimals: shares that differ by less are the same. */
function rounded(share: number): number {
  return Number(share.toFixed(4));
}

function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function neighbours(members: readonly string[], ties: readonly Tied[]): Neighbours {
  const near = new Map(members.map((id) => [id, new Set<string>()]));
  for (const tie of ties.filter(holds)) {
    if (!near.has(tie.from) || !near.has(tie.to)) continue;
    near.get(tie.from)!.add(tie.to);
    near.get(tie.to)!.add(tie.from);
  }
  return near;
}

function countPairs(near: Neighbours): number {
  return [...near.values()].reduce((sum, others) => sum + others.size, 0) / 2;
}

/**
 * The share of shortest paths between other members that run through each one (Brandes 2001), of all pairs of others.
 */
function betweenness(near: Neighbours): Map<string, number> {
  const between = new Map([...near.keys()].map((id) => [id, 0]));
  for (const source of near.keys()) addPathsFrom(source, near, between);
  const others = (near.size - 1) * (near.size - 2);
  for (const [id, sum] of between) between.set(id, others > 0 ? sum / others : 0);
  return between;
}

function addPathsFrom(source: string, near: Neighbours, between: Map<string, number>): void {
  const { reached, before, paths } = shortestPaths(source, near);
  const share = new Map(reached.map((id) => [id, 0]));
  for (const id of reached.reverse()) {
    const each = (1 + share.get(id)!) / paths.get(id)!;
    for (const earlier of before.get(id)!) share.set(earlier, share.get(earlier)! + paths.get(earlier)! * each);
    if (id !== source) between.set(id, between.get(id)! + share.get(id)!);
  }
}

interface Paths {
  /** Members in the order of their distance. */
  readonly reached: string[];
  /** For each member, those one step nearer to the source. */
  readonly before: Map<string, string[]>;
  /** For each member, how many shortest paths lead to it. */
  readonly paths: Map<string, number>;
}

function shortestPaths(source: string, near: Neighbours): Paths {
  const found: Paths = { reached: [source], before: new Map([[source, []]]), paths: new Map([[source, 1]]) };
  const distance = new Map([[source, 0]]);
  for (const id of found.reached) {
    for (const next of near.get(id)!) {
      if (!distance.has(next)) {
        distance.set(next, distance.get(id)! + 1);
        found.reached.push(next);
        found.before.set(next, []);
        found.paths.set(next, 0);
      }
      if (distance.get(next) !== distance.get(id)! + 1) continue;
      found.before.get(next)!.push(id);
      found.paths.set(next, found.paths.get(next)! + found.paths.get(id)!);
    }
  }
  return found;
}

/**
 * Members without whom others would no longer reach each other: without one, its own piece of the network falls apart.
 */
function* articulationPoints(near: Neighbours): Iterable<string> {
  for (const [id, others] of near) {
    const [first, ...rest] = others;
    if (first === undefined || rest.length === 0) continue;
    const reached = reach(first, id, near);
    if (rest.some((other) => !reached.has(other))) yield id;
  }
}

/** Everyone who can be reached from one member when another is not there. */
function reach(from: string, without: string, near: Neighbours): Set<string> {
  const reached = new Set([from]);
  for (const id of reached) for (const next of near.get(id)!) if (next !== without) reached.add(next);
  return reached;
}
