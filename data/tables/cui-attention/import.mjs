// Dot-product attention, positional against semantic: Cui et al.'s theory and experiments at omega .3, as order parameters.
import { join } from "node:path";
import { numeric, readCsv, significant } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const theoryFile = (/** @type {string} */ suffix) =>
  join("cui-attention", "theory", `repl_softmax_Mixed_sig0.5_lamb0.01_omega0.3${suffix}.csv`);
const experimentFile = (/** @type {string} */ name) => join("cui-attention", "empirics", `results_${name}.csv`);

const theory = { semantic: theoryFile(""), positional: theoryFile("_para") };
const sizes = { mean: experimentFile("scaling"), deviation: experimentFile("std_scaling") };
const sweep = { mean: experimentFile("mean_standardA"), deviation: experimentFile("std_standardA") };
export const sources = [...Object.values(theory), ...Object.values(sizes), ...Object.values(sweep)];

/** Four digits, without sign; what the theory's quadrature leaves of a zero is zero. */
function rounded(/** @type {string | undefined} */ value, factor = 1) {
  const size = Math.abs(numeric(value)) * factor;
  return size < 2e-6 ? 0 : significant(size, 4);
}

/** Overlaps and losses in the units of the experiments: sigma^2 = .25 divides theta, mse counts both positions. */
const predicted = (/** @type {string} */ raw, /** @type {keyof typeof theory} */ start) =>
  readCsv(join(raw, theory[start])).map((row) => ({
    source: "theory",
    start,
    dimension: null,
    alpha: Number(numeric(row.alpha).toFixed(6)),
    semantic: rounded(row.theta, 1 / 0.25),
    positional: rounded(row.m),
    testLoss: rounded(row.mse, 1 / 2),
    trainLoss: rounded(row.Phi),
  }));

/** @typedef {Record<string, string>} Cells */

/** Means of the runs, with their standard deviations, which stand in a file of their own in the same order. */
function measured(
  /** @type {string} */ raw,
  /** @type {{ mean: string, deviation: string }} */ pair,
  /** @type {(row: Cells) => boolean} */ chosen,
) {
  const deviations = readCsv(join(raw, pair.deviation));
  return readCsv(join(raw, pair.mean))
    .map((row, i) => ({ row, deviation: /** @type {Cells} */ (deviations[i]) }))
    .filter(({ row }) => chosen(row))
    .map(({ row, deviation }) => {
      for (const key of ["d", "alpha", "omega", "informed"])
        if (row[key] !== deviation[key]) throw new Error(`${pair.deviation}: ${key} is not that of ${pair.mean}`);
      const dimension = numeric(row.d);
      return {
        source: "experiment",
        start: row.informed === "True" ? "semantic" : row.informed_position === "1.0" ? "positional" : "not stated",
        dimension,
        alpha: Number(numeric(row.alpha).toFixed(6)),
        semantic: rounded(row.attention_theta_mean),
        semanticDeviation: rounded(deviation.attention_theta_mean),
        positional: rounded(row.attention_mag_mean),
        positionalDeviation: rounded(deviation.attention_mag_mean),
        testLoss: rounded(row.attention_gen_error_mean),
        testLossDeviation: rounded(deviation.attention_gen_error_mean),
        trainLoss: rounded(row.attention_train_error_mean, 1 / dimension),
        linearTestLoss: rounded(row.linear_gen_error_mean),
      };
    });
}

const atOmega = (/** @type {Cells} */ { sigma, omega, attention_lmbda }) =>
  sigma === "0.5" && omega === "0.3" && attention_lmbda === "0.01";

/**
 * Every other value of alpha, from the largest down: a thinned table, since the publisher states no license.
 * @template {{ alpha: number }} Point
 */
function everyOther(/** @type {Point[]} */ points) {
  const alphas = [...new Set(points.map(({ alpha }) => alpha))].sort((a, b) => b - a);
  return points.filter(({ alpha }) => alphas.indexOf(alpha) % 2 === 0);
}

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const all = [
    ...everyOther(predicted(raw, "semantic")),
    ...everyOther(predicted(raw, "positional")),
    ...measured(raw, sizes, atOmega),
    ...everyOther(measured(raw, sweep, atOmega)),
  ];
  return sortedBy(all, "source", "dimension", "start", "alpha");
}
