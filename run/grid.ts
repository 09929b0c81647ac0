import { isPlainObject, plainText } from "./plainText";

/** Values per parameter, meaning all their combinations, or a list of points. */
export type Grid = { readonly [name: string]: readonly unknown[] } | readonly object[];

/** Types as the options of a task declare them: `number` and `boolean` for any number or boolean, but each string as its literal. */
export type Widened<V> = V extends number
  ? number
  : V extends boolean
    ? boolean
    : V extends string | bigint | null | undefined
      ? V
      : V extends readonly (infer E)[]
        ? Widened<E>[]
        : V extends { readonly BYTES_PER_ELEMENT: number }
          ? V
          : { -readonly [K in keyof V]: Widened<V[K]> };

/** One point of a grid: a value for each parameter. */
export type PointOf<G> = G extends readonly (infer P)[]
  ? Widened<P>
  : { -readonly [K in keyof G]: G[K] extends readonly (infer V)[] ? Widened<V> : never };

const shown = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`);

function product(grid: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  const names = Object.keys(grid);
  if (names.length === 0)
    throw new RangeError("gridPoints: the grid has no parameter, needs one such as { size: [16, 32] }");
  let points: Record<string, unknown>[] = [{}];
  for (const name of names) {
    const values: unknown = grid[name];
    if (!Array.isArray(values)) {
      throw new TypeError(
        `gridPoints: grid.${name} is ${shown(values)}, needs an array of values, also for one: [value]`,
      );
    }
    if (values.length === 0) throw new RangeError(`gridPoints: grid.${name} has no values, needs at least one`);
    points = points.flatMap((point) => Array.from(values, (value) => ({ ...point, [name]: value })));
  }
  return points;
}

function list(points: readonly unknown[]): Record<string, unknown>[] {
  if (points.length === 0) throw new RangeError("gridPoints: the list of points is empty, needs at least one point");
  let names: string | undefined;
  return Array.from(points, (point, i) => {
    if (!isPlainObject(point)) {
      throw new TypeError(`gridPoints: point ${i} is ${shown(point)}, needs an object such as { size: 16 }`);
    }
    const own = Object.keys(point).sort().join(", ");
    names ??= own;
    if (own !== names || own === "") {
      throw new RangeError(
        `gridPoints: point ${i} has the keys {${own}} and point 0 {${names}}, needs the same ones, one or more`,
      );
    }
    return { ...point };
  });
}

/**
 * Points of a grid, in the order of a sweep's rows: all combinations, the last parameter varying fastest; a list of points is
 * returned as it is. Their number is what a progress bar needs: `progress("sweep", gridPoints(grid).length)`.
 *
 * @throws RangeError if there is no point, if points of a list have different keys, or if two points are equal: they would have
 * the same seed and so the same value (add a parameter such as `replicate`); TypeError if the values of a parameter are not an
 * array, or if a value is a function or an instance of a class
 * @example
 * import { gridPoints } from "@emergence/run";
 * gridPoints({ size: [16, 32], temperature: [2.1, 2.2] })[1]; // => { size: 16, temperature: 2.2 }
 */
export function gridPoints<const G extends Grid>(grid: G): PointOf<G>[] {
  if (typeof grid !== "object" || grid === null) {
    throw new TypeError(`gridPoints: the grid is ${shown(grid)}, needs an object of arrays or an array of points`);
  }
  const points = Array.isArray(grid) ? list(grid) : product(grid as Readonly<Record<string, readonly unknown[]>>);
  const seen = new Map<string, number>();
  points.forEach((point, i) => {
    if (Object.hasOwn(point, "seed")) {
      throw new RangeError(
        "gridPoints: the grid names `seed`, which the sweep sets for each point; for repeated runs use a name such as `replicate: [0, 1, 2]`",
      );
    }
    const text = plainText(point, `gridPoints: point ${i}`);
    const first = seen.get(text);
    if (first !== undefined) {
      throw new RangeError(
        `gridPoints: points ${first} and ${i} are equal and would have the same seed; for repeated runs add \`replicate: [0, 1, 2]\``,
      );
    }
    seen.set(text, i);
  });
  return points as PointOf<G>[];
}
