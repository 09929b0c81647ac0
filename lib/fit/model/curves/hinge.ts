import { defineCurve, type Model } from "../model";
import { between } from "./initialGuesses";

/**
 * Two straight lines that meet: a bend without a jump.
 *
 *     f(x) = level + before (x - x0)   for x < x0,   level + after (x - x0)   from x0 on
 *
 * `level` value at the bend (unit of y), `before` and `after` slopes (unit of y / unit of x), `x0` place of the bend (unit of x).
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.hinge.value(5, { level: 1, before: 0, after: 2, x0: 3 }); // => 5
 *
 * Source: Hinkley 1969, Biometrika 56, 495-504.
 */
export const hinge: Model<"level" | "before" | "after" | "x0"> = defineCurve({
  name: "hinge",
  parameters: ["level", "before", "after", "x0"],
  linear: ["level", "before", "after"],
  formula: "level + (before if x < x0, after from x0 on) (x - x0)",
  tex: ({ level, before, after, x0 }) =>
    `${level} + \\begin{cases} ${before}\\,(x - ${x0}) & x < ${x0} \\\\ ${after}\\,(x - ${x0}) & x \\ge ${x0} \\end{cases}`,
  source: "Hinkley 1969",
  point(x, p, gradient) {
    const { 0: level, 1: before, 2: after, 3: x0 } = p;
    const distance = x - x0;
    const slope = distance < 0 ? before : after;
    gradient[0] = 1;
    gradient[1] = distance < 0 ? distance : 0;
    gradient[2] = distance < 0 ? 0 : distance;
    gradient[3] = -slope;
    return level + slope * distance;
  },
  initialGuesses: ({ x }) => [...x.subarray(1, -1), ...between(x)].map((x0) => [0, 0, 0, x0]),
});
