import { defineCurve, type Model, type Shape } from "../model";
import { bestBreaks, heldIn, inUnitOfY } from "./breakScan";
import { type Halves, halvesAt, type Side } from "./halves";
import { between } from "./initialGuesses";

/** Share of the weights below which the level's own is rounding. */
const rounding = 1e-12;

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
  bends: true,
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
  initialGuesses(data) {
    const shape = inUnitOfY(data);
    return bestBreaks(shape, placesIn(shape), costIn(shape)).map((x0) => [0, 0, 0, x0]);
  },
});

/**
 * Places of the bend among which the best is: the points; and within each gap the place where the best lines of both sides meet, if they do. Where a parameter is
 * held, also the middles of the gaps; the ends, as all points may be on one side; and the place at which a line through all has the held level.
 */
function placesIn(shape: Shape): number[] {
  const { x } = shape;
  const middles = between(x);
  const distinct = [...new Set(x)];
  const meetings = halvesAt(shape, Float64Array.from(middles)).flatMap(({ place, left, right }, i) => {
    const [a, b] = [lineOf(left), lineOf(right)];
    const meeting = place + (b.level - a.level) / (-a.slope - b.slope);
    return meeting > (distinct[i] as number) && meeting < (distinct[i + 1] as number) ? [meeting] : [];
  });
  return distinct.slice(1, -1).concat(middles, meetings, distinct.slice(0, 1), distinct.slice(-1), crossings(shape));
}

/** Place at which the line through all points has the held level. */
function crossings(shape: Shape): number[] {
  const level = heldIn(shape, "level");
  if (level === undefined) return [];
  const crossing = halvesAt(shape, shape.x.slice(0, 1)).map(({ place, right, center }) => {
    const whole = lineOf(right);
    return place + (level - center - whole.level) / whole.slope;
  });
  return crossing.filter(Number.isFinite);
}

/** The best line through the points of a side, by the distance from the place. */
function lineOf({ weight, distance, square, y, yDistance }: Side): { level: number; slope: number } {
  const slope = (weight * yDistance - distance * y) / (weight * square - distance ** 2);
  return { level: (y - slope * distance) / weight, slope };
}

/** Sum of squares of the best hinge that bends at a place; `level` and slopes may be held. */
function costIn(shape: Shape): (halves: Halves) => number {
  const [level, before, after] = ["level", "before", "after"].map((name) => heldIn(shape, name));
  return ({ left, right, center, total }) => {
    // Normal equations: the slopes are eliminated first. Distances to the left count negative.
    let [cost, own, moment] = [total, left.weight + right.weight, left.y + right.y];
    for (const [slope, sign, side] of [
      [before, -1, left],
      [after, 1, right],
    ] as const) {
      const [cross, y] = [sign * side.distance, sign * side.yDistance];
      if (slope !== undefined) {
        cost += slope * (slope * side.square - 2 * y);
        moment -= slope * cross;
      } else if (side.square > 0) {
        cost -= y ** 2 / side.square;
        own -= cross ** 2 / side.square;
        moment -= (cross * y) / side.square;
      }
    }
    if (level !== undefined) return cost + (level - center) * (own * (level - center) - 2 * moment);
    return own > rounding * (left.weight + right.weight) ? cost - moment ** 2 / own : cost;
  };
}
