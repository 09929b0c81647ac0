import { norm } from "../../core/linearAlgebra";
import { toValues } from "../model/model";
import { originOf } from "../model/origin";
import { fittedTex } from "../model/tex";
import type { BandState } from "../uncertainty/band";
import { type Covariance, correlationOf, covarianceMatrix, covarianceOf } from "../uncertainty/covariance";
import { judge, type Verdict } from "../uncertainty/identifiability";
import type { ProfileState } from "../uncertainty/profile";
import { roundedAway } from "../uncertainty/roundedAway";
import { warn } from "../uncertainty/warnings";
import type { ErrorModel, FitRecord } from "./record";
import type { Fit } from "./result";

type LazyName =
  | "standardErrors"
  | "covariance"
  | "correlation"
  | "identifiable"
  | "direction"
  | "condition"
  | "warnings"
  | "fitted"
  | "residuals"
  | "fittedTex";

/** Names of the numbers of a fit that are computed when first read. */
export const lazyNames: readonly LazyName[] = [
  "standardErrors",
  "covariance",
  "correlation",
  "identifiable",
  "direction",
  "condition",
  "warnings",
  "fitted",
  "residuals",
  "fittedTex",
];

/** The numbers of a fit that are computed when first read. */
export type Lazy<Name extends string> = Pick<Fit<Name>, LazyName>;

/**
 * Numbers of a fit, computed when first read and kept, so that a thousand fits of which only the parameters are used cost no more than
 * that.
 */
export class Summary<Name extends string, Errors extends ErrorModel = ErrorModel> implements Lazy<Name> {
  readonly record: FitRecord<Name>;
  readonly errors: Errors;
  readonly #known: { -readonly [K in keyof Lazy<Name>]?: Lazy<Name>[K] };
  #covariance: Covariance | undefined;
  #verdict: Verdict | undefined;

  /** @param known numbers that need no computing, of a fit that comes back as plain data */
  constructor(record: FitRecord<Name>, errors: Errors, known: Partial<Lazy<Name>> | undefined) {
    this.record = record;
    this.errors = errors;
    this.#known = { ...known };
  }

  get standardErrors(): Record<Name, number> {
    this.#known.standardErrors ??= toValues(this.record.model.parameters, this.#uncertainty().errors);
    return this.#known.standardErrors;
  }
  get covariance(): number[][] {
    this.#known.covariance ??= covarianceMatrix(this.#uncertainty().errors, this.correlation);
    return this.#known.covariance;
  }
  get correlation(): number[][] {
    this.#known.correlation ??= correlationOf(this.#uncertainty());
    return this.#known.correlation;
  }
  get condition(): number {
    this.#known.condition ??= this.#uncertainty().uncertainty.condition();
    return this.#known.condition;
  }
  get identifiable(): boolean {
    this.#known.identifiable ??= this.#judged().identifiable;
    return this.#known.identifiable;
  }
  get direction(): string {
    this.#known.direction ??= this.#judged().direction;
    return this.#known.direction;
  }
  get warnings(): readonly string[] {
    const { errors, record, degreesOfFreedom, direction, atBound } = this;
    const { stop } = record.descent;
    const { robustness, n } = errors;
    const moving = record.posed.free.indices.length;
    this.#known.warnings ??= [
      ...errors.alarms(),
      ...record.warnings(),
      ...(direction === "" ? [] : (record.model.remarks ?? [])),
      ...warn({ direction, stop, degreesOfFreedom, atBound, robustness, n, moving }),
      ...errors.warnings(),
    ];
    return this.#known.warnings;
  }
  get fitted(): number[] {
    this.#known.fitted ??= this.errors.fitted();
    return this.#known.fitted;
  }
  get residuals(): number[] {
    const { y } = this.record.data;
    this.#known.residuals ??= this.fitted.map((value, i) => (y[i] as number) - value);
    return this.#known.residuals;
  }
  get fittedTex(): string {
    const { model } = this.record;
    this.#known.fittedTex ??= fittedTex(model, this.parameters);
    return this.#known.fittedTex;
  }

  get parameters(): Record<Name, number> {
    return toValues(this.record.model.parameters, this.record.descent.parameters);
  }
  get degreesOfFreedom(): number {
    return this.errors.n - this.record.posed.free.indices.length;
  }
  get x(): number[] | number[][] {
    const { points } = this.record.data;
    return points instanceof Float64Array ? toArray(points) : Array.from(points as ArrayLike<Float64Array>, toArray);
  }
  get y(): number[] {
    return toArray(this.record.data.y);
  }
  /** Parameters that ended at a bound. */
  get atBound(): Name[] {
    const { indices, lower, upper } = this.record.posed.free;
    const { parameters } = this.record.descent;
    const names: Name[] = [];
    for (let j = 0; j < indices.length; j++) {
      const index = indices[j] as number;
      const value = parameters[index];
      if (value === lower[j] || value === upper[j]) names.push(this.record.model.parameters[index] as Name);
    }
    return names;
  }
  /** Parameters that were not free. */
  get fixed(): Name[] {
    const { indices } = this.record.posed.free;
    const names = this.record.model.parameters;
    return indices.length === names.length ? [] : names.filter((_, index) => !indices.includes(index));
  }

  /** Input of `band`. */
  bandState(): BandState {
    const { model, descent } = this.record;
    const { estimated, uncertainty, unit } = this.#uncertainty();
    const { errors, degreesOfFreedom } = this;
    const { range, absolute } = errors;
    const observationError = (value: number) => errors.observationError(value);
    const vector = descent.parameters;
    return { model, vector, estimated, uncertainty, unit, observationError, range, degreesOfFreedom, absolute };
  }
  /** Input of `profile`. */
  profileState(): ProfileState<Name> {
    const { model, descent, options, posed } = this.record;
    const { free, problemOf } = posed;
    const { standardErrors, degreesOfFreedom, errors } = this;
    const { absolute } = errors;
    const { unit } = this.#uncertainty();
    return { model, problemOf, free, options, descent, standardErrors, unit, degreesOfFreedom, absolute };
  }

  #uncertainty(): Covariance {
    const { model, data, posed, descent } = this.record;
    this.#covariance ??= covarianceOf(model, data, posed, descent.parameters, this.errors.unit());
    return this.#covariance;
  }
  #judged(): Verdict {
    if (this.#verdict !== undefined) return this.#verdict;
    const { estimated, uncertainty, columns } = this.#uncertainty();
    const { model, descent, data } = this.record;
    const isFormula = originOf(model)?.kind === "expression";
    const rounded = isFormula ? roundedAway(model, data, descent.parameters) : [];
    const names = estimated.map((index) => model.parameters[index] as Name);
    this.#verdict = judge(uncertainty, {
      names,
      values: estimated.map((index) => descent.parameters[index] as number),
      errors: names.map((name) => this.standardErrors[name]),
      columns,
      signal: this.errors.signal(),
      linear: this.errors.linear && names.every((name) => model.linear.includes(name)),
      rounded: estimated.map((index) => rounded[index] ?? false),
      columnAt: (j, shift) => this.#columnAt(estimated[j] as number, shift),
    });
    return this.#verdict;
  }
  /**
   * Norm of a parameter's Jacobian column where it is moved by so many standard errors, the others following as far as they are correlated with it,
   * all up to their bounds; NaN if it cannot move, or the curve is linear in it.
   */
  #columnAt(index: number, shift: number): number {
    const { model, descent, posed, data } = this.record;
    const { indices, lower, upper } = posed.free;
    const { correlation } = this;
    const { errors } = this.#uncertainty();
    if (model.linear.includes(model.parameters[index] as Name)) return Number.NaN;
    const moved = descent.parameters.slice();
    for (const [j, other] of indices.entries()) {
      const share = correlation[index]?.[other] as number;
      const to = (moved[other] as number) + (share === 0 ? 0 : shift * share * (errors[other] as number));
      moved[other] = Math.min(upper[j] as number, Math.max(lower[j] as number, to));
    }
    if (moved[index] === descent.parameters[index]) return Number.NaN;
    const rows = data.y.length;
    return posed.readJacobian(moved, (jacobian) => norm(jacobian, indices.indexOf(index) * rows, rows));
  }
}

/** By a loop: several times as fast as Array.from of a typed array. */
function toArray(vector: Float64Array): number[] {
  const values: number[] = [];
  for (let i = 0; i < vector.length; i++) values.push(vector[i] as number);
  return values;
}
