import type { Numbers } from "../../core/numbers";
import { withOrigin } from "./origin";

/** Values of the predictors: n numbers, or n rows if there are several predictors. */
export type Predictors = Numbers | readonly Numbers[];

/** Predictors of one point: a number, or a row if the model has several predictors. */
export type Point = number | Float64Array;

/** Parameter values by name. */
export type Values<Name extends string = string> = Readonly<Record<Name, number>>;

/**
 * A curve with its exact gradient. `curves` holds the built-in ones, `curve(text)` makes one from a formula; any object
 * of this shape can be fitted.
 */
export interface Model<Name extends string = string> {
  readonly name: string;
  /** Names in the order of the vectors that `point` reads and writes. */
  readonly parameters: readonly Name[];
  /** Names of the predictors, `["x"]` for a curve. */
  readonly predictors: readonly string[];
  /** Parameters in which the model is linear while the others are held: their starting values are solved for. */
  readonly linear: readonly Name[];
  /** Parameters that are searched, not differentiated (the position of a jump): their derivative is 0. */
  readonly nonsmooth: readonly Name[];
  /** Whether the curve has a bend that the parameters move: the best fit may then lie where no derivative is 0. Default false. */
  readonly bends?: boolean;
  /** What in the model is most often meant otherwise, in words: a fit that does not determine all parameters says so first. */
  readonly remarks?: readonly string[];
  /** The model in plain text. */
  readonly formula: string;
  /** The model in TeX. */
  readonly tex: string;
  /** Paper or book, with its equation or page. */
  readonly source: string;
  /** The model in TeX with other text, such as numbers, in place of the parameter names. */
  texWith(words: Readonly<Record<Name, string>>): string;
  /** The model's value at x for parameters by name. */
  value(x: number | Numbers, values: Values<Name>): number;
  /** The value at x; writes the derivative by each parameter into `gradient`. Called in the inner loop: allocates nothing. */
  point(x: Point, parameters: Float64Array, gradient: Float64Array): number;
  /**
   * Candidate starting values, computed from the data. Those of linear parameters are ignored. `bestFit` fits a simpler model to the
   * same data, for a curve that starts from one. `round` counts from 0 the times that candidates are asked for: a model that draws them gives
   * others then.
   */
  initialGuesses(data: Shape, bestFit: BestFit, round?: number): readonly Numbers[];
  /** Natural domains of the parameters whose domain is not the whole line. */
  readonly domain: Domain;
  /** Parameter values at which the curve is a simpler one (nu = 1 of a Richards curve): that one is fitted first and used as a start. */
  readonly specialCases?: readonly Partial<Values<Name>>[];
  /** The model with outer functions undone, so that more of its parameters are linear: used for starts. */
  readonly views?: readonly View[];
}

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

/** Least squares of a model on x and y by default options: the parameters in order, or undefined if the fit failed. */
export type BestFit = <Name extends string>(model: Model<Name>, x: Numbers, y: Numbers) => Float64Array | undefined;

/** Allowed ranges of parameters, `[lower, upper]` by name. */
export type Domain = { readonly [name: string]: readonly [lower: number, upper: number] };

/** Input of a self-start: the data sorted by the first predictor, their extent, and what the caller allows. */
export interface Shape {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The predictors of each point, in the same order; left out where there is one predictor. */
  readonly rows?: readonly Float64Array[];
  /** Weights of the points, all above 0, up to a common factor. */
  readonly weights: Float64Array;
  /** Values that a parameter may take, by its bounds; a single one, if it is held. */
  range(name: string): readonly [lower: number, upper: number];
  readonly xMin: number;
  readonly xMax: number;
  /** xMax - xMin, or 1 if all x are equal. */
  readonly xSpan: number;
  readonly yMin: number;
  readonly yMax: number;
  /** yMax - yMin, or 1 if y is constant. */
  readonly ySpan: number;
}

/** A parameter vector whose first entries are known to exist, so that `p[0]` is a number. */
export type Slots = Record<0 | 1 | 2 | 3 | 4, number>;

/** Definition of a built-in curve of one predictor; `defineCurve` adds the rest. */
export interface CurveDefinition<Name extends string> {
  readonly name: string;
  /** Name in `curves` and its arguments, of a curve that is a function there. */
  readonly family?: { readonly name: string; readonly arguments: readonly number[] };
  readonly parameters: readonly Name[];
  readonly linear?: readonly Name[];
  readonly nonsmooth?: readonly Name[];
  readonly bends?: boolean;
  /** What in the model is most often meant otherwise, in words: a fit that does not determine all parameters says so first. */
  readonly remarks?: readonly string[];
  readonly domain?: Domain;
  readonly specialCases?: Model<Name>["specialCases"];
  readonly formula: string;
  readonly source: string;
  readonly tex: (words: Readonly<Record<Name, string>>) => string;
  readonly point: (x: number, p: Readonly<Slots>, gradient: Slots) => number;
  readonly initialGuesses: Model<Name>["initialGuesses"];
}

/** A model of one predictor from its definition. */
export function defineCurve<Name extends string>(definition: CurveDefinition<Name>): Model<Name> {
  const { name, family = { name, arguments: [] }, parameters, formula, source, tex, initialGuesses } = definition;
  const point = definition.point as unknown as Model<Name>["point"];
  const model: Model<Name> = {
    name,
    parameters,
    predictors: ["x"],
    linear: definition.linear ?? [],
    nonsmooth: definition.nonsmooth ?? [],
    bends: definition.bends ?? false,
    domain: definition.domain ?? {},
    specialCases: definition.specialCases ?? [],
    formula,
    source,
    tex: tex(symbols(parameters)),
    texWith: tex,
    value: (x, values) => point(x as number, toVector(name, parameters, values), new Float64Array(parameters.length)),
    point,
    initialGuesses,
  };
  return withOrigin(model, { kind: "curve", ...family });
}

/** The vector that `point` reads, from parameters by name; throws a TypeError if one is missing. */
export function toVector<Name extends string>(
  caller: string,
  names: readonly Name[],
  values: Values<Name>,
): Float64Array {
  return Float64Array.from(names, (name) => {
    const value = values[name];
    if (typeof value !== "number") throw new TypeError(`${caller}: parameter ${name} is ${value}, needs a number`);
    return value;
  });
}

/** Parameters by name, from the vector. */
export function toValues<Name extends string>(names: readonly Name[], vector: ArrayLike<number>): Record<Name, number> {
  const values: Partial<Record<Name, number>> = {};
  for (let j = 0; j < names.length; j++) values[names[j] as Name] = vector[j] as number;
  return values as Record<Name, number>;
}

const greek = new Set(["alpha", "beta", "gamma", "delta", "lambda", "mu", "nu", "sigma", "tau", "theta"]);

/** `x0` as `x_{0}`, `nu` as a Greek letter, a word upright. */
export function symbol(name: string): string {
  const [, letters = name, digits = ""] = /^([A-Za-z]+)(\d*)$/.exec(name) ?? [];
  const base = greek.has(letters) ? `\\${letters}` : letters.length > 1 ? `\\mathrm{${letters}}` : letters;
  return digits === "" ? base : `${base}_{${digits}}`;
}

function symbols<Name extends string>(names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, symbol(name)])) as Record<Name, string>;
}
