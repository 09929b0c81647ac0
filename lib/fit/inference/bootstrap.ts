import { deviation, mean } from "d3-array";
import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireInside, requireWhole } from "../../core/require";
import { unitOf } from "../../core/unitOf";
import { centralInterval } from "../../stats/centralInterval";
import { type Random, random } from "../../stats/random";
import type { Point, Predictors } from "../model/model";
import { countsProblem } from "../problem/counts";
import { toFreeParameters } from "../problem/freeParameters";
import { leastSquares, type Observations } from "../problem/leastSquares";
import { toObservations, toPoints } from "../problem/observations";
import { defaults } from "../problem/options";
import { lossOf } from "../problem/robust";
import { requireFit } from "../result/requireFit";
import type { BinomialFit, Fit } from "../result/result";
import { Descender, type Descent } from "../solver/descend";
import { searchOn } from "../start/search";

/** Options of `bootstrap`. */
export interface BootstrapOptions {
  /** Number of refits. Default 1000. */
  readonly replicates?: number;
  /**
   * "cases": points drawn with replacement; "residuals": the curve plus residuals drawn with replacement (errors of one size); "wild": each residual
   * kept at its point, with a random sign (errors of any size); "binomial": counts drawn from the fitted probabilities, for `fitBinomial`. Default "cases".
   */
  readonly kind?: "cases" | "residuals" | "wild" | "binomial";
  /** Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
const bootstrapOptions: Kinds<BootstrapOptions> = {
  replicates: "number",
  kind: ["cases", "residuals", "wild", "binomial"],
  seed: "number",
};

/** Refits of resampled data, with the errors and intervals read from them. */
export interface Bootstrap<Name extends string = string> {
  readonly kind: NonNullable<BootstrapOptions["kind"]>;
  /** Estimates by parameter name, one per refit that converged. */
  readonly replicates: Record<Name, number[]>;
  /** Number of refits that did not converge; if many failed, the intervals are too narrow. */
  readonly failed: number;
  readonly standardErrors: Record<Name, number>;
  /** Percentile intervals by name. */
  interval(confidence?: number): Record<Name, Interval>;
  /** Percentile band of the curve. */
  band(x: Predictors, options?: { readonly confidence?: number }): { lower: number[]; upper: number[] };
}

/**
 * Bootstrap of a fit: refits resampled data; errors, intervals and bands are those of the refits' estimates (percentiles).
 *
 * @returns the refits, or a failure if fewer than 2 of them converged
 * @throws TypeError for a kind that the fit does not allow, RangeError for fewer than 2 replicates
 * @example
 * import { unwrap } from "@emergence/lib/core";
 * import { bootstrap, curves, fit, unwrapFit } from "@emergence/lib/fit";
 * const line = unwrapFit(fit(curves.line, [0, 1, 2, 3, 4], [1.1, 2.9, 5.1, 6.9, 9.2]));
 * unwrap(bootstrap(line, { replicates: 200, kind: "residuals", seed: 7 })).replicates.slope.length; // => 200
 *
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 9 and 13; wild: Wu 1986, Ann. Statist. 14, 1261-1295, with random signs.
 */
export function bootstrap<Name extends string>(
  fitted: Fit<Name> | BinomialFit<Name>,
  options: BootstrapOptions = {},
): Bootstrap<Name> | Failure {
  requireFit("bootstrap", "fitted", fitted);
  const { replicates: count = 1000, kind = "cases", seed = 1 } = optionsOf("bootstrap", options, bootstrapOptions);
  requireWhole("bootstrap", "replicates", count, 2);
  const refit = "deviance" in fitted ? countsRefit(fitted, kind) : squaresRefit(fitted, kind);
  const source = random(seed, "bootstrap");
  const vectors: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    const { stop, parameters } = refit(source);
    if (stop === "converged") vectors.push(parameters);
  }
  if (vectors.length < 2) {
    const reason = `${count - vectors.length} of ${count} refits did not converge: fix a parameter, give bounds, or raise maxIterations of the fit`;
    return { kind: "failed", reason };
  }
  const { model, names } = fitted;
  const column = (j: number) => vectors.map((vector) => vector[j] as number);
  const byName = <T>(of: (values: number[]) => T) =>
    Object.fromEntries(names.map((name, j) => [name, of(column(j))])) as Record<Name, T>;
  return {
    kind,
    replicates: byName((values) => values),
    failed: count - vectors.length,
    standardErrors: byName(spread),
    interval: (confidence = 0.95) => byName((values) => middle(values, confidence)),
    band: (x, bandOptions = {}) => {
      const { confidence = 0.95 } = optionsOf("bootstrap", bandOptions, { confidence: "number" });
      const gradient = new Float64Array(names.length);
      const ends = Array.from(toPoints("bootstrap", model, x), (point: Point) =>
        middle(
          vectors.map((vector) => model.point(point, vector, gradient)),
          confidence,
        ),
      );
      return { lower: ends.map(({ lower }) => lower), upper: ends.map(({ upper }) => upper) };
    },
  };
}

/** Relative fall at which a refit ends: a hundred-thousandth of a standard error is digits enough. */
const settled = 1e-10;

type Refit = (source: Random) => Descent;

/** Refits of a least-squares fit; the data are copied once and overwritten by each refit. */
function squaresRefit<Name extends string>(fitted: Fit<Name>, kind: NonNullable<BootstrapOptions["kind"]>): Refit {
  if (kind === "binomial") throw new TypeError('bootstrap: kind "binomial" needs a fit of fitBinomial');
  const { model, options, names, parameters, x, y, degreesOfFreedom } = fitted;
  const data = toObservations("bootstrap", model, x, y, options);
  const free = toFreeParameters("bootstrap", model, options);
  const start = Float64Array.from(names, (name) => parameters[name]);
  const roots = data.rootWeights.slice();
  const curve = fitted.fitted;
  const rows = y.length;
  // Residuals are smaller than errors by the parameters they were fitted with.
  const stretch = degreesOfFreedom > 0 ? Math.sqrt(fitted.n / degreesOfFreedom) : 1;
  const residuals = Float64Array.from(fitted.residuals, (r, i) => r * (roots[i] as number) * stretch);
  const counted = Array.from(roots.keys()).filter((i) => (roots[i] as number) > 0);
  const center = mean(counted, (i) => residuals[i] as number) as number;
  const robust = lossOf(options.loss, fitted.lossScale, data);
  const problemOf = (moved: typeof free) => leastSquares(model, data, moved, robust);
  const posed = new Descender(problemOf, free);
  return (source) => {
    if (kind === "cases") drawCases(source, data.rootWeights, roots, counted);
    for (let i = 0; i < rows && kind !== "cases"; i++) {
      const root = roots[i] as number;
      if (root === 0) continue;
      const drawn =
        kind === "wild"
          ? (source.uniform() < 0.5 ? -1 : 1) * (residuals[i] as number)
          : (residuals[counted[source.integer(0, counted.length - 1)] as number] as number) - center;
      data.y[i] = (curve[i] as number) + drawn / root;
    }
    return again(model.nonsmooth.length > 0 ? undefined : start, posed, { model, data, options });
  };
}

/** Refits of a fit to counts. */
function countsRefit<Name extends string>(
  fitted: BinomialFit<Name>,
  kind: NonNullable<BootstrapOptions["kind"]>,
): Refit {
  if (kind !== "binomial" && kind !== "cases") {
    throw new TypeError(`bootstrap: kind "${kind}" needs a fit by least squares, counts take "binomial" or "cases"`);
  }
  const { model, options, names, parameters, x, y } = fitted;
  const trials = fitted.trials.slice();
  const successes = fitted.successes.slice();
  const curve = fitted.fitted;
  const data = toObservations("bootstrap", model, x, y, { weights: trials });
  const free = toFreeParameters("bootstrap", model, options);
  const start = Float64Array.from(names, (name) => parameters[name]);
  const problemOf = countsProblem(model, data, successes, trials);
  const posed = new Descender(problemOf, free);
  return (source) => {
    const times = new Float64Array(trials.length).fill(kind === "cases" ? 0 : 1);
    for (let i = 0; i < trials.length && kind === "cases"; i++) {
      const drawn = source.integer(0, trials.length - 1);
      times[drawn] = (times[drawn] as number) + 1;
    }
    for (let i = 0; i < trials.length; i++) {
      const n = fitted.trials[i] as number;
      // A point drawn twice counts as one point with twice the trials; one not drawn has none.
      trials[i] = n * (times[i] as number);
      successes[i] =
        kind === "cases"
          ? (fitted.successes[i] as number) * (times[i] as number)
          : source.binomial(n, Math.min(1, Math.max(0, curve[i] as number)));
    }
    return again(start, posed, { model, data, options });
  };
}

interface Context<Name extends string> {
  readonly model: Fit<Name>["model"];
  readonly data: Observations;
  readonly options: Fit<Name>["options"];
}

/** One refit: from the estimate if there is one, else, or if that does not converge, by a full search. */
function again<Name extends string>(
  start: Float64Array | undefined,
  posed: Descender,
  { model, data, options }: Context<Name>,
): Descent {
  const { tolerance, maxIterations } = { ...defaults, ...options };
  const near = start && posed.descend(start, { tolerance, maxIterations, settled });
  if (near?.stop === "converged") return near;
  const { start: _, ...rest } = options;
  const far = searchOn(posed.problemOf, model, data, posed.free, rest as typeof options).descent;
  return far ?? { stop: "overflow", cost: Number.NaN, iterations: 0, parameters: posed.free.all };
}

/** Points drawn with replacement, as weights: a point drawn twice has twice the weight. */
function drawCases(source: Random, into: Float64Array, roots: Float64Array, counted: readonly number[]): void {
  into.fill(0);
  for (let k = 0; k < counted.length; k++) {
    const i = counted[source.integer(0, counted.length - 1)] as number;
    into[i] = (into[i] as number) + 1;
  }
  for (let i = 0; i < into.length; i++) into[i] = Math.sqrt(into[i] as number) * (roots[i] as number);
}

/** Standard deviation, also of values whose squares are no numbers. */
function spread(values: readonly number[]): number {
  const unit = unitOf(values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0));
  return unit * (deviation(values, (value) => value / unit) as number);
}

function middle(values: Numbers, confidence: number): Interval {
  requireInside("bootstrap", "confidence", confidence);
  return centralInterval(values, confidence);
}
