/** Vertex of a simplex with the value of the function there. */
interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

const blend = (from: readonly number[], to: readonly number[], t: number) =>
  from.map((value, i) => value + t * ((to[i] as number) - value));

/**
 * Minimum of a smooth function of few variables near a start, without derivatives (downhill simplex).
 *
 * @param size first step along each variable, in its unit
 *
 * Source: Nelder & Mead 1965, Computer Journal 7, 308-313.
 */
export function downhill(
  value: (at: readonly number[]) => number,
  start: readonly number[],
  size: readonly number[],
  tolerance = 1e-4,
): Vertex {
  const vertex = (at: readonly number[]): Vertex => ({ at, value: value(at) });
  let simplex = [start, ...size.map((step, i) => start.map((x, j) => (i === j ? x + step : x)))].map(vertex);
  for (let turn = 0; turn < 200; turn += 1) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Vertex, simplex.at(-1) as Vertex];
    if (worst.value - best.value < tolerance) break;
    const others = simplex.slice(0, -1);
    const middle = best.at.map((_, i) => others.reduce((sum, { at }) => sum + (at[i] as number), 0) / others.length);
    const mirrored = vertex(blend(worst.at, middle, 2));
    if (mirrored.value < best.value) {
      const farther = vertex(blend(worst.at, middle, 3));
      simplex = [...others, farther.value < mirrored.value ? farther : mirrored];
    } else if (mirrored.value < (others.at(-1) as Vertex).value) {
      simplex = [...others, mirrored];
    } else {
      const nearer = vertex(blend(worst.at, middle, mirrored.value < worst.value ? 1.5 : 0.5));
      simplex =
        nearer.value < Math.min(worst.value, mirrored.value)
          ? [...others, nearer]
          : simplex.map((one, i) => (i === 0 ? one : vertex(blend(best.at, one.at, 0.5))));
    }
  }
  return simplex.reduce((best, one) => (one.value < best.value ? one : best));
}
