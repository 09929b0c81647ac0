import { extent } from "d3-array";
import { type Random, random } from "../../stats/random";
import type { Point, Shape } from "./model";
import { isProduct, isTruth, type Operator } from "./operators";
import { type Entry, entryValue, sidesOf } from "./tape";

/** Number of candidates per parameter to be guessed, and in all; more do not help a formula of ten parameters. */
const perParameter = 150;
const most = 600;
/** Number of points at which a formula is looked at. */
const looks = 24;
/** Functions whose argument counts by how much it changes over the data, not by its size. */
const shifting = new Set([
  "exp",
  "expm1",
  "sinh",
  "cosh",
  "tanh",
  "sech",
  "csch",
  "coth",
  "atan",
  "erf",
  "erfc",
  "normalCdf",
]);
const periodic = new Set(["sin", "cos", "tan", "sec", "csc", "cot"]);

/** How the rest of a formula reads one of its parts. */
type Reading = "change" | "period" | "size" | "level";

/**
 * Candidate starts for a formula, from a fixed seed. A parameter is drawn where it first meets something that varies over the data, on the
 * scale of that: as a rate over the range of its partner (in an exponential or a wave), as a place within it (beside a sum), as an exponent over the
 * range of its logarithm, as a factor that brings it to the size of one. The parts of the formula that are known by then are evaluated at
 * the data, so that the scale is the right one also behind a power, a logarithm or another drawn parameter. A quarter of the candidates are drawn
 * without looking at the formula, frequencies excepted.
 *
 * @param round 0, or the number of times that candidates have been asked for before: further rounds give other ones
 */
export function expressionCandidates(
  data: Shape,
  entries: readonly Entry[],
  parameters: readonly string[],
  linear: readonly string[],
  round = 0,
): number[][] {
  const guessed = parameters.filter((name) => !linear.includes(name)).length;
  const stream = random(1 + round);
  const waves = entries.some((entry) => entry.kind === "call" && periodic.has(entry.name));
  const count =
    guessed === 0
      ? 0
      : waves
        ? Math.max(most, Math.min(3 * most, 4 * data.x.length))
        : Math.min(most, perParameter * guessed);
  const { draw, rates } = drawer(data, entries, parameters.length, stream);
  const unseen = () => draw().map((value, j) => (rates.has(j) ? value : blind(data, stream)));
  const ones = parameters.map(() => 1);
  return [ones, ...Array.from({ length: count }, (_, k) => (k % 4 === 3 ? unseen() : draw()))];
}

/** Log-uniform over the decades between two powers of ten. */
function decades({ uniform }: Random, low: number, high: number): number {
  return 10 ** (low + (high - low) * uniform());
}

/** A number of which nothing is known: a size over six decades, a rate over the range of x, a place within it, a share of the range of y. */
function blind({ xMin, xSpan, ySpan }: Shape, stream: Random): number {
  const { uniform } = stream;
  const sign = uniform() < 0.3 ? -1 : 1;
  const kind = uniform();
  if (kind < 0.3) return sign * decades(stream, -3, 3);
  if (kind < 0.6) return (sign * decades(stream, -1, 2)) / xSpan;
  if (kind < 0.85) return xMin + xSpan * (1.4 * uniform() - 0.2);
  return sign * ySpan * decades(stream, -3, 1);
}

/** Extent of a part of a formula over the data. */
interface Extent {
  readonly low: number;
  readonly high: number;
  readonly span: number;
  /** Middle of the sizes. */
  readonly size: number;
}

function extentOf(values: Float64Array): Extent | undefined {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const [low = 0, high = 0] = extent(finite);
  const sizes = finite.map(Math.abs).sort();
  return { low, high, span: high - low, size: sizes[sizes.length >> 1] as number };
}

/** Draws parameters, in the order in which the formula meets them; `rates` are those that have turned out to be frequencies. */
function drawer(
  data: Shape,
  entries: readonly Entry[],
  count: number,
  stream: Random,
): { draw: () => number[]; rates: ReadonlySet<number> } {
  const { uniform } = stream;
  const points = lookedAt(data);
  const readings = readingsOf(entries);
  const last = entries.length - 1;
  const columns = entries.map(() => new Float64Array(points.length));
  const waves = Math.max(2, new Set(data.x).size);
  const signed = (value: number) => (uniform() < 0.35 ? -value : value);

  const rates = new Set<number>();

  function draw(): number[] {
    const drawn: (number | undefined)[] = new Array(count).fill(undefined);
    const scalar = (at: number): number =>
      entryValue(entries[at] as Entry, Number.NaN, (index) => drawn[index] ?? Number.NaN, scalar);
    const pending = entries.map(() => false);
    const varies = entries.map(() => false);

    /** True if a part has a parameter that is not drawn yet. */
    const open = (at: number): boolean => {
      const entry = entries[at] as Entry;
      if (entry.kind === "parameter") return drawn[entry.index] === undefined;
      return sidesOf(entry).some(open);
    };

    /** Draws the parameters of a part that is the same at all points so that it comes to a value. */
    function settle(at: number, value: number): void {
      const entry = entries[at] as Entry;
      if (entry.kind === "parameter") drawn[entry.index] ??= value;
      else if (entry.kind === "call" && open(at))
        settle(
          entry.of,
          undone(entry.name, value, () => blind(data, stream)),
        );
      else if (entry.kind === "choice") {
        for (const side of sidesOf(entry)) settle(side, value);
      } else if (entry.kind === "binary" && open(at)) {
        const { operator, left, right } = entry;
        if (open(left) && open(right)) {
          // One side first, of a size that leaves the other one work to do.
          const share = decades(stream, -3, -0.3);
          const first = uniform() < 0.5 ? left : right;
          if (operator === "+" || operator === "-") settle(first, value * share);
          else if (operator === "^") settle(right, decades(stream, -1, 0.7));
          else settle(right, uniform() < 0.5 ? decades(stream, -2, 2) : Math.abs(blind(data, stream)));
        }
        if (open(left) && !open(right)) settle(left, withRight(operator, value, scalar(right)));
        else if (open(right) && !open(left)) settle(right, withLeft(operator, value, scalar(left)));
        else if (open(left)) {
          settle(left, value);
          settle(right, value);
        }
      }
    }

    /** A value for the part that meets `partner`. */
    function meet(entry: Entry & { kind: "binary" }, at: number, openLeft: boolean): number {
      const partner = columns[openLeft ? entry.right : entry.left] as Float64Array;
      const { operator } = entry;
      const reading = readings[at] as Reading;
      const inverse = operator === "/" && openLeft;
      const of = extentOf(
        inverse
          ? partner.map((value) => 1 / value)
          : operator === "^" && !openLeft
            ? partner.map((v) => Math.log(Math.abs(v)))
            : partner,
      );
      if (of === undefined) return blind(data, stream);
      const { low, high, size } = of;
      const span = of.span || size || 1;
      if (isProduct(operator) || operator === "/") {
        const factor =
          at === last
            ? (signed(data.ySpan) * decades(stream, -0.5, 0.5)) / (size || 1)
            : reading === "period" && uniform() < 0.7
              ? (Math.PI * (waves - 1) * uniform()) / span
              : uniform() < (reading === "size" ? 0.4 : 0.75)
                ? signed(decades(stream, -1, 1.5)) / span
                : signed(decades(stream, -2, 2)) / (size || 1);
        if (reading !== "period" || at === last) return operator === "/" && !openLeft ? 1 / factor : factor;
        // Faster waves than the points can tell are slower ones under another name.
        const slow = factor % ((Math.PI * (waves - 1)) / span);
        const rate = entries[openLeft ? entry.left : entry.right] as Entry;
        if (rate.kind === "parameter") rates.add(rate.index);
        return operator === "/" && !openLeft ? 1 / slow : slow;
      }
      if (operator === "^") {
        if (openLeft) return Math.exp(signed(decades(stream, -1, 1.5)) / span);
        return uniform() < 0.6 ? signed(decades(stream, -1.3, 1.2)) / span : signed(decades(stream, -1, 0.7));
      }
      if (reading === "period") return (Math.PI / 2) * Math.floor(4 * uniform());
      const wide = low > 0 && high > 10 * low;
      const within =
        uniform() < 0.75
          ? wide && uniform() < 0.6
            ? low * (high / low) ** (1.4 * uniform() - 0.2)
            : low + span * (1.4 * uniform() - 0.2)
          : signed(decades(stream, -2, 2)) * (uniform() < 0.5 ? span : size || 1);
      // A place where something jumps or bends.
      if (operator === "-" || isTruth(operator) || operator === "max" || operator === "min") return within;
      return reading === "change" || uniform() < 0.5 ? -within : within;
    }

    for (let at = 0; at <= last; at++) {
      const entry = entries[at] as Entry;
      const sides = sidesOf(entry);
      if (entry.kind === "parameter") pending[at] = drawn[entry.index] === undefined;
      else pending[at] = sides.some((side) => pending[side] && open(side));
      varies[at] = entry.kind === "predictor" || sides.some((side) => varies[side]);
      if (entry.kind === "binary" && pending[at] && varies[at]) {
        const openLeft = open(entry.left);
        settle(openLeft ? entry.left : entry.right, meet(entry, at, openLeft));
        pending[at] = open(at);
      }
      if (varies[at]) {
        const column = columns[at] as Float64Array;
        for (let i = 0; i < points.length; i++) {
          column[i] = entryValue(
            entry,
            points[i] as Point,
            (index) => drawn[index] ?? Number.NaN,
            (side) => (varies[side] ? ((columns[side] as Float64Array)[i] as number) : scalar(side)),
          );
        }
      }
    }
    return drawn.map((value) => (value !== undefined && Number.isFinite(value) ? value : blind(data, stream)));
  }
  return { draw, rates };
}

/** Some points spread over the data. */
function lookedAt({ x, rows }: Shape): Point[] {
  const count = Math.min(looks, x.length);
  const all = rows ?? x;
  return Array.from(
    { length: count },
    (_, k) => all[Math.round((k * (x.length - 1)) / Math.max(1, count - 1))] as Point,
  );
}

/** How each part is read by what stands around it. */
function readingsOf(entries: readonly Entry[]): Reading[] {
  const readings: Reading[] = entries.map(() => "level");
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at] as Entry;
    const outside = readings[at] as Reading;
    if (entry.kind === "call") {
      readings[entry.of] = periodic.has(entry.name)
        ? "period"
        : shifting.has(entry.name)
          ? "change"
          : entry.name === "negate"
            ? outside
            : "size";
    } else if (entry.kind === "choice") {
      readings[entry.left] = readings[entry.right] = outside;
      readings[entry.condition] = "size";
    } else if (entry.kind === "binary") {
      const { operator, left, right } = entry;
      const through = operator === "+" || operator === "-" ? outside : operator === "^" ? "size" : outside;
      readings[left] = through;
      readings[right] = operator === "^" ? "change" : through;
      if (isTruth(operator)) readings[left] = readings[right] = "size";
      if (outside === "level" && (operator === "+" || operator === "-")) readings[left] = readings[right] = "size";
    }
  }
  return readings;
}

/** The argument at which a function has a value; what `otherwise` gives where none is known. */
function undone(name: string, value: number, otherwise: () => number): number {
  if (name === "negate") return -value;
  if (name === "exp") return Math.log(Math.abs(value));
  if (name === "log") return Math.exp(value);
  if (name === "sqrt") return value * value;
  if (name === "square") return Math.sqrt(Math.abs(value));
  if (name === "log10") return 10 ** value;
  if (name === "abs") return value;
  return otherwise();
}

/** The left side of an operation that has a value, from the right one. */
function withRight(operator: Operator, value: number, right: number): number {
  if (operator === "+") return value - right;
  if (operator === "-") return value + right;
  if (isProduct(operator)) return value / right;
  if (operator === "/") return value * right;
  return operator === "^" ? Math.abs(value) ** (1 / right) : value;
}

/** The right side of an operation that has a value, from the left one. */
function withLeft(operator: Operator, value: number, left: number): number {
  if (operator === "+") return value - left;
  if (operator === "-") return left - value;
  if (isProduct(operator)) return value / left;
  if (operator === "/") return left / value;
  return operator === "^" ? Math.log(Math.abs(value)) / Math.log(Math.abs(left)) : value;
}
