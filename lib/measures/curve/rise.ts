import { extent } from "d3-array";
import { bisect } from "../../core/roots";

/** The rise (or fall) of a monotone curve from one plateau to the other. */
export interface Rise {
  readonly kind: "rise";
  /** x at which the curve has come a share p of the way, 0 < p < 1. */
  at(p: number): number;
}

/** Why a curve has no rise. */
export interface NoRise {
  readonly kind: "none";
  readonly reason: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Change between two doublings of the distance, relative to the height seen, at which a plateau is reached. */
const settled = 1e-13;
/** The same where the curve's numbers end before that. */
const nearlySettled = 1e-9;
/** Doublings of the distance from the data; the whole range of numbers. */
const mostDoublings = 1100;
const gridPoints = 400;
/** Steps the wrong way, relative to the height, that are rounding. */
const backward = 1e-10;

/**
 * The rise of a curve f that is monotone on its domain. Its plateaus are the limits at both ends of the x axis, or at 0 where f is no number
 * or turns round below 0 (a power) and all data lie at 0 or above.
 */
export function riseOf(f: (x: number) => number, xMin: number, xMax: number): Rise | NoRise {
  const whole = riseOn(f, xMin, xMax, outward(f, xMin, xMin - xMax));
  if (whole.kind === "rise" || xMin < 0) return whole;
  const ends = Array.from({ length: 60 }, (_, k) => f(xMin - (xMax - xMin) * 2 ** (k - 2))).some(Number.isNaN);
  if (!ends && whole.reason !== turns) return whole;
  const positive = riseOn(f, xMin, xMax, inward(f, xMin));
  return positive.kind === "rise" || ends ? positive : whole;
}

const turns = "it is not monotone: it turns round";

function riseOn(f: (x: number) => number, xMin: number, xMax: number, left: Iterable<Point>): Rise | NoRise {
  const span = xMax - xMin;
  const inside = Array.from({ length: gridPoints + 1 }, (_, i) => {
    const x = xMin + (span * i) / gridPoints;
    return { x, y: f(x) };
  });
  const [low = 0, high = 0] = extent(inside, ({ y }) => y);
  const seen = high - low;
  const [before, after] = [tail(left, seen), tail(outward(f, xMax, span), seen)];
  const points = [...before.points.reverse(), ...inside, ...after.points];
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const height = last.y - first.y;
  for (let i = 1; i < points.length; i++) {
    const step = (points[i] as Point).y - (points[i - 1] as Point).y;
    if (step * Math.sign(height || 1) < -backward * Math.max(seen, Math.abs(height))) return none(turns);
  }
  if (!before.ends || !after.ends) {
    const side = before.ends ? "above" : after.ends ? "below" : "on either side";
    return none(`it has no plateau ${side}: 10 and 90 % of its height are not defined`);
  }
  if (!(Math.abs(height) > 0)) return none("it is flat");
  return {
    kind: "rise",
    at(p) {
      const goal = first.y + p * height;
      const reached = ({ y }: Point) => (height > 0 ? y >= goal : y <= goal);
      const i = points.findIndex(reached);
      const [low, high] = [(points[i - 1] as Point).x, (points[i] as Point).x];
      const ends = bisect((x) => !reached({ x, y: f(x) }), low, high);
      return (ends.lower + ends.upper) / 2;
    },
  };
}

const none = (reason: string): NoRise => ({ kind: "none", reason });

/** The curve at distances from the data that double. */
function* outward(f: (x: number) => number, from: number, span: number): Iterable<Point> {
  for (let k = -2; k < mostDoublings; k++) {
    const x = from + span * 2 ** k;
    yield { x, y: f(x) };
  }
}

/** The curve at x that halve on the way to 0, and there. */
function* inward(f: (x: number) => number, from: number): Iterable<Point> {
  for (let k = 1; from * 2 ** -k > 0; k++) yield { x: from * 2 ** -k, y: f(from * 2 ** -k) };
  if (from > 0) yield { x: 0, y: f(0) };
}

/** The points of a tail up to the plateau, and whether there is one. */
function tail(points: Iterable<Point>, seen: number): { points: Point[]; ends: boolean } {
  const kept: Point[] = [];
  let [still, change] = [0, 0];
  for (const point of points) {
    if (!Number.isFinite(point.y)) return { points: kept, ends: kept.length > 1 && change <= nearlySettled * seen };
    change = Math.abs(point.y - (kept.at(-1)?.y ?? point.y));
    kept.push(point);
    still = change <= settled * seen && kept.length > 1 ? still + 1 : 0;
    if (still >= 4) return { points: kept, ends: true };
  }
  return { points: kept, ends: kept.length === 0 || change <= nearlySettled * seen };
}
