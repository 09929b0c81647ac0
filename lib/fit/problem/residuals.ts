import type { Model, Point } from "../model/model";

type Rows = typeof everyRow;

/**
 * Writes weighted residuals y - f and the weighted Jacobian df/dtheta of the free parameters (column by column); returns the sum of
 * squares, Infinity if a number is not finite. It must not refer to anything outside itself: see `rowsOf`.
 */
function everyRow(
  point: Model["point"],
  points: ArrayLike<Point>,
  parameters: Float64Array,
  gradient: Float64Array,
  y: Float64Array,
  rootWeights: Float64Array,
  residual: Float64Array,
  jacobian: Float64Array,
  free: readonly number[],
  someHeld: boolean,
): number {
  const rows = y.length;
  const columns = free.length;
  let cost = 0;
  let slopes = 0;
  for (let i = 0; i < rows; i++) {
    const weight = rootWeights[i] as number;
    if (weight === 0) {
      // Not 0 times the residual: the model need not be defined at a point that does not count.
      residual[i] = 0;
      for (let j = 0, to = i; j < columns; j++, to += rows) jacobian[to] = 0;
      continue;
    }
    const r = weight * ((y[i] as number) - point(points[i] as Point, parameters, gradient));
    residual[i] = r;
    cost += r * r;
    // The free ones to the front (their positions ascend), so that the loop below needs no looking up.
    for (let j = 0; someHeld && j < columns; j++) gradient[j] = gradient[free[j] as number] as number;
    for (let j = 0, to = i; j < columns; j++, to += rows) {
      const slope = weight * (gradient[j] as number);
      jacobian[to] = slope;
      slopes += slope;
    }
  }
  return Number.isFinite(cost + slopes) ? cost : Number.POSITIVE_INFINITY;
}

/** Number of problems from which on a model gets a loop of its own: compiling one does not pay for a single fit. */
const worthwhile = 8;
const uses = new WeakMap<Model["point"], number>();
const own = new WeakMap<Model["point"], Rows>();

/**
 * The loop over the data, for one model. An engine specializes a loop to the one function that it calls; a loop shared by all models is
 * specialized to none, and a fit takes a quarter longer. So a model that is fitted repeatedly gets a copy of the loop, made from its source text.
 */
export function rowsOf(point: Model["point"]): Rows {
  const known = own.get(point);
  if (known !== undefined) return known;
  const count = (uses.get(point) ?? 0) + 1;
  uses.set(point, count);
  if (count < worthwhile) return everyRow;
  const copy = copied();
  own.set(point, copy);
  return copy;
}

/** A copy of the loop that has proved itself on a trial; the shared loop if none can be had. */
function copied(): Rows {
  try {
    const copy = new Function(`return ${everyRow}`)() as Rows;
    return [1, Number.NaN].every((y) => tried(copy, y) === tried(everyRow, y)) ? copy : everyRow;
  } catch {
    // A page may forbid code made from text; and a tool that counts what is run writes names of its own into the loop, which its copy
    // cannot see.
    return everyRow;
  }
}

/** What a loop makes of one point with one free parameter of two, as text. */
function tried(loop: Rows, y: number): string {
  const point: Model["point"] = (_, parameters, gradient) => {
    gradient.set(parameters);
    return 2;
  };
  const vectors = [[3, 5], [0, 0], [y], [7], [0], [0]].map((values) => Float64Array.from(values));
  const [parameters, gradient, ys, roots, residual, jacobian] = vectors as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const cost = loop(point, [0], parameters, gradient, ys, roots, residual, jacobian, [1], true);
  return `${cost} ${residual} ${jacobian}`;
}
