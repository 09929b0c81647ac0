import type { Model, Point } from "./model";
import { compile, type Entry, entryValue } from "./tape";

/**
 * A formula seen so that more of its parameters are linear: outer functions undone (log(E + A / N^a) as E + A / N^a, fitted to exp(y)), and a
 * parameter that is added inside an exponential taken as a factor before it (exp(a - b x) as A exp(-b x)). Its best curve is no answer, but a
 * start for the formula itself.
 */
export interface View {
  readonly point: Model["point"];
  /** Positions of the parameters in which it is linear. */
  readonly linear: readonly number[];
  /** Positions of those that stand for exponentials: they are above 0. */
  readonly positive: readonly number[];
  /** What y becomes at a point, and the change of y per change of that. */
  undo(y: number, x: Point): { readonly value: number; readonly slope: number };
  /** The formula's parameters from those of the view, in place. */
  back(parameters: Float64Array): void;
  /** The view's parameters from those of the formula, in place. */
  forth(parameters: Float64Array): void;
}

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
    views.push({ ...viewOf(tape, factored, linear, factors, steps), gain });
  }
  return views.reverse();
}

interface Factor {
  readonly index: number;
  /** The parameter is log(factor) / unit. */
  readonly unit: number;
}

function viewOf(
  tape: readonly Entry[],
  factored: readonly Entry[],
  linear: readonly number[],
  factors: readonly Factor[],
  steps: readonly Step[],
): View {
  const undone = (y: number, x: Point) => steps.reduce((value, step) => step(value, x), y);
  void tape;
  return {
    point: compile(factored),
    linear,
    positive: factors.map(({ index }) => index),
    undo(y, x) {
      const value = undone(y, x);
      const near = 1e-5 * (Math.abs(y) || 1e-3);
      const slope = (2 * near) / (undone(y + near, x) - undone(y - near, x));
      return { value, slope: Math.abs(slope) };
    },
    back(parameters) {
      for (const { index, unit } of factors) {
        parameters[index] = Math.log(Math.max(parameters[index] as number, Number.MIN_VALUE)) / unit;
      }
    },
    forth(parameters) {
      for (const { index, unit } of factors) parameters[index] = Math.exp(unit * (parameters[index] as number));
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
  const { operator, left, right } = entry;
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
    }[operator as "+"];
    return undo && { inside: left, step: (y, x) => undo(y, value(x, right)) };
  }
  const undo = {
    "+": (y: number, a: number) => y - a,
    "-": (y: number, a: number) => a - y,
    "*": (y: number, a: number) => y / a,
    "/": (y: number, a: number) => a / y,
    "^": (y: number, a: number) => Math.log(y) / Math.log(a),
  }[operator as "+"];
  return undo && { inside: right, step: (y, x) => undo(y, value(x, left)) };
}

/** True if a part has no parameter. */
function free(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at] as Entry;
  if (entry.kind === "parameter") return false;
  if (entry.kind === "call") return free(entries, entry.of);
  if (entry.kind === "binary") return free(entries, entry.left) && free(entries, entry.right);
  return entry.kind === "constant" || entry.kind === "predictor";
}

/** The tape with parameters that are added inside an exponential, and stand nowhere else, as factors before it. */
function factorOut(entries: readonly Entry[]): { factored: Entry[]; factors: Factor[] } {
  const factors: Factor[] = [];
  const count = (index: number) =>
    entries.filter((entry) => entry.kind === "parameter" && entry.index === index).length;
  const zeroed = new Set<number>();
  const before = new Map<number, Factor>();
  for (const [at, entry] of entries.entries()) {
    const base = entry.kind === "binary" && entry.operator === "^" ? (entries[entry.left] as Entry) : undefined;
    const [argument, unit] =
      entry.kind === "call" && entry.name === "exp"
        ? [entry.of, 1]
        : entry.kind === "binary" && base?.kind === "constant" && base.value > 0 && base.value !== 1
          ? [entry.right, Math.log(base.value)]
          : [undefined, 1];
    if (argument === undefined) continue;
    const added = addends(entries, argument, 1).find(({ position }) => {
      const part = entries[position] as Entry;
      return part.kind === "parameter" && count(part.index) === 1;
    });
    if (added === undefined) continue;
    const { index } = entries[added.position] as Entry & { kind: "parameter" };
    const factor = { index, unit: unit * added.sign };
    factors.push(factor);
    zeroed.add(added.position);
    before.set(at, factor);
  }
  const moved: number[] = [];
  const factored: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    if (zeroed.has(at)) factored.push({ kind: "constant", value: 0 });
    else if (entry.kind === "call") factored.push({ ...entry, of: moved[entry.of] as number });
    else if (entry.kind === "binary")
      factored.push({ ...entry, left: moved[entry.left] as number, right: moved[entry.right] as number });
    else factored.push(entry);
    const factor = before.get(at);
    if (factor !== undefined) {
      const right = factored.length - 1;
      factored.push({ kind: "parameter", index: factor.index });
      factored.push({ kind: "binary", operator: "*", left: right + 1, right });
    }
    moved[at] = factored.length - 1;
  }
  return { factored, factors };
}

/** The terms of a sum, with their signs. */
function addends(entries: readonly Entry[], at: number, sign: number): { position: number; sign: number }[] {
  const entry = entries[at] as Entry;
  if (entry.kind === "call" && entry.name === "negate") return addends(entries, entry.of, -sign);
  if (entry.kind === "binary" && (entry.operator === "+" || entry.operator === "-")) {
    const second = entry.operator === "-" ? -sign : sign;
    return [...addends(entries, entry.left, sign), ...addends(entries, entry.right, second)];
  }
  return [{ position: at, sign }];
}
