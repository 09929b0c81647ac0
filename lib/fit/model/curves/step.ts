import { defineCurve, type Model } from "../model";
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
  initialGuesses: ({ x }) => between(x).map((x0) => [0, 0, x0]),
});
