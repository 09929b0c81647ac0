// A smooth curve with one jump, at all places at once: for changePointTest and simultaneity.
import { max } from "d3-array";
import { dot } from "../../core/linearAlgebra";
import type { Numbers } from "../../core/numbers";

/** Orthonormal smooth columns, and for each place the norm of the jump's column orthogonal to them. */
export interface JumpsOnSmooth {
  readonly smooth: readonly Float64Array[];
  /** By the index of the first point after the jump; 0 where there is none. */
  readonly sizes: Float64Array;
}

/** Columns of a polynomial of a degree in x with a jump in any gap. */
export function jumpsOnSmooth(x: Numbers, degree: number): JumpsOnSmooth {
  const n = x.length;
  const [first, span] = [x[0] as number, (x[n - 1] as number) - (x[0] as number)];
  const smooth: Float64Array[] = [];
  for (let power = 0; power <= degree; power++) {
    const column = Float64Array.from(x, (value) => ((2 * (value - first)) / span - 1) ** power);
    smooth.push(unit(without(without(column, smooth), smooth)));
  }
  return { smooth, sizes: jumpSizes(smooth, n) };
}

/**
 * Norms of the jumps' columns orthogonal to the smooth ones. A jump is a constant minus its first part, so that the shorter part has the same norm, and fewer
 * digits are lost. From cumulative sums, so that n places cost n.
 */
function jumpSizes(smooth: readonly Float64Array[], n: number): Float64Array {
  const sizes = new Float64Array(n);
  const half = n >> 1;
  const fill = (from: number, step: 1 | -1, count: number) => {
    const along = smooth.map(() => 0);
    for (let taken = 1; taken <= count; taken++) {
      const i = from + step * (taken - 1);
      for (const [k, column] of smooth.entries()) along[k] = (along[k] as number) + (column[i] as number);
      const at = step === 1 ? i + 1 : i;
      if (taken >= 2) sizes[at] = Math.sqrt(Math.max(0, taken - along.reduce((sum, part) => sum + part * part, 0)));
    }
  };
  fill(0, 1, half);
  fill(n - 1, -1, n - half);
  return sizes;
}

/** Residuals below this fraction of the largest |y| are rounding. */
const rounded = 2 ** -46;

/** Place at which a jump explains most, by projecting the residuals of the smooth fit on the jump's column. */
export function bestJump(
  { smooth, sizes }: JumpsOnSmooth,
  y: Numbers,
): { statistic: number; at: number; jump: number } {
  const n = y.length;
  // Twice, so that a large mean leaves no rounding behind.
  const rest = without(without(Float64Array.from(y), smooth), smooth);
  const rss = dot(rest, 0, rest, 0, n);
  let best = { statistic: -1, at: 2, jump: 0 };
  // The residuals of a curve that is smooth up to rounding contain no jump.
  const rounding = n * (rounded * (max(y as Iterable<number>, Math.abs) as number)) ** 2;
  let before = rest[0] as number;
  for (let at = 2; at <= n - 2; at++) {
    // The residuals add up to 0 and have no smooth part: those before the jump tell how far they follow its column.
    before += rest[at - 1] as number;
    const size = sizes[at] as number;
    const along = -before / size;
    const left = Math.max(0, rss - along * along) / (n - smooth.length - 1);
    const statistic = rss <= rounding ? 0 : (along * along) / left;
    if (statistic > best.statistic) best = { statistic, at, jump: along / size };
  }
  return best;
}

/** A column minus its projections on orthonormal ones. */
function without(column: Float64Array, parts: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const part of parts) {
    const along = dot(rest, 0, part, 0, rest.length);
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - along * (part[i] as number);
  }
  return rest;
}

function unit(column: Float64Array): Float64Array {
  const size = Math.sqrt(dot(column, 0, column, 0, column.length));
  return column.map((value) => value / size);
}

/** The smooth curve with a jump before point `at` that fits best, or without one if `at` is undefined. */
export function fittedJump({ smooth }: JumpsOnSmooth, y: Numbers, at: number | undefined): Float64Array {
  const n = y.length;
  const columns =
    at === undefined
      ? smooth
      : [
          ...smooth,
          unit(
            without(
              without(
                Float64Array.from({ length: n }, (_, i) => (i < at ? 0 : 1)),
                smooth,
              ),
              smooth,
            ),
          ),
        ];
  const rest = without(without(Float64Array.from(y), columns), columns);
  return Float64Array.from(y, (value, i) => value - (rest[i] as number));
}
