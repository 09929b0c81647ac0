import { unitOf } from "../../core/unitOf";
import type { Model } from "../model/model";
import type { Observations, Robustness } from "../problem/leastSquares";
import { countPoints, largestOf, largestSize } from "../problem/observations";
import { defaults } from "../problem/options";
import { medianLoses, robustFactor, valuesAt, weigh } from "../problem/robust";
import { type Information, information, pointwise } from "../uncertainty/information";
import { Fitted } from "./fitted";
import type { ErrorModel, FitRecord } from "./record";
import type { Fit } from "./result";
import { type Lazy, Summary } from "./summary";

/** A least-squares fit from its finished descent, the scale of its loss in the unit of the data. */
export function squaresFit<Name extends string>(
  record: FitRecord<Name>,
  robustness: Robustness,
  known: Partial<Lazy<Name>> | undefined = undefined,
): Fit<Name> {
  return new SquaresFit(new Summary(record, new NormalErrors(record, robustness), known));
}

class SquaresFit<Name extends string> extends Fitted<Name, NormalErrors> implements Fit<Name> {
  declare readonly rss: number;
  declare readonly sigma: number;
  declare readonly r2: number;
  declare readonly lossScale: number;

  constructor(summary: Summary<Name, NormalErrors>) {
    super(summary);
    const { rss, sigma, r2, robustness } = summary.errors;
    this.rss = rss;
    this.sigma = sigma;
    this.r2 = r2;
    this.lossScale = robustness.scale;
  }
}

/** Normal errors, of a size that is estimated from the residuals or known. */
class NormalErrors implements ErrorModel {
  readonly n: number;
  readonly absolute: boolean;
  readonly robustness: Robustness;
  readonly rss: number;
  readonly sigma: number;
  readonly r2: number;
  readonly information: Information;
  readonly linear: boolean = true;
  readonly #model: Model;
  readonly #data: Observations;
  readonly #vector: Float64Array;
  readonly #moving: number;
  readonly #total: number;
  /** Rounding of the largest weighted y. */
  readonly #rounding: number;
  /** rss, sigma and the loss in the unit of the data, in which they cannot leave the range of numbers; the public ones are in the unit of y. */
  readonly #squares: number;
  readonly #spread: number;
  readonly #bend: Robustness;

  constructor({ model, data, options, posed, descent }: FitRecord<string>, robustness: Robustness) {
    const absolute = options.absoluteSigma ?? defaults.absoluteSigma;
    const moving = posed.free.indices.length;
    this.#model = model;
    this.#data = data;
    this.#vector = descent.parameters;
    this.#moving = moving;
    this.#total = totalSquares(data);
    this.#rounding = Number.EPSILON * largestOf(data);
    this.absolute = absolute;
    const n = countPoints(data);
    const rss = robustness.loss === "linear" ? descent.cost : squares(this.#weighted());
    this.#squares = rss;
    this.#spread = n > moving ? Math.sqrt(rss / (n - moving)) : Number.POSITIVE_INFINITY;
    this.#bend = robustness;
    const { unit } = data;
    this.robustness = robustness.loss === "linear" ? robustness : { ...robustness, scale: robustness.scale * unit };
    this.n = n;
    this.rss = rss * unit * unit;
    this.sigma = this.#spread * unit;
    this.r2 = this.#total > 0 ? 1 - rss / this.#total : 0;
    this.information = information({ data, rss, n, moving, absolute });
  }

  get range(): readonly [number, number] {
    return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  }
  fitted(): number[] {
    return valuesAt(this.#model, this.#data, this.#vector);
  }
  unit(): number {
    if (this.absolute) return 1 / this.#data.unit;
    if (this.#bend.loss === "linear") return this.#deviation();
    const counted = this.#weighted().filter((_, i) => this.#data.rootWeights[i] !== 0);
    return this.#deviation() * robustFactor(counted, this.#bend, this.#moving);
  }
  /** sigma, but not below the rounding of y: residuals of 0 do not say that y is known beyond its last digit. */
  #deviation(): number {
    return Math.max(this.#spread, this.#rounding);
  }
  signal(): number {
    return Math.sqrt(this.#total);
  }
  observationError(): number {
    return this.absolute ? 1 : this.#deviation() * this.#data.unit;
  }
  logLikelihoods(): number[] {
    return pointwise(this.#weighted(), this.#data, this.#squares, this.absolute);
  }
  alarms(): string[] {
    if (this.#bend.loss !== "linear") {
      if (medianLoses(this.#data, this.#weighted(), this.#bend)) return [];
      return [
        `the curve fits worse than the median of y does by the loss ${this.#bend.loss}: give a start or bounds, or another curve`,
      ];
    }
    if (!(this.r2 < -1e-9)) return [];
    return [
      `the curve fits worse than the mean of y does (r2 = ${this.r2.toPrecision(3)}): give a start or bounds, or another curve`,
    ];
  }
  warnings(): string[] {
    if (this.absolute || this.#spread > this.#rounding) return [];
    return [
      "the curve goes through the points to their last digit: errors are those of rounding, not of a measurement",
    ];
  }
  #weighted(): Float64Array {
    return weigh(this.#data, this.fitted());
  }
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Weighted sum of squares of y around its weighted mean. */
function totalSquares({ y, rootWeights }: Observations): number {
  // Weights up to a common factor, and y in a unit: sums near the largest number would leave the range.
  const [rootUnit, unit] = [unitOf(largestSize(rootWeights)), unitOf(largestSize(y))];
  let weights = 0;
  let mean = 0;
  for (let i = 0; i < y.length; i++) {
    const root = (rootWeights[i] as number) / rootUnit;
    const weight = root * root;
    weights += weight;
    mean += weight * ((y[i] as number) / unit);
  }
  mean = (mean / weights) * unit;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const apart = (rootWeights[i] as number) * ((y[i] as number) - mean);
    sum += apart * apart;
  }
  return sum;
}
