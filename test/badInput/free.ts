// Places where any value is right, so that one of an unexpected kind is no fault.
import type { Path } from "./inputs";

/** Per function, the places (a pattern on the path, joined by dots) that hold labels, answers, or points of the caller's own. */
const labels: Readonly<Record<string, RegExp>> = {
  "core.numberText": /^0$/, // writes NaN as "NaN", as its comment says
  "definitions.evidenceOf": /^0\.0\.chance$/, // an empty cell
  "plot.glance": /^1\.0\.ants$/, // a row's values are shown as they are
  "plot.along": /^0\.0\.(size|score)$|^[12]$/, // null and NaN are gaps; a column or a function
  "plot.averaged": /^0\.0\.(step|right)$|^[12]$/,
  "data.unique": /^0\.\d$/, // text, numbers or booleans, and null
  "core.unwrap": /^0\..*/, // passes a result on as it is
  "core.yearsOf": /^0(\.\d)?$/, // a date as Date or text, one or several
  "stats.countsFromShares": /^1$/, // one number of questions, or one per share
  "stats.bootstrapInterval": /^0\.\d$/, // units of any kind, which only the statistic reads
  "stats.imputeByPca": /^0\.\d\.\d$/, // null and NaN are missing values
  "learning.train": /^0.record$/, // a number, or several
  "learning.trainRun": /^0.record$/,
  "measures.epsilonMachine.fromProcess": /symbol$/,
  "measures.causalEmergence.psi": /^0\.alphabets|macro$|parts\.\d$/,
  "measures.causalEmergence.delta": /^0\.alphabets|macro$|parts\.\d$/,
  "measures.causalEmergence.gamma": /^0\.alphabets|macro$|parts\.\d$/,
  "measures.causalEmergence.gaussian": /macro$|parts\.\d$/,
  "measures.causalEmergence.steps": /^0\.\d\.\d$/, // states of any kind
  "measures.blockEntropies": /^0$/, // symbols
  "measures.lempelZiv": /^0$/,
  "measures.activeInformation": /^0$/,
  "measures.transferEntropy": /^[01]$/,
  "measures.transferEntropy, given a series": /^[01]$|given$/,
  "measures.transferEntropy, of several series": /^[01](\.\d)*$/,
  "measures.epsilonMachine.fromSequence": /^0$/,
  "measures.drawnClosure": /^0\.\d$/, // macro values are texts or numbers
  "metrics.bleu": /^[01]$/, // one text, or several
  "metrics.exactMatch": /^1$/,
  "metrics.rouge": /^1$/,
  "metrics.tokenF1": /^1$/,
  "metrics.exactMatch, by words": /^1$|normalize$/,
  "metrics.tokenEditDistance": /^[01](\.\d)?$/, // a text, or tokens, which are texts or numbers
  "metrics.macroF1": /^[01]\.\d$/, // labels are texts, numbers or booleans
  "metrics.matthews": /^[01]\.\d$/,
  "metrics.multipleChoiceGrade": /^1$/, // an index, or scores
  "metrics.brier": /^1$/,
  "metrics.calibrationBins": /^1\.\d$/,
  "metrics.expectedCalibrationError": /^1\.\d$/,
  "metrics.numericMatch": /^[01]$/, // a text or a number; one target or several
  "metrics.numericMatch, as written": /^[01]$|written$/,
  "fit.fit().predict": /^0$/, // one x, or several
  "fit.fit().band": /^0$/,
  "fit.fitBinomial().predict": /^0$/,
  "fit.fitBinomial().band": /^0$/,
  "fit.bootstrap().band": /^0$/,
  "stats.imputeByPca().impute": /^0\.\d\.\d$/,
  "stats.random().shuffle": /^0/, // items of any kind
  "plot.live": /^0(\.\d)?$/, // anything that a loop goes through, of moments of any kind
  "plot.claim": /^[23]/, // evidence of any kind
  "plot.exercise": /^1$/, // an answer of any kind
  "plot.gradeExercise": /^1$/, // an answer of any kind
  "plot.sealed": /^1/, // names of the notebook, with values of any kind
  "plot.predict": /^2$/, // a guess of any kind: one that is no answer leaves the bet open
  "plot.predict, of choices": /^2$/,
  "plot.reveal": /guess$/,
  "plot.reveal, of choices": /guess$/,
  "plot.bars, of dates": /^0\.\d$/,
  "plot.table": /^0\.|^1\.columns$/, // cells of any kind; columns as a list or by name
  "plot.bars": /chance$/, // a number, or one with its label
  "plot.fitted": /^[12]\.\d$/, // null is a gap
  "plot.reproduce": /^0\.(claim|note|toleranceReason)|^1$/, // text shown as it is; a value of NaN counts as different
  "data.readTable": /^1$|decimal$/, // null stands for no schema; a decimal mark, or one per column
  "data.readTable, with all options": /^1$|(header|comment|decimal)$/, // true or names; false or a mark; one mark or one per column
  "plot.gridOf": /\.score$/, // null and NaN are missing cells
  "data.familiesByFlops": /^0\.\d\./, // rows keep whatever columns they have; a flops of null is not published
  "run.gridPoints": /^0/, // parameters of any kind
  "run.pointSeed": /^1/,
};

/** Results in which NaN or undefined is what was asked for, or what the comment of the function says. */
export const holesAllowed: Readonly<Record<string, RegExp>> = {
  "plot.glance": /ants/, // gives back the rows as they are
  "data.unique": /./, // NaN is one of the values
  "core.unwrap": /^\.value/,
  "core.numberText": /^$/,
  "run.gridPoints": /./,
  "measures.causalEmergence.steps": /./, // passes states on as they are
  // A note of the figure says how many values are NaN or infinite, and left out.
  ...Object.fromEntries(
    ["fitted", "lines", "lines, of dates", "points", "points, of dates", "smallMultiples"].map((name) => [
      `plot.${name}`,
      /^\.layout\.annotations\[\]\.text$/,
    ]),
  ),
  "stats.random().shuffle": /./,
  "systems.ants().step": /\.share$/, // before the first ant
  "systems.antTrails().step": /\.meanLength$/, // before the first round
};

/** Variables may be named or numbered, one or several. */
const variables = /^measures\.(gaussian\.)?\w+$/;

export function free(name: string, path: Path): boolean {
  const place = path.join(".");
  if (labels[name]?.test(place)) return true;
  if (variables.test(name) && /^\d+\.(groups|sources)\.\d|^\d+\.target$|^0\.alphabets|^[123](\.\d)?$/.test(place)) {
    return (
      /information|entropy|correlation|complexity|partial|outcomesOf/i.test(name) &&
      !/transferEntropy|activeInf/.test(name)
    );
  }
  // null is a gap in a figure.
  return (
    name.startsWith("plot.") &&
    /\.(x|y|z|before|after|values|lower|upper|xLower|xUpper|error|interval|heading)(\.\d)*$/.test(place)
  );
}

/** Functions whose last argument is data, which may hold more than is read of them. */
export const onlyData: ReadonlySet<string> = new Set([
  "core.unwrap",
  "definitions.splitters",
  "learning.distanceWeights",
  "measures.wholeMinusParts",
  "measures.outcomesOf",
  "systems.coveringTest",
  "systems.satisfiable",
  "systems.finiteSizeCrossing",
  "plot.claim",
  "data.familiesByFlops",
  "run.gridPoints",
  "run.pointSeed",
]);
