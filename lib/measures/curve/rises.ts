import { dot } from "../../core/linearAlgebra";
import type { Numbers } from "../../core/numbers";
import { unit, without } from "./orthonormal";

/** A rise in the middle of the gap before point `at`, as a column of length 1 without a straight part. */
interface Column {
  readonly at: number;
  readonly values: Float64Array;
}

/** Straight lines and the rises on top of them, at all places and of several widths. */
export interface Rises {
  readonly line: readonly Float64Array[];
  readonly columns: readonly Column[];
}

/** The best rise of a curve. */
export interface Rise {
  /** Index of the first point after it. */
  readonly at: number;
  /** Its part of the sum of squares, over the sum that is left. */
  readonly statistic: number;
  /** Sum of squares that is left. */
  readonly rss: number;
  readonly fitted: Float64Array;
}

/** Scales of the logistic rises, in checkpoints: 0 is a jump, and the others go from 10 to 90 % within 2, 4 and 9 checkpoints. */
const scales = [0, 0.5, 1, 2];
/** The widest scale, as a share of the checkpoints: a wider rise is hardly told from a line. */
const widest = 1 / 12;
/** Residuals below this fraction of the largest |y| are rounding. */
const rounded = 2 ** -46;

/** Rises in every gap with two points on either side: a single last point cannot be distinguished from an outlier. */
export function risesOnLines(x: Numbers): Rises {
  const n = x.length;
  const [first, last] = [x[0] as number, x[n - 1] as number];
  const place = Array.from(x, (one) => (one - first) / (last - first));
  const line: Float64Array[] = [];
  for (const power of [0, 1])
    line.push(
      unit(
        without(
          Float64Array.from(place, (one) => one ** power),
          line,
        ),
      ),
    );
  const columns: Column[] = [];
  for (const scale of scales.filter((one) => one <= widest * n)) {
    for (let at = 2; at <= n - 2; at++) {
      const middle = ((place[at - 1] as number) + (place[at] as number)) / 2;
      const steep = scale / (n - 1);
      const rise = Float64Array.from(place, (one, i) =>
        scale === 0 ? Number(i >= at) : 1 / (1 + Math.exp(-(one - middle) / steep)),
      );
      const rest = without(rise, line);
      // Where checkpoints are far apart or crowded, a rise may be a line or nothing at all.
      if (dot(rest, 0, rest, 0, n) > 1e-12 * n) columns.push({ at, values: unit(rest) });
    }
  }
  return { line, columns };
}

/** The rise that explains most of a curve, in any gap or in a given one. */
export function bestRise({ line, columns }: Rises, y: Numbers, only?: number): Rise {
  const n = y.length;
  const rest = without(Float64Array.from(y), line);
  const all = dot(rest, 0, rest, 0, n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(y[i] as number));
  // The residuals of a curve that is straight up to rounding contain no rise.
  const straight = all <= n * (rounded * largest) ** 2;
  let best = { at: only ?? 2, gain: 0, along: 0, values: undefined as Float64Array | undefined };
  if (!straight) {
    for (const { at, values } of columns) {
      if (only !== undefined && at !== only) continue;
      const along = dot(rest, 0, values, 0, n);
      if (along * along > best.gain) best = { at, gain: along * along, along, values };
    }
  }
  const rss = Math.max(0, all - best.gain);
  const { at, along, values, gain } = best;
  const fitted = Float64Array.from(
    y,
    (value, i) => value - (rest[i] as number) + (values === undefined ? 0 : along * (values[i] as number)),
  );
  return { at, statistic: gain === 0 ? 0 : gain / rss, rss, fitted };
}
