import { defineCurve, type Model, type Shape } from "../model";
import { bestBreaks, heldIn, inUnitOfY } from "./breakScan";
import type { Halves, Side } from "./halves";
import { between } from "./initialGuesses";

/**
 * One jump between two levels.
 *
 *     f(x) = low   for x < x0,   high   from x0 on
 *
 * `low` and `high` levels before and after (unit of y), `x0` place of the jump (unit of x). The sum of squares is flat between two neighboring x:
 * x0 is searched and reported as the middle of the gap, its standard error is that of a uniform place within it; `profile` gives its interval.
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.step.value(5, { low: 0, high: 1, x0: 3 }); // => 1
 *
 * Source: Hinkley 1970, Biometrika 57, 1-17.
 */
export const step: Model<"low" | "high" | "x0"> = defineCurve({
  name: "step",
  parameters: ["low", "high", "x0"],
  linear: ["low", "high"],
  nonsmooth: ["x0"],
  formula: "low if x < x0, high from x0 on",
  tex: ({ low, high, x0 }) => `\\begin{cases} ${low} & x < ${x0} \\\\ ${high} & x \\ge ${x0} \\end{cases}`,
  source: "Hinkley 1970",
  point(x, p, gradient) {
    const after = x >= p[2];
    gradient[0] = after ? 0 : 1;
    gradient[1] = after ? 1 : 0;
    gradient[2] = 0;
    return after ? p[1] : p[0];
  },
  initialGuesses(data) {
    const shape = inUnitOfY(data);
    return bestBreaks(shape, between(shape.x), costIn(shape)).map((x0) => [0, 0, x0]);
  },
});

/** Sum of squares of the best two levels, of which one or both may be held. */
function costIn(shape: Shape): (halves: Halves) => number {
  const [low, high] = [heldIn(shape, "low"), heldIn(shape, "high")];
  const gain = ({ weight, y }: Side, level: number | undefined, center: number) => {
    if (level !== undefined) return (level - center) * (2 * y - (level - center) * weight);
    return weight > 0 ? y ** 2 / weight : 0;
  };
  return ({ left, right, center, total }) => total - gain(left, low, center) - gain(right, high, center);
}
