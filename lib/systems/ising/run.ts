import type { Estimate } from "../../core/estimate";
import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { binderCumulant } from "../../measures/order/binderCumulant";
import { orderParameter } from "../../measures/order/orderParameter";
import { susceptibility } from "../../measures/order/susceptibility";
import { blockMean } from "../../stats";
import { jackknife } from "../../stats/jackknife";
import { type IsingOptions, isingFor, isingOptions } from "./ising";

/** Options of a run, beside those of the model itself. */
export interface IsingRunOptions extends IsingOptions {
  /** Number of sweeps measured, >= 40. Default 10,000. */
  readonly sweeps?: number;
  /** Number of sweeps before those, >= 0. Default a fifth of `sweeps`. */
  readonly warmup?: number;
  /** Number of blocks for the standard errors; each should be many autocorrelation times long. Default 20. */
  readonly blocks?: number;
  /** Whether to return the measured series too. Default false. */
  readonly record?: boolean;
}

/** Kinds of the options, for their check. */
const isingRunOptions: Kinds<IsingRunOptions> = {
  ...isingOptions,
  sweeps: "number",
  warmup: "number",
  blocks: "number",
  record: "boolean",
};

/** Averages of a run, per spin. */
export interface IsingResult {
  /** <u>, in units of J. */
  readonly energy: Estimate;
  /** <|m|>. */
  readonly absMagnetization: Estimate;
  /** (N / T) (<m^2> - <|m|>^2). */
  readonly susceptibility: Estimate;
  /** 1 - <m^4> / (3 <m^2>^2). */
  readonly binder: Estimate;
  /** (N / T^2) (<u^2> - <u>^2), in units of k_B. */
  readonly specificHeat: Estimate;
}

/** The same, with the values after each measured sweep. */
export interface IsingRecord extends IsingResult {
  /** u after each sweep. */
  readonly energies: Float64Array;
  /** m after each sweep, sign kept. */
  readonly magnetizations: Float64Array;
}

/**
 * Runs an Ising model and returns its averages, each with a standard error by the jackknife over blocks of consecutive sweeps, which includes
 * autocorrelation.
 *
 * Blocks must be longer than the memory of the run. Metropolis forgets m in about L^2.17 sweeps at Tc. Deep below Tc a large lattice never forgets it: there
 * <|m|> is well measured, but the sign of m is not. Wolff forgets in a few sweeps at every temperature.
 *
 * @param options those of `ising`; `sweeps`, `warmup`, `blocks`, `record`
 * @throws RangeError for an option out of range
 * @example
 * import { isingRun } from "@emergence/lib/systems";
 * isingRun({ size: 8, temperature: 0.1, sweeps: 100, seed: 1 }).energy.mean; // => -2
 *
 * Source: Landau & Binder 2014, A Guide to Monte Carlo Simulations in Statistical Physics, ch. 4.
 */
export function isingRun(options: IsingRunOptions & { readonly record: true }): IsingRecord;
export function isingRun(options: IsingRunOptions): IsingResult;
export function isingRun(options: IsingRunOptions): IsingResult | IsingRecord {
  const {
    size,
    temperature,
    sweeps = 10_000,
    warmup = Math.ceil(sweeps / 5),
    blocks = 20,
    record = false,
  } = optionsOf("isingRun", options, isingRunOptions);
  requireWhole("isingRun", "sweeps", sweeps, 40);
  requireWhole("isingRun", "warmup", warmup, 0);
  requireWhole("isingRun", "blocks", blocks, 2);
  const model = isingFor("isingRun", options);
  model.sweep(warmup);
  const energies = new Float64Array(sweeps);
  const magnetizations = new Float64Array(sweeps);
  for (let done = 0; done < sweeps; done++) {
    model.sweep();
    energies[done] = model.energy;
    magnetizations[done] = model.magnetization;
  }
  const sites = size * size;
  const run = {
    energy: blockMean(energies, { blocks }),
    absMagnetization: orderParameter(magnetizations, { blocks }),
    susceptibility: susceptibility(magnetizations, { size: sites, temperature, blocks }),
    binder: binderCumulant(magnetizations, { blocks }),
    specificHeat: jackknife(
      "isingRun",
      energies,
      [(u) => u, (u) => u * u],
      ([mean = 0, square = 0]) => (sites / temperature ** 2) * (square - mean * mean),
      { blocks },
    ),
  };
  return record ? { ...run, energies, magnetizations } : run;
}
