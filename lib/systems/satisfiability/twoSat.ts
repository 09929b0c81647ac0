import type { SatInstance } from "./instance";

/**
 * Decides clauses of at most two literals in linear time. (a or b) means that not a implies b, and not b implies a. The formula has a solution
 * unless some variable and its negation imply each other, that is, lie in one strongly connected component. Returns the values, or undefined.
 * Aspvall, Plass & Tarjan 1979, Inf. Process. Lett. 8, 121.
 */
export function twoSat({ variables, clauses }: SatInstance): boolean[] | undefined {
  // The node of x is 2 (x - 1), that of its negation one more.
  const node = (literal: number) => (literal > 0 ? 2 * literal - 2 : -2 * literal - 1);
  const nodes = 2 * variables;
  const pairs = clauses.map(([a, b = a]) => [node(a as number), node(b as number)] as const);
  const start = new Int32Array(nodes + 1);
  for (const [a, b] of pairs) {
    start[a ^ 1] = (start[a ^ 1] as number) + 1;
    start[b ^ 1] = (start[b ^ 1] as number) + 1;
  }
  for (let i = 0, sum = 0; i <= nodes; i++) {
    const here = start[i] as number;
    start[i] = sum;
    sum += here;
  }
  const fill = start.slice();
  const implied = new Int32Array(2 * pairs.length);
  const add = (from: number, to: number) => {
    const place = fill[from] as number;
    implied[place] = to;
    fill[from] = place + 1;
  };
  for (const [a, b] of pairs) {
    add(a ^ 1, b);
    add(b ^ 1, a);
  }
  const component = components(nodes, start, implied);
  for (let x = 0; x < nodes; x += 2) if (component[x] === component[x + 1]) return undefined;
  // Components are numbered in reverse order of implication: the one numbered first is implied by the other.
  return Array.from({ length: variables }, (_, x) => (component[2 * x] as number) < (component[2 * x + 1] as number));
}

/** Tarjan's strongly connected components, without recursion, so that a million nodes do not fill the stack. */
function components(nodes: number, start: Int32Array, targets: Int32Array): Int32Array {
  const component = new Int32Array(nodes).fill(-1);
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = start.slice();
  const [open, path] = [new Int32Array(nodes), new Int32Array(nodes)];
  let [visited, found, opened] = [0, 0, 0];
  for (let root = 0; root < nodes; root++) {
    if (index[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const at = path[depth] as number;
      if (index[at] === -1) {
        index[at] = low[at] = visited++;
        open[opened++] = at;
      }
      if ((next[at] as number) < (start[at + 1] as number)) {
        const to = targets[next[at] as number] as number;
        next[at] = (next[at] as number) + 1;
        if (index[to] === -1) path[++depth] = to;
        else if (component[to] === -1) low[at] = Math.min(low[at] as number, index[to] as number);
        continue;
      }
      if (low[at] === index[at]) {
        for (let member = -1; member !== at; ) {
          member = open[--opened] as number;
          component[member] = found;
        }
        found++;
      }
      depth--;
      if (depth >= 0) {
        const above = path[depth] as number;
        low[above] = Math.min(low[above] as number, low[at] as number);
      }
    }
  }
  return component;
}
