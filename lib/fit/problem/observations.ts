import type { Numbers } from "../../core/numbers";
import { requireList, requireSameLength } from "../../core/require";
import { isList, shown } from "../../core/shown";
import { unitOf } from "../../core/unitOf";
import type { Model, Point, Predictors, Shape } from "../model/model";
import type { Observations } from "./leastSquares";
import type { FitOptions } from "./options";

/** Points from x: one Float64Array of numbers, or one row per point if the model has several predictors. */
export function toPoints(caller: string, model: Model, x: Predictors): ArrayLike<Point> {
  const wanted = model.predictors.length;
  requireList(caller, "x", x, "numbers, or rows of numbers");
  if (wanted === 1) return checked(caller, "x", x as Numbers);
  return Array.from(x as readonly Numbers[], (row, i) => {
    if (!Array.isArray(row) && !ArrayBuffer.isView(row)) {
      throw new RangeError(
        `${caller}: x[${i}] is ${shown(row)}, needs a row of ${wanted} numbers (${model.predictors.join(", ")})`,
      );
    }
    if (row.length !== wanted) {
      throw new RangeError(
        `${caller}: x[${i}] has ${row.length} values, needs ${wanted} (${model.predictors.join(", ")})`,
      );
    }
    return Float64Array.from(row, (value) => finite(caller, "x", i, value));
  });
}

/** The data, checked and copied. Throws a RangeError that names what is wrong, and at which index. */
export function toObservations(
  caller: string,
  model: Model,
  x: Predictors,
  y: Numbers,
  options: Pick<FitOptions, "weights" | "sigma">,
): Observations {
  const rows = model.predictors.length === 1 ? "n numbers" : `n rows of ${model.predictors.length} numbers`;
  requireList(caller, "x", x, rows);
  requireList(caller, "y", y, "n numbers");
  const columns = model.predictors.length;
  if (columns > 1 && x.length === columns && y.length !== columns && isList(x[0]) && x[0].length === y.length)
    throw new RangeError(
      `${caller}: x has ${columns} columns of ${y.length} numbers, needs ${y.length} rows of ${columns}: y.map((_, i) => x.map((column) => column[i]))`,
    );
  requireSameLength(caller, { x, y });
  if (y.length === 0) throw new RangeError(`${caller}: no points`);
  // Vectors in one room: an engine makes three of their own slower than it does everything else here.
  const n = y.length;
  const room = new ArrayBuffer(3 * n * Float64Array.BYTES_PER_ELEMENT);
  const vector = (k: number) => new Float64Array(room, k * n * Float64Array.BYTES_PER_ELEMENT, n);
  const points =
    model.predictors.length === 1 ? checked(caller, "x", x as Numbers, vector(0)) : toPoints(caller, model, x);
  const own = checked(caller, "y", y, vector(1));
  const roots = rootWeights(caller, options, vector(2));
  const unit = unitOf(largestOf({ y: own, rootWeights: roots }));
  return { points, y: own, unit, rootWeights: unit === 1 ? roots : roots.map((root) => root / unit) };
}

/** Largest weighted size of y. */
export function largestOf({ y, rootWeights }: Pick<Observations, "y" | "rootWeights">): number {
  let largest = 0;
  for (let i = 0; i < y.length; i++) {
    const size = (rootWeights[i] as number) * Math.abs(y[i] as number);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Largest size in a list. A loop, since every fit asks it, and an array's own methods take many times as long. */
export function largestSize(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  return largest;
}

/** Weights up to a common factor, which keeps them within the range of numbers. */
function relativeWeights({ rootWeights }: Pick<Observations, "rootWeights">): Float64Array {
  const unit = unitOf(largestSize(rootWeights));
  return rootWeights.map((root) => (root / unit) * (root / unit));
}

/** Square roots of the weights, written into `roots`. */
function rootWeights(
  caller: string,
  { weights, sigma }: Pick<FitOptions, "weights" | "sigma">,
  roots: Float64Array,
): Float64Array {
  const n = roots.length;
  if (weights !== undefined && sigma !== undefined)
    throw new TypeError(`${caller}: weights and sigma, needs one of them`);
  const given = weights ?? sigma;
  if (given === undefined) return roots.fill(1);
  const name = sigma === undefined ? "weights" : "sigma";
  requireList(caller, name, given, typeof given === "number" ? "n numbers, one per point" : "n numbers");
  if (given.length !== n) throw new RangeError(`${caller}: ${given.length} ${name} for ${n} points`);
  return Float64Array.from(given, (value, i) => {
    finite(caller, name, i, value);
    if (sigma !== undefined && value <= 0)
      throw new RangeError(`${caller}: sigma[${i}] is ${value}, needs a number above 0`);
    if (value < 0) throw new RangeError(`${caller}: weights[${i}] is ${value}, needs a number from 0`);
    return sigma !== undefined ? 1 / value : Math.sqrt(value);
  });
}

/** A copy of a vector of finite numbers. */
function checked(
  caller: string,
  name: string,
  values: Numbers,
  copy: Float64Array = new Float64Array(values.length),
): Float64Array {
  for (let i = 0; i < copy.length; i++) {
    const value = values[i];
    copy[i] = Number.isFinite(value) ? (value as number) : finite(caller, name, i, value);
  }
  return copy;
}

function finite(caller: string, name: string, i: number, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new RangeError(`${caller}: ${name}[${i}] is ${shown(value)}, needs a finite number`);
  }
  return value;
}

/** Number of points of weight above 0. */
export function countPoints({ rootWeights }: Observations): number {
  let n = 0;
  for (let i = 0; i < rootWeights.length; i++) if ((rootWeights[i] as number) > 0) n++;
  return n;
}

const anywhere = () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** Input of a self-start: the data sorted by the first predictor, with their extent. Points of weight 0 are left out. */
export function toShape({ points, y, rootWeights }: Observations, range: Shape["range"] = anywhere): Shape {
  const first = (i: number) => {
    const point = points[i] as Point;
    return typeof point === "number" ? point : (point[0] as number);
  };
  const order = Array.from(y.keys())
    .filter((i) => rootWeights[i] !== 0)
    .sort((a, b) => first(a) - first(b));
  const xs = Float64Array.from(order, first);
  const ys = Float64Array.from(order, (i) => y[i] as number);
  const relative = relativeWeights({ rootWeights });
  const weights = Float64Array.from(order, (i) => relative[i] as number);
  const [xMin = 0, xMax = 0] = [xs[0], xs.at(-1)];
  let yMin = Number.POSITIVE_INFINITY;
  let yMax = Number.NEGATIVE_INFINITY;
  for (const value of ys) {
    yMin = Math.min(yMin, value);
    yMax = Math.max(yMax, value);
  }
  const rows = points instanceof Float64Array ? {} : { rows: order.map((i) => points[i] as Float64Array) };
  const [xSpan, ySpan] = [xMax - xMin || 1, yMax - yMin || 1];
  return { x: xs, y: ys, ...rows, weights, range, xMin, xMax, xSpan, yMin, yMax, ySpan };
}
