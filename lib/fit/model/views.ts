import type { Point, View } from "./model";
import { isProduct } from "./operators";
import { compile, type Entry, entryValue, sidesOf, withSides } from "./tape";

type Step = (y: number, x: Point) => number;

/**
 * Views of a formula in which more parameters are linear than in the formula itself, best first.
 *
 * @param linearIn positions of the parameters in which a tape is linear
 */
export function viewsOf(entries: readonly Entry[], linearIn: (entries: readonly Entry[]) => number[]): View[] {
  const plain = linearIn(entries).length;
  const views: (View & { readonly gain: number })[] = [];
  for (const { depth, tape, steps } of peelings(entries)) {
    const { factored, factors } = factorOut(tape);
    const linear = linearIn(factored);
    const gain = linear.length - plain;
    if (gain <= 0 || (depth === 0 && factors.length === 0)) continue;
    if (views.some((other) => other.gain >= gain)) continue;
    views.push({ ...viewOf(factored, linear, factors, steps), gain });
  }
  return views.reverse();
}

/** A parameter that is replaced by another number, in which the view may be linear. */
interface Factor {
  readonly index: number;
  /** True if the number is above 0. */
  readonly positive: boolean;
  /** The parameter from the number, and the number from the parameter; the other parameters are the formula's own. */
  back(value: number, parameters: Float64Array): number;
  forth(value: number, parameters: Float64Array): number;
}

function viewOf(
  factored: readonly Entry[],
  linear: readonly number[],
  factors: readonly Factor[],
  steps: readonly Step[],
): View {
  const undone = (y: number, x: Point) => steps.reduce((value, step) => step(value, x), y);
  return {
    point: compile(factored),
    linear,
    positive: factors.filter(({ positive }) => positive).map(({ index }) => index),
    undo(y, x) {
      const value = undone(y, x);
      const near = 1e-5 * (Math.abs(y) || 1e-3);
      const slope = (2 * near) / (undone(y + near, x) - undone(y - near, x));
      return { value, slope: Math.abs(slope) };
    },
    back(parameters) {
      // In the order of the tape: what a later one depends on is then the formula's own.
      for (const { index, back } of factors) parameters[index] = back(parameters[index] as number, parameters);
    },
    forth(parameters) {
      const own = parameters.slice();
      for (const { index, forth } of factors) parameters[index] = forth(own[index] as number, own);
    },
  };
}

/** The formula, and what is left of it as its outer operations are undone one by one, with the steps that undo them. */
function peelings(entries: readonly Entry[]): { depth: number; tape: readonly Entry[]; steps: Step[] }[] {
  const found = [{ depth: 0, tape: entries, steps: [] as Step[] }];
  const steps: Step[] = [];
  for (let at = entries.length - 1, depth = 1; ; depth++) {
    const peeled = peel(entries, at);
    if (peeled === undefined) return found;
    steps.push(peeled.step);
    at = peeled.inside;
    found.push({ depth, tape: entries.slice(0, at + 1), steps: [...steps] });
  }
}

const inverses: Readonly<Record<string, (y: number) => number>> = {
  negate: (y) => -y,
  exp: Math.log,
  expm1: Math.log1p,
  log: Math.exp,
  log1p: Math.expm1,
  log10: (y) => 10 ** y,
  log2: (y) => 2 ** y,
  sqrt: (y) => (y >= 0 ? y * y : Number.NaN),
  cbrt: (y) => y ** 3,
  square: Math.sqrt,
  cube: Math.cbrt,
  tanh: Math.atanh,
  sinh: Math.asinh,
  atan: Math.tan,
};

/** The outermost operation at a position, undone: where its inside is, and the step from y to that. */
function peel(entries: readonly Entry[], at: number): { inside: number; step: Step } | undefined {
  const entry = entries[at];
  if (entry?.kind === "call") {
    const inverse = inverses[entry.name];
    return inverse && { inside: entry.of, step: inverse };
  }
  if (entry?.kind !== "binary") return undefined;
  const { left, right } = entry;
  // Other operators are not undone: a jump or a kink has no inverse.
  const operator = isProduct(entry.operator) ? "*" : (entry.operator as "+");
  const known = [left, right].map((side) => free(entries, side)) as [boolean, boolean];
  if (known[0] === known[1]) return undefined;
  const value = (x: Point, side: number): number =>
    entryValue(
      entries[side] as Entry,
      x,
      () => Number.NaN,
      (inner) => value(x, inner),
    );
  if (known[1]) {
    const undo = {
      "+": (y: number, b: number) => y - b,
      "-": (y: number, b: number) => y + b,
      "*": (y: number, b: number) => y / b,
      "/": (y: number, b: number) => y * b,
      "^": (y: number, b: number) => y ** (1 / b),
    }[operator];
    return undo && { inside: left, step: (y, x) => undo(y, value(x, right)) };
  }
  const undo = {
    "+": (y: number, a: number) => y - a,
    "-": (y: number, a: number) => a - y,
    "*": (y: number, a: number) => y / a,
    "/": (y: number, a: number) => a / y,
    "^": (y: number, a: number) => Math.log(y) / Math.log(a),
  }[operator];
  return undo && { inside: right, step: (y, x) => undo(y, value(x, left)) };
}

/** True if a part has no parameter. */
function free(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at] as Entry;
  return entry.kind !== "parameter" && sidesOf(entry).every((side) => free(entries, side));
}

/** A change of the tape: a part that is replaced by a constant, and the factor that is put before another part. */
interface Change {
  readonly dropped: number;
  readonly constant: number;
  readonly at: number;
  readonly factor: Factor;
}

/**
 * The tape with parameters, each of which stands in one place only, taken out as factors: added inside an exponential, exp(a - b x) =
 * exp(a) exp(-b x) and exp(k (x - m)) = exp(-k m) exp(k x); multiplied inside a power, (c / x)^a = c^a (1 / x)^a; or divided by, x / R = (1 / R) x.
 */
function factorOut(entries: readonly Entry[]): { factored: Entry[]; factors: Factor[] } {
  const changes: Change[] = [];
  const once = (position: number) => {
    const entry = entries[position] as Entry;
    return (
      entry.kind === "parameter" &&
      entries.filter((other) => other.kind === "parameter" && other.index === entry.index).length === 1 &&
      !changes.some(({ dropped }) => dropped === position)
    );
  };
  const indexAt = (position: number) => (entries[position] as Entry & { kind: "parameter" }).index;
  for (const [at, entry] of entries.entries()) {
    const exponential = exponent(entries, entry);
    if (exponential !== undefined) {
      const added = terms(entries, exponential.argument).find(({ position }) => once(position));
      if (added === undefined) continue;
      const unit = (p: Float64Array) => exponential.unit * added.unit(p);
      const factor: Factor = {
        index: indexAt(added.position),
        positive: true,
        back: (value, p) => Math.log(Math.max(value, Number.MIN_VALUE)) / unit(p),
        forth: (value, p) => Math.exp(unit(p) * value),
      };
      changes.push({ dropped: added.position, constant: 0, at, factor });
    } else if (entry.kind === "binary" && entry.operator === "^" && !varies(entries, entry.right)) {
      const factored = factorsOf(entries, entry.left, 1).find(({ position }) => once(position));
      if (factored === undefined || free(entries, entry.right)) continue;
      const power = (p: Float64Array) => factored.sign * scalar(entries, entry.right, p);
      const factor: Factor = {
        index: indexAt(factored.position),
        positive: true,
        back: (value, p) => Math.max(value, Number.MIN_VALUE) ** (1 / power(p)),
        forth: (value, p) => Math.abs(value) ** power(p),
      };
      changes.push({ dropped: factored.position, constant: 1, at, factor });
    } else if (entry.kind === "binary" && entry.operator === "/" && once(entry.right)) {
      const inverse = (value: number) => 1 / value;
      const factor: Factor = { index: indexAt(entry.right), positive: false, back: inverse, forth: inverse };
      changes.push({ dropped: entry.right, constant: 1, at, factor });
    }
  }
  return { factored: changed(entries, changes), factors: changes.map(({ factor }) => factor) };
}

function changed(entries: readonly Entry[], changes: readonly Change[]): Entry[] {
  const moved: number[] = [];
  const made: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    const dropped = changes.find((change) => change.dropped === at);
    if (dropped !== undefined) made.push({ kind: "constant", value: dropped.constant });
    else made.push(withSides(entry, (position) => moved[position] as number));
    const factor = changes.find((change) => change.at === at)?.factor;
    if (factor !== undefined) {
      const right = made.length - 1;
      made.push({ kind: "parameter", index: factor.index });
      made.push({ kind: "binary", operator: "*", left: right + 1, right });
    }
    moved[at] = made.length - 1;
  }
  return made;
}

/** The argument of an exponential, and the logarithm of its base. */
function exponent(entries: readonly Entry[], entry: Entry): { argument: number; unit: number } | undefined {
  if (entry.kind === "call" && entry.name === "exp") return { argument: entry.of, unit: 1 };
  if (entry.kind !== "binary" || entry.operator !== "^") return undefined;
  const base = entries[entry.left] as Entry;
  if (base.kind !== "constant" || !(base.value > 0) || base.value === 1) return undefined;
  return { argument: entry.right, unit: Math.log(base.value) };
}

interface Term {
  readonly position: number;
  /** What the term is multiplied by; it depends on parameters alone. */
  unit(parameters: Float64Array): number;
}

/** The terms of a sum, also of one that is multiplied by something that is the same at all points. */
function terms(entries: readonly Entry[], at: number, unit: Term["unit"] = () => 1): Term[] {
  const entry = entries[at] as Entry;
  if (entry.kind === "call" && entry.name === "negate") return terms(entries, entry.of, (p) => -unit(p));
  if (entry.kind !== "binary") return [{ position: at, unit }];
  const { operator, left, right } = entry;
  if (operator === "+" || operator === "-") {
    const sign = operator === "-" ? -1 : 1;
    return [...terms(entries, left, unit), ...terms(entries, right, (p) => sign * unit(p))];
  }
  if (isProduct(operator) && !varies(entries, left) && varies(entries, right))
    return terms(entries, right, (p) => unit(p) * scalar(entries, left, p));
  if (isProduct(operator) && !varies(entries, right) && varies(entries, left))
    return terms(entries, left, (p) => unit(p) * scalar(entries, right, p));
  if (operator === "/" && !varies(entries, right))
    return terms(entries, left, (p) => unit(p) / scalar(entries, right, p));
  return [{ position: at, unit }];
}

/** The factors of a product, with 1 or -1 as their exponents. */
function factorsOf(entries: readonly Entry[], at: number, sign: number): { position: number; sign: number }[] {
  const entry = entries[at] as Entry;
  if (entry.kind === "binary" && (isProduct(entry.operator) || entry.operator === "/")) {
    const second = entry.operator === "/" ? -sign : sign;
    return [...factorsOf(entries, entry.left, sign), ...factorsOf(entries, entry.right, second)];
  }
  return [{ position: at, sign }];
}

/** True if a part depends on a predictor. */
function varies(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at] as Entry;
  return entry.kind === "predictor" || sidesOf(entry).some((side) => varies(entries, side));
}

/** Value of a part that is the same at all points. */
function scalar(entries: readonly Entry[], at: number, parameters: Float64Array): number {
  return entryValue(
    entries[at] as Entry,
    Number.NaN,
    (index) => parameters[index] as number,
    (inner) => scalar(entries, inner, parameters),
  );
}
