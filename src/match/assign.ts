/** A possible pair with its score, above 0. */
export interface Edge {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/**
 * One-to-one assignment with the highest sum of scores, over each connected component on its own
 * (successive best augmenting paths: optimal). Gives the chosen edges.
 */
export function assign(edges: readonly Edge[]): readonly Edge[] {
  return componentsOf(edges).flatMap((component) =>
    component.length === 1 ? component : bestOf(component),
  );
}

/** Edges that hang together by shared rows, in the order of their first edge. */
export function componentsOf<Link extends Pick<Edge, 'before' | 'after'>>(
  edges: readonly Link[],
): readonly (readonly Link[])[] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (
      let next = parents.get(root);
      next !== undefined && next !== root;
      next = parents.get(root)
    ) {
      parents.set(root, parents.get(next) ?? next);
      root = next;
    }
    return root;
  };
  for (const { before, after } of edges) {
    for (const node of [`b${before}`, `a${after}`]) if (!parents.has(node)) parents.set(node, node);
    parents.set(rootOf(`b${before}`), rootOf(`a${after}`));
  }
  const components = new Map<string, Link[]>();
  for (const edge of edges) {
    const root = rootOf(`b${edge.before}`);
    const others = components.get(root);
    if (others) others.push(edge);
    else components.set(root, [edge]);
  }
  return [...components.values()];
}

function bestOf(edges: readonly Edge[]): readonly Edge[] {
  const chosen = new Map<number, Edge>();
  const byBefore = Map.groupBy(edges, ({ before }) => before);
  for (;;) {
    const path = bestPath(byBefore, chosen);
    if (!path) return [...chosen.values()].sort((one, other) => one.before - other.before);
    // The path takes every other edge in and gives the ones between back.
    for (const edge of path) chosen.set(edge.after, edge);
  }
}

/**
 * The path from a free row of the one side to a free row of the other that adds most to the sum
 * (Bellman-Ford, since giving an edge back costs). Null when none adds anything.
 */
function bestPath(
  byBefore: ReadonlyMap<number, readonly Edge[]>,
  chosen: ReadonlyMap<number, Edge>,
): readonly Edge[] | null {
  const taken = new Set([...chosen.values()].map(({ before }) => before));
  const gain = new Map<number, number>();
  const via = new Map<number, Edge>();
  const queue: number[] = [];
  for (const before of byBefore.keys()) {
    if (!taken.has(before)) {
      gain.set(before, 0);
      queue.push(before);
    }
  }
  let best: Edge | null = null;
  let most = TINY;
  for (let at = 0; at < queue.length; at += 1) {
    const before = queue[at] ?? 0;
    for (const edge of byBefore.get(before) ?? []) {
      const there = chosen.get(edge.after);
      if (there === edge) continue;
      const sum = (gain.get(before) ?? 0) + edge.score;
      if (!there) {
        if (sum > most + TINY) [best, most] = [edge, sum];
      } else if (sum - there.score > (gain.get(there.before) ?? -Infinity) + TINY) {
        gain.set(there.before, sum - there.score);
        via.set(there.before, edge);
        queue.push(there.before);
      }
    }
  }
  return best ? pathTo(best, via) : null;
}

const TINY = 1e-9;

function pathTo(last: Edge, via: ReadonlyMap<number, Edge>): readonly Edge[] {
  const path = [last];
  for (let edge = via.get(last.before); edge; edge = via.get(edge.before)) path.push(edge);
  return path;
}
