// One valid call of each public function, with all its options where they can stand together. The test takes these calls apart.
import { definitions, fit as fits, learning, measures, results, stats } from "../../lib/index";
import * as plot from "../../plot/index";

const { curves } = fits;
const x5 = () => [1, 2, 3, 4, 5];
const y5 = () => [1.1, 2.9, 5.1, 6.9, 9.2];
const line = () => fits.unwrapFit(fits.fit(curves.line, x5(), y5()));
const parabola = () => fits.unwrapFit(fits.fit(curves.polynomial(2), x5(), y5()));
const logistic = () => fits.unwrapFit(fits.fit(curves.logistic, [0, 1, 2, 3, 4], [0.02, 0.12, 0.5, 0.88, 0.98]));
// By hand, not made by the kit, which knows its own and does not look through them again.
const byHand = (outcomes: string[]) => structuredClone(measures.fromSamples(outcomes));
const xor = () => byHand(["000", "011", "101", "110"]);
const four = () => byHand(["0000", "0111", "1011", "1100"]);
const covariance = () => [
  [1, 0.5, 0.2],
  [0.5, 1, 0.3],
  [0.2, 0.3, 1],
];
const judges = () => definitions.definitions.filter(({ id }) => id === "wei" || id === "anderson");
const judgedCurve = () => ({ scale: [1, 10, 100, 1000], score: [0.2, 0.3, 0.2, 0.9], trials: 10, chance: 0.25 });
const judgedCases = () => [{ id: "a", name: "first", evidence: judgedCurve(), control: false }];
// What is read of a matrix: two operational definitions, two cases.
const judgedTable = () => ({
  definitions: ["wei", "anderson"].map((id) => ({ id, name: id, operational: true })),
  cases: ["a", "b"].map((id) => ({ id, name: id })),
  cells: [
    [{ verdict: "yes" }, { verdict: "no" }],
    [{ verdict: "no" }, { verdict: "undecided" }],
  ],
});
const sensedTable = () => ({
  ...judgedTable(),
  definitions: judgedTable().definitions.map((one) => ({ ...one, author: "A", sense: "machineLearning" })),
});
const golden = () => measures.processes.goldenMean();
const groups = () => ({ groups: [0, 1, 2], unit: "bits" });
const causes = () => ({ now: { parts: [0, 1], macro: 2 }, next: { parts: [3], macro: 3 }, unit: "bits" });
const swap = () => [
  [0.5, 0.5, 0],
  [0.5, 0.5, 0],
  [0, 0, 1],
];
const weather = () => [
  [0.5, 0.25, 0.25],
  [0.5, 0, 0.5],
  [0.5, 0.5, 0],
];
const figure = () => plot.lines([{ name: "a", x: [1, 2], y: [3, 4] }], { x: "time (s)", y: "share" });
const axes = () => ({
  x: "time (s)",
  y: "share",
  title: "title",
  logX: false,
  logY: false,
  xRange: [0, 5],
  yRange: [0, 5],
  chance: 0.5,
  marks: [{ at: 1, text: "here" }],
  annotations: [{ x: 1, y: 1, text: "here" }],
  legend: "right",
  ordered: false,
  equalAxes: false,
  height: 300,
});
const adamOptions = () => ({
  rate: 0.1,
  decay: 0.01,
  beta1: 0.9,
  beta2: 0.9,
  epsilon: 1e-8,
  warmup: 2,
  finalRate: 0.5,
  clip: 1,
});
const images = () => [
  [0, 16, 3],
  [16, 0, 2],
  [8, 8, 0],
];
const logits = () => Array.from({ length: 9 }, (_, i) => [i, (i * i) % 5, i % 4]);
const training = () => ({
  model: { ...learning.mlp({ widths: [4] }) },
  task: { ...learning.digits({ images: images(), labels: [0, 1, 0], trainShare: 0.6 }) },
  optimizer: { ...learning.sgd({ rate: 0.1 }) },
  steps: 4,
  batch: 1,
  record: 2,
  seed: 1,
});
const trainOptions = () => ({
  ...training(),
  untilAccuracy: 1,
  path: "auto",
  from: learning.train(training()).save(),
});
const birds = () => ({ x: [0.5, 1.5], y: [0.5, 1.5], heading: [0, 1] });

const fiveScores = () => ({ scale: [1, 10, 100, 1000, 10000], score: [0, 0, 0.1, 0.4, 0.9], trials: 200, chance: 0 });
/** The parts of a report that are read. */
const fiveReports = () => {
  const { id, name, scaleName, metric, chance, interval, falls, scores, measures, verdicts, outlook } =
    results.resultReport({ id: "a", name: "a", evidence: fiveScores() });
  if (outlook.kind === "failed") throw new Error(outlook.reason);
  const { kind, method, worth, points } = outlook;
  return [
    {
      ...{ id, name, scaleName, metric, chance, interval, falls, scores },
      measures: measures.slice(0, 2).map(({ name, said }) => ({ name, said })),
      verdicts: verdicts.slice(0, 2).map(({ author, year, name, label, operational, verdict, why, falsePositives }) => {
        return { author, year, name, label, operational, verdict, why, falsePositives };
      }),
      outlook: { kind, method, worth, points },
    },
  ];
};
const drawn = () => {
  const { scaleName, metric, log, chance, rise, scores, outlook } = results.resultReport({
    id: "a",
    name: "a",
    evidence: fiveScores(),
  });
  const points =
    outlook.kind === "outlook"
      ? outlook.points.map(({ scale, value, lower, upper }) => ({ scale, value, lower, upper }))
      : [];
  return {
    ...{ scaleName, metric, log, chance, rise },
    scores: scores.map(({ scale, score, lower, upper }) => ({ scale, score, lower, upper })),
    outlook: { kind: outlook.kind, points },
  };
};

/** A copy, each time, of what is judged once: judging takes longer than all that reads it. */
function once<Made>(make: () => Made): () => Made {
  let kept: Made | undefined;
  return () => {
    kept ??= make();
    return structuredClone(kept);
  };
}
const reportsOf = once(fiveReports);
const drawnReport = once(drawn);

/** Arguments of a call, made anew each time. */
export type Specimen = () => readonly unknown[];

export const specimens: Readonly<Record<string, Specimen>> = {
  "core.unwrap": () => [{ kind: "score", value: 10 }],
  "core.numberText": () => [3.14159e23],
  "core.yearsOf": () => [["2020-01-01", "2021-07-02T12:00:00Z"]],
  "core.bisect": () => [(x: number) => x * x < 2, 1, 2, { steps: 20, width: 0.001 }],

  "fit.fit": () => [
    curves.line,
    x5(),
    y5(),
    {
      start: { slope: 1 },
      bounds: { slope: [0, 10] },
      fixed: { intercept: 1 },
      sigma: [1, 1, 1, 1, 1],
      absoluteSigma: true,
      loss: "linear",
      multistart: 1,
      seed: 1,
      tolerance: 1e-9,
      maxIterations: 100,
    },
  ],
  "fit.fitBinomial": () => [
    curves.logistic,
    x5(),
    [1, 5, 25, 44, 49],
    [50, 50, 50, 50, 50],
    {
      fixed: { L: 1 },
      start: { k: 1 },
      bounds: { k: [0, 10] },
      multistart: 1,
      seed: 1,
      tolerance: 1e-9,
      maxIterations: 100,
      chance: 0.1,
    },
  ],
  "fit.bootstrap": () => [line(), { replicates: 40, kind: "cases", seed: 1 }],
  "fit.compare": () => [[line(), parabola()]],
  "fit.fTest": () => [line(), parabola()],
  "fit.likelihoodRatio": () => [line(), parabola()],
  "fit.vuong": () => [line(), logisticOf(), { alpha: 0.05 }],
  "fit.inversePrediction": () => [line(), 5, { from: 0, to: 5, confidence: 0.9, interval: "confidence" }],
  "fit.lead": () => [line(), 1, 5, { from: 0, to: 5, confidence: 0.9, interval: "confidence" }],
  "fit.commonPosition": () => [[line(), line()], [5, 5], { from: 0, to: 5 }],
  "fit.jumpTest": () => [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [0.1, 0, 0.05, 0.02, 1, 1.04, 0.97, 1.01],
    { smooth: [curves.line], sigma: [1, 1, 1, 1, 1, 1, 1, 1], absoluteSigma: false },
  ],
  "fit.curve": () => ["L / (1 + exp(-k * (t - x0)))", { predictors: ["t"], name: "mine" }],
  "fit.curves.brokenPowerLaw": () => [1],
  "fit.curves.polynomial": () => [2],
  "fit.reviveFit": () => [JSON.parse(JSON.stringify(line())), curves.line],
  "fit.unwrapFit": () => [line()],

  "results.resultReport": () => [
    { id: "a", name: "a", evidence: fiveScores() },
    { falsePositives: [{ control: "additiveCurve", definition: "wei", seeds: 200, yes: 2 }] },
  ],
  "results.reportMarkdown": () => [reportsOf(), { title: "mine", file: "mine.csv", remarks: ["a column"] }],
  "results.reportHtml": () => [
    reportsOf(),
    {
      title: "mine",
      file: "mine.csv",
      remarks: ["a column"],
      figures: { a: { wide: "<svg/>", narrow: "<svg/>" } },
      without: "none",
    },
  ],

  "definitions.verdictMatrix": () => [judgedCases(), { definitions: judges() }],
  "definitions.agreement": () => [judgedTable(), { confidence: 0.9 }],
  "definitions.splitters": () => [judgedTable()],
  "definitions.sensitivity": () => [judgedCases(), { definitions: judges(), thresholds: { wei: [0.01, 0.1] } }],
  "definitions.falsePositives": () => [
    { id: "made", make: (seed: number) => ({ ...judgedCurve(), chance: seed / 1000 }) },
    { seeds: 2, definitions: judges() },
  ],
  "definitions.evidenceOf": () => [
    [{ id: "a", name: "first", chance: 0.25, units: 9 }],
    [
      { case: "a", part: "score", run: 0, scale: 1, score: 0.2, trials: 10 },
      { case: "a", part: "score", run: 0, scale: 2, score: 0.9, trials: 10 },
      { case: "a", part: "symmetry", run: 1, scale: 2, score: 0.5 },
    ],
    [
      { case: "a", run: 0, step: 0, micro: "01", macro: 1 },
      { case: "a", run: 0, step: 1, micro: "11", macro: 2 },
    ],
  ],
  "forecast.extrapolateScore": () => [
    "line",
    [1, 2, 3, 4],
    [0.1, 0.2, 0.3, 0.4],
    5,
    { chance: 0.1, questions: 100, confidence: 0.9 },
  ],
  "forecast.nextScores": () => ["line", [1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4], { from: 3, chance: 0.1, questions: 100 }],
  "forecast.forecast": () => [
    curves.line,
    [0, 1, 2, 3, 4, 5],
    [0, 1.1, 1.9, 3.1, 4, 5.1],
    { upTo: 3, confidence: 0.9, seed: 1 },
  ],
  "forecast.forecastAll": () => [curves.line, [0, 1, 2, 3, 4], [0, 1.1, 1.9, 3.1, 4], { confidence: 0.9 }],
  "forecast.earliestReliableCutoff": () => [
    [0, 1, 2].map((k) => ({ kind: "forecast", upTo: k, fit: line() })),
    (f: { parameters: { slope: number } }) => f.parameters.slope,
    { final: 2, tolerance: 0.1 },
  ],
  "forecast.selectBreakCount": () => [
    [1, 2, 4, 8, 16, 32, 64, 128],
    [8.1, 5.6, 4.1, 2.8, 2.03, 1.4, 1.01, 0.7],
    { most: 1, criterion: "aicc" },
  ],
  "forecast.sliceAndSandwich": () => {
    const easy = [0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4];
    return [
      { x: [0, 1, 2, 3, 4, 5, 6, 7, 8], easy, hard: [...easy], brier: [...easy], accuracy: easy.map((v) => 1 - v) },
      { below: 5, chance: 0.1, easyDegree: 1, hardDegree: 1 },
    ];
  },

  "learning.mlp": () => [{ widths: [4, 3], activation: "tanh", bias: true, scale: 1 }],
  "learning.quadraticMlp": () => [{ width: 4, scale: 1 }],
  "learning.autoencoder": () => [{ width: 2, activation: "linear", scale: 1 }],
  "learning.sgd": () => [{ rate: 0.1, momentum: 0.9, decay: 0.01, warmup: 2, finalRate: 0, clip: 1 }],
  "learning.adam": () => [adamOptions()],
  "learning.adamW": () => [adamOptions()],
  "learning.modularArithmetic": () => [
    { modulus: 5, operation: "add", trainShare: 0.5, loss: "crossEntropy", seed: 1 },
  ],
  "learning.sparseParity": () => [{ bits: 4, relevant: 2, examples: 8, testExamples: 4, coding: "bits", seed: 1 }],
  "learning.phoneBook": () => [{ names: 5, digits: 2, code: 3, seed: 1 }],
  "learning.positionalSemantic": () => [
    { dimension: 3, examples: 4, omega: 0.3, spread: 0.5, testExamples: 2, seed: 1 },
  ],
  "learning.dotProductAttention": () => [{ start: "semantic" }],
  "learning.attentionOverlaps": () => [
    { weights: { query: [[1, 0, 2]] } },
    { ...learning.positionalSemantic({ dimension: 3, examples: 4 }) },
    1,
  ],
  "learning.attentionRun": () => [
    { dimension: 3, alpha: 2, omega: 0.3, replicates: 2, starts: ["semantic", "positional"], steps: 2, seed: 1 },
  ],
  "learning.inductionAttention": () => [{ initial: 0.01, matrixRate: 0.1 }],
  "learning.distanceWeights": () => [{ weights: { distances: [[1, 0, 2]] } }],
  "learning.tinyTransformer": () => [{ width: 8, layers: 1, heads: 2, scale: 1 }],
  "learning.addition": () => [{ digits: 2, testExamples: 3, seed: 1 }],
  "learning.markovChains": () => [{ length: 3, states: 3, testExamples: 2, seed: 1 }],
  "learning.markovLines": () => [
    [
      [0, 1],
      [2, 0],
    ],
    [
      [1, 2],
      [0, 0],
    ],
    3,
  ],
  "learning.digits": () => [
    { images: images(), labels: [0, 1, 0], white: 16, trainShare: 0.6, loss: "squaredError", seed: 1 },
  ],
  "learning.outputs": () => [structuredClone(learning.quadraticSolution(3)), [[0, 4]]],
  "learning.lossByPosition": () => [structuredClone(learning.quadraticSolution(3)), [[0, 4]], [[1]]],
  "learning.examplesOf": () => [{ ...learning.sparseParity({ bits: 3, examples: 4, testExamples: 4 }) }, 1],
  "learning.modularPairs": () => [3],
  "learning.quadraticSolution": () => [5, { frequencies: [2] }],
  "learning.fourierPower": () => [
    [
      [1, 2],
      [0, 5],
      [3, 1],
    ],
  ],
  "learning.restrictedLoss": () => [logits(), { frequencies: [1], loss: "crossEntropy", pairs: [[0, 2]] }],
  "learning.excludedLoss": () => [logits(), { frequencies: [1], loss: "squaredError", pairs: [[0, 2]] }],
  "learning.principalAutoencoder": () => [images(), 2],
  "learning.train": () => [trainOptions()],
  "learning.trainRun": () => [trainOptions()],

  "metrics.bleu": () => [
    "the cat sat on the mat",
    ["the cat sat on a mat"],
    { tokenize: "13a", smoothing: "exp", effectiveOrder: false, order: 4 },
  ],
  "metrics.brier": () => [[0.25, 0.25, 0.25, 0.25], 2, { convention: "sum" }],
  "metrics.calibrationBins": () => [
    [
      [0.75, 0.25],
      [0.25, 0.75],
    ],
    [0, 0],
    { bins: 4 },
  ],
  "metrics.expectedCalibrationError": () => [
    [
      [0.75, 0.25],
      [0.25, 0.75],
    ],
    [0, 0],
    { bins: 4 },
  ],
  "metrics.editDistance": () => ["kitten", "sitting"],
  "metrics.tokenEditDistance": () => [
    [4, 0, 7, 1],
    [4, 1, 7, 1],
  ],
  "metrics.exactMatch": () => ["Paris", ["paris", "PARIS"], { normalize: (text: string) => text.toLowerCase() }],
  "metrics.logLikelihood": () => [[-0.5, -1.25, -0.25]],
  "metrics.perplexity": () => [[-0.5, -1.25, -0.25]],
  "metrics.macroF1": () => [
    ["a", "a", "b"],
    ["a", "b", "b"],
  ],
  "metrics.matthews": () => [
    [1, 1, 1, 0],
    [1, 0, 1, 1],
  ],
  "metrics.multipleChoiceGrade": () => [
    [-0.1, -0.5, -3, -9],
    [0.5, 0, 0, 0],
  ],
  "metrics.numericMatch": () => [" 108 ", [100, 200], { relativeError: 0.1 }],
  "metrics.optionProbabilities": () => [[-1.2, -2.3]],
  "metrics.clopperPearson": () => [3, 100, { confidence: 0.9 }],
  "metrics.cohensKappa": () => [
    ["a", "a", "b"],
    ["a", "b", "b"],
  ],
  "metrics.passAtK": () => [2, 5, 2],
  "metrics.wilson": () => [3, 100, { confidence: 0.9 }],
  "metrics.resolution": () => [250],
  "metrics.rouge": () => ["the cat sat", ["The cat ran."], { tokenize: "unicode" }],
  "metrics.tokenF1": () => ["the old harbor", ["Harbor (old)", "port"], { tokenize: "squad" }],
  "metrics.tokenModel": () => [{ scale: 1e7, exponent: -0.5 }],

  "stats.random": () => [1],
  "stats.studentSeed": () => ["Ada Lovelace"],
  "stats.countsFromShares": () => [[0.19, 0.39, 0.57], [100, 100, 100], { percent: false }],
  "stats.bernoulliBits": () => [stats.random(1), 0.5],
  "stats.binomialSurvival": () => [2, 3, 0.5],
  "stats.meanInterval": () => [[1, 2, 3], { confidence: 0.9 }],
  "stats.pooledMean": () => [
    [
      { mean: 1, standardError: 1 },
      { mean: 4, standardError: 2 },
    ],
  ],
  "stats.rankCorrelation": () => [
    [1, 2, 3, 4],
    [1, 10, 100, 50],
  ],
  "stats.signTest": () => [9, 1],
  "stats.studentTest": () => [[1, 2, 4, 3], 0.5],
  "stats.blockMean": () => [[1, 1, 3, 3], { blocks: 2 }],
  "stats.bootstrapInterval": () => [
    [1, 2, 3, 4],
    (units: readonly unknown[]) => units.length,
    { confidence: 0.9, replicates: 100, seed: 1 },
  ],
  "stats.imputeByPca": () => [
    [
      [1, 2],
      [2, 4],
      [3, null],
      [4, 8],
    ],
    { components: 1, clip: [0, 10], iterations: 100, tolerance: 1e-6 },
  ],
  "stats.minimumDetectableProportion": () => [29, { chance: 0.25, alpha: 0.05, power: 0.8 }],
  "stats.principalComponents": () => [
    [
      [0, 0],
      [1, 2],
      [2, 4.5],
    ],
    { components: 1 },
  ],
  "stats.chiSquaredCdf": () => [2, 3],
  "stats.chiSquaredQuantile": () => [0.5, 3],
  "stats.chiSquaredSurvival": () => [2, 3],
  "stats.fQuantile": () => [0.5, 2, 3],
  "stats.fSurvival": () => [2, 2, 3],
  "stats.normalCdf": () => [1],
  "stats.normalQuantile": () => [0.9],
  "stats.studentCdf": () => [1, 4],
  "stats.studentQuantile": () => [0.9, 4],

  "measures.bestCoarseGraining": () => [swap(), { search: "greedy" }],
  "measures.causalPath": () => [weather(), [[[0, 1], [2]]]],
  "measures.computationalClosure": () => [weather(), [[0, 1], [2]]],
  "measures.dynamicalReversibility": () => [weather(), { alpha: 1 }],
  "measures.informationalClosure": () => [weather(), [[0, 1], [2]], { inputs: "stationary", memory: 2, unit: "bits" }],
  "measures.groupings": () => [4],
  "measures.drawnClosure": () => [
    ["a", "a", "b"],
    [
      [0.5, 0.5],
      [0.25, 0.75],
      [0, 1],
    ],
    { unit: "bits" },
  ],
  "measures.integratedInformationDecomposition": () => [four(), { now: [0, 1], next: [2, 3], unit: "bits" }],
  "measures.reversibilityGain": () => [weather(), { alpha: 1, threshold: 0.1 }],
  "measures.sampledClosure": () => [
    ["00", "11", "01", "10"],
    ["00", "11", "01", "10"],
    (v: string) => (v[0] === v[1] ? 0 : 1),
    { shuffles: 10, seed: 1, unit: "bits" },
  ],
  "measures.stationaryDistribution": () => [weather()],
  "measures.coarseGrain": () => [swap(), [[0, 1], [2]]],
  "measures.effectiveInformation": () => [swap()],
  "measures.determinism": () => [swap()],
  "measures.degeneracy": () => [swap()],
  "measures.networkEffectiveInformation": () => [
    [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ],
  ],
  "measures.causalEmergence.psi": () => [four(), causes()],
  "measures.causalEmergence.delta": () => [four(), causes()],
  "measures.causalEmergence.gamma": () => [four(), causes()],
  "measures.causalEmergence.gaussian": () => [
    [
      [1, 0, 1, 0.6],
      [0, 1, 1, 0.6],
      [1, 1, 2, 1.2],
      [0.6, 0.6, 1.2, 2],
    ],
    causes(),
  ],
  "measures.causalEmergence.gaussianFromSamples": () => [
    [[1], [2], [3], [4.5]],
    [[2], [1], [4], [3]],
    ([v]: number[]) => v,
    { shuffles: 10, seed: 1, unit: "bits" },
  ],
  "measures.causalEmergence.fromSamples": () => [
    ["00", "11", "01", "10"],
    ["00", "11", "01", "10"],
    (v: string) => (v[0] === v[1] ? 0 : 1),
    { shuffles: 10, seed: 1, unit: "bits" },
  ],
  "measures.causalEmergence.steps": () => [
    [
      ["00", "01", "11"],
      ["10", "00"],
    ],
  ],
  "measures.quantize": () => [[0.1, 7.5, 0.2, 0.9], { levels: 2, by: "count" }],
  "measures.processes.coin": () => [0.5],
  "measures.processes.period": () => [3],
  "measures.processes.goldenMean": () => [0.5],
  "measures.processes.even": () => [],
  "measures.processes.noisyPeriodTwo": () => [],
  "measures.processes.sample": () => [golden(), 20, { seed: 1 }],
  "measures.blockEntropies": () => ["0101101101", { maxLength: 3, correction: "none" }],
  "measures.epsilonMachine.fromProcess": () => [
    [
      { from: "A", symbol: 0, to: "A", probability: 0.5 },
      { from: "A", symbol: 1, to: "B", probability: 0.5 },
      { from: "B", symbol: 1, to: "A", probability: 1 },
    ],
  ],
  "measures.epsilonMachine.fromSequence": () => ["01".repeat(50), { maxLength: 2, significance: 0.01 }],
  "measures.holm": () => [[0.01, 0.04, 0.03, 0.5]],
  "measures.lempelZiv": () => ["0001101001000101"],
  "measures.benjaminiHochberg": () => [[0.01, 0.04, 0.03, 0.5], { fdr: 0.05 }],
  "measures.breakthroughness": () => [[0, 0, 0, 0, 0.9]],
  "measures.changePointTest": () => [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [0, 0.02, 0.01, 0.03, 0.9, 0.93, 0.91, 0.94],
    { null: "smooth", degree: 1, replicates: 50, seed: 1 },
  ],
  "measures.acceleration": () => [
    [1e8, 3e8, 1e9, 3e9, 1e10],
    [0.0071, 0.0362, 0.1617, 0.441, 0.74],
    { trials: 10_000, confidence: 0.9 },
  ],
  "measures.sidesOverSeeds": () => [
    [
      [
        [0.4, 0.6, 0.5],
        [0.9, 0.91, 0.92],
      ],
    ],
    0.5,
    { fdr: 0.05 },
  ],
  "measures.bimodality": () => [[0, 0.1, 0.2, 0.9, 1, 1.1], { alpha: 0.1, replicates: 20, seed: 1 }],
  "measures.slopeAtEqual": () => [[1, 2, 3, 4, 5], [0, 1, 0, 0, 1], [1.1, 2.6, 3, 4.1, 5.4], { degree: 1 }],
  "measures.lossThreshold": () => [
    [5, 4.6, 4.2, 3.8, 3.4, 3, 2.6, 2.2],
    [0.25, 0.26, 0.24, 0.25, 0.3, 0.4, 0.5, 0.6],
    {
      chance: 0.25,
      trials: [100, 100, 100, 100, 100, 100, 100, 100],
      size: [7, 8, 7, 9, 8, 9, 10, 9],
      alpha: 0.1,
      confidence: 0.9,
      replicates: 20,
      seed: 1,
    },
  ],
  "measures.simultaneity": () => [
    [[0, 0.1, 0, 0, 1, 0.9, 1, 1, 1.1, 1]],
    [0, 0, 0.1, 0, 1, 1, 0.9, 1, 1, 1.1],
    { x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], alpha: 0.1, confidence: 0.9, replicates: 20, seed: 1 },
  ],
  "measures.successProbability": () => [
    [
      { scale: 1, success: false },
      { scale: 1, success: false },
      { scale: 2, success: false },
      { scale: 2, success: true },
      { scale: 3, success: true },
      { scale: 3, success: true },
    ],
    { confidence: 0.9, alpha: 0.1, replicates: 20, seed: 1 },
  ],
  "measures.linearity": () => [[0, 0, 0, 0, 0.8]],
  "measures.metricSensitivity": () => [
    [1, 2, 3, 4],
    { match: { scores: [0, 0, 0, 0.02], trials: 100 }, other: { scores: [1, 2, 3, 4], standardErrors: [1, 1, 1, 1] } },
    { confidence: 0.9, replicates: 20, seed: 1, pseudocount: 0.5 },
  ],
  "measures.monotonicityTest": () => [
    [10, 80, 60],
    [100, 100, 100],
  ],
  "measures.accuracyWidth": () => [
    { x: [20, 20.5, 21, 21.5, 22, 22.5], right: [2, 12, 90, 260, 430, 492], questions: 500, chance: 0 },
    { method: "least squares", confidence: 0.9 },
  ],
  "measures.scatteredSharpness": () => [
    [20, 20.5, 21, 21.5, 22, 22.5],
    [2, 12, 90, 260, 430, 492],
    [500, 500, 500, 500, 500, 500],
    { chance: 0, ceiling: 1, confidence: 0.95 },
  ],
  "measures.schaefferScore": () => [[0, 0.1, 0.2, 1]],
  "measures.sharpness": () => [logistic(), { confidence: 0.9, interval: "wald" }],
  "measures.straightLineScore": () => [8],
  "measures.weiThreshold": () => [
    [21, 22, 23, 24],
    [26, 24, 55, 90],
    [100, 100, 100, 100],
    { chance: 0.25, alpha: 0.05 },
  ],
  "measures.activeInformation": () => [
    "0011001101",
    { history: 2, correction: "none", shuffles: 10, seed: 1, unit: "bits" },
  ],
  "measures.coInformation": () => [xor(), groups()],
  "measures.conditionalMutualInformation": () => [xor(), 0, [1], 2, { unit: "bits" }],
  "measures.distribution": () => [["00", "11"], [0.5, 0.5], { names: ["a", "b"] }],
  "measures.fromSamples": () => [["00", "11", "01"], { names: ["a", "b"] }],
  "measures.outcomesOf": () => [xor()],
  "measures.dualTotalCorrelation": () => [xor(), groups()],
  "measures.entropy": () => [xor(), groups()],
  "measures.gaussian.mutualInformation": () => [covariance(), 0, [1, 2], { unit: "bits" }],
  "measures.gaussian.conditionalMutualInformation": () => [covariance(), 0, [1], 2, { unit: "bits" }],
  "measures.gaussian.entropy": () => [covariance(), groups()],
  "measures.gaussian.totalCorrelation": () => [covariance(), groups()],
  "measures.gaussian.dualTotalCorrelation": () => [covariance(), groups()],
  "measures.gaussian.oInformation": () => [covariance(), groups()],
  "measures.gaussian.sInformation": () => [covariance(), groups()],
  "measures.gaussian.coInformation": () => [covariance(), groups()],
  "measures.gaussian.interactionInformation": () => [covariance(), groups()],
  "measures.gaussian.tseComplexity": () => [covariance(), groups()],
  "measures.interactionInformation": () => [xor(), groups()],
  "measures.mutualInformation": () => [xor(), [0, 1], 2, { unit: "bits" }],
  "measures.oInformation": () => [xor(), groups()],
  "measures.sInformation": () => [xor(), groups()],
  "measures.specimens.xor": () => [],
  "measures.specimens.and": () => [],
  "measures.specimens.or": () => [],
  "measures.specimens.giantBit": () => [3],
  "measures.specimens.parity": () => [3],
  "measures.specimens.copy": () => [],
  "measures.specimens.dyadic": () => [],
  "measures.specimens.triadic": () => [],
  "measures.specimens.rdnXor": () => [],
  "measures.specimens.rdnUnqXor": () => [],
  "measures.specimens.independent": () => [3],
  "measures.totalCorrelation": () => [xor(), groups()],
  "measures.transferEntropy": () => [
    "1001011010",
    "0010111001",
    { history: 1, sourceHistory: 1, delay: 1, correction: "none", shuffles: 10, seed: 1, unit: "bits" },
  ],
  "measures.tseComplexity": () => [xor(), groups()],
  "measures.binderCumulant": () => [[1, -1, 1, -1, 0.5, -0.5], { blocks: 2 }],
  "measures.orderParameter": () => [[1, -1, 0.5, -0.5], { blocks: 2 }],
  "measures.susceptibility": () => [[1, -1, 0, 0.5], { size: 100, temperature: 2, blocks: 2 }],
  "measures.partialInformation": () => [xor(), { sources: [0, 1], target: 2, redundancy: "mmi", unit: "bits" }],
  "measures.wholeMinusParts": () => [{ whole: (v: number) => v, parts: (v: number) => v }],

  "systems.antTrails": () => [{ map: ["N..F", ".##.", "...."], ants: 5, evaporation: 0.01, n: 2, k: 5, seed: 1 }],
  "systems.ants": () => [{ n: 2, k: 20, lengthRatio: 1, crossing: 2, seed: 1 }],
  "systems.antsExact": () => [{ ants: 3, k: 1, n: 1 }],
  "systems.antsRun": () => [{ lengthRatio: 2, crossing: 2, ants: 100, last: 50, replicates: 4, n: 2, k: 20, seed: 1 }],
  "systems.closureRun": () => [{ size: 4, temperature: 3, seed: 1, states: 20, drawnAt: 5 }],
  "systems.chainRun": () => [{ tpm: weather() }, { steps: 5, seed: 1, discard: 3 }],
  "systems.ehrenfestUrn": () => [{ balls: 3 }],
  "systems.glauberChain": () => [{ spins: 4, coupling: "torus", temperature: 2, field: 0.1 }],
  "systems.doubleWell": () => [{ mass: 1, barrier: 100_000, halfDistance: 1 }],
  "systems.solveOde": () => [
    ([v = 0, w = 0]: number[]) => [w, -v],
    [1, 0],
    { t: [0, 1, 2], tolerance: 1e-6, method: "RK45", longestStep: 0.5, maxSteps: 1000 },
  ],
  "systems.boids": () => [
    {
      birds: 20,
      box: 5,
      perception: 1,
      tooNear: 0.5,
      separation: 1,
      alignment: 1,
      cohesion: 1,
      maxSpeed: 0.1,
      minSpeed: 0.05,
      maxForce: 0.01,
      noise: 0.1,
      seed: 1,
    },
  ],
  "systems.flockExact": () => [{ noise: 0.6, noiseKind: "vectorial" }],
  "systems.vicsek": () => [
    {
      birds: 2,
      box: 3,
      radius: 1,
      speed: 0.1,
      noise: 0.1,
      noiseKind: "angular",
      update: "backward",
      start: birds(),
      seed: 1,
    },
  ],
  "systems.vicsekRun": () => [{ birds: 20, density: 4, noise: 0.1, steps: 40, warmup: 10, blocks: 2, seed: 1 }],
  "systems.vanDerWaals.pressure": () => [1, 1],
  "systems.vanDerWaals.coexistence": () => [0.9],
  "systems.vanDerWaals.stableVolume": () => [{ pressure: 1, temperature: 2 }],
  "systems.vanDerWaals.spinodal": () => [0.84],
  "systems.spatialGame": () => [{ size: 9, temptation: 1.9, start: "random", cooperators: 0.9, seed: 1 }],
  "systems.spatialGameRun": () => [
    { size: 10, temptation: 1.05, cooperators: 0.9, steps: 20, warmup: 5, blocks: 2, seed: 1 },
  ],
  "systems.gas": () => [{ particles: 50, temperature: 1, side: 10, interval: 0.5, seed: 1 }],
  "systems.giantComponent": () => [2],
  "systems.randomGraphRun": () => [{ nodes: 50, meanDegree: 2, replicates: 2, seed: 1 }],
  "systems.dataCollapseCost": () => [
    [
      { x: [0, 2], y: [0, 2] },
      { x: [1, 3], y: [1, 3] },
    ],
  ],
  "systems.isingExact": () => [2.5, { size: 4 }],
  "systems.ising": () => [
    { size: 4, temperature: 2, seed: 1, algorithm: "metropolis", start: "up", field: 0.1, layout: "plain" },
  ],
  "systems.reversalRun": () => [{ size: 4, temperature: 2, sweeps: 100, warmup: 10, threshold: 0.5, seed: 1 }],
  "systems.isingRun": () => [{ size: 4, temperature: 2, sweeps: 100, warmup: 10, blocks: 4, record: false, seed: 1 }],
  "systems.isingSum": () => [{ size: 2, temperature: 8, field: 0.1 }],
  "systems.switchingTimes": () => [[0.9, 0.1, -0.1, 0.9, -0.9, 0.2, 0.8], { threshold: 0.5 }],
  "systems.logisticMaps": () => [
    { maps: 4, r: 3.9, coupling: 0.6, neighbors: "all", start: [0.1, 0.2, 0.3, 0.4], seed: 1 },
  ],
  "systems.coveringTest": () => [
    {
      variables: 2,
      constants: 2,
      literals: [
        { variables: [0, 1], pairs: [[0, 1]] },
        { variables: [1, 0], pairs: [[0, 1]] },
      ],
    },
  ],
  "systems.randomMatching": () => [{ variables: 4, predicates: 6, constants: 10, pairs: 30, seed: 1 }],
  "systems.expectedMatches": () => [{ variables: 2, predicates: 1, constants: 10, pairs: 30 }],
  "systems.matchingRun": () => [{ variables: 3, predicates: 2, constants: 5, pairs: 25, replicates: 4, seed: 1 }],
  "systems.fireflies": () => [
    { fireflies: 9, coupling: 0.1, dissipation: 3, neighbors: "lattice", interval: 0.1, seed: 1 },
  ],
  "systems.kuramoto": () => [
    { oscillators: 10, coupling: 2, distribution: "gaussian", width: 1, frequencies: "drawn", step: 0.05, seed: 1 },
  ],
  "systems.kuramotoExact": () => [{ coupling: 4, distribution: "lorentzian", width: 1 }],
  "systems.kuramotoRun": () => [
    {
      oscillators: 10,
      coupling: 4,
      distribution: "lorentzian",
      width: 1,
      steps: 20,
      warmup: 10,
      replicates: 2,
      frequencies: "quantiles",
      step: 0.05,
      seed: 1,
    },
  ],
  "systems.grayScott": () => [
    { size: 8, feed: 0.04, kill: 0.06, diffusionU: 0.2, diffusionV: 0.1, dt: 1, patches: 1, noise: 0.1, seed: 1 },
  ],
  "systems.grayScottStates": () => [{ feed: 0.04, kill: 0.06, diffusionU: 0.2, diffusionV: 0.1 }],
  "systems.grayScottGrowth": () => [
    { feed: 0.04, kill: 0.06, diffusionU: 0.2, diffusionV: 0.1 },
    { u: 1, v: 0 },
    [0.1, 0.1],
  ],
  "systems.percolation": () => [{ size: 3, kind: "site", seed: 1 }],
  "systems.percolationRun": () => [{ size: 8, replicates: 5, seed: 1, shares: [0.5, 0.6], kind: "site" }],
  "systems.randomKSat": () => [{ variables: 20, ratio: 4.2, k: 3, seed: 1 }],
  "systems.satThresholds": () => [{ variables: 3, k: 2, replicates: 3, seed: 1 }],
  "systems.satisfiabilityRun": () => [{ variables: 10, ratio: 1, k: 3, replicates: 5, method: "search", seed: 1 }],
  "systems.satisfiabilityCurve": () => [
    { variables: 10, ratios: [1, 9], k: 3, replicates: 5, method: "search", seed: 1 },
  ],
  "systems.satisfy": () => [
    {
      variables: 2,
      clauses: [
        [1, 2],
        [-1, 2],
        [1, -2],
      ],
    },
    { method: "search" },
  ],
  "systems.satisfiable": () => [{ variables: 2, clauses: [[1], [-1, 2]] }],
  "systems.collapseDistance": () => [
    [
      { size: 10, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
      { size: 20, values: [3, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8] },
    ],
    { center: 5, power: 0.5 },
  ],
  "systems.transitionCurve": () => [
    { size: 10, values: [1, 2, 3] },
    { at: [0, 1, 2], center: 1, power: 0.5, unchanged: true },
  ],
  "systems.finiteSizeCrossing": () => [
    { size: 1, values: [3, 5, 7] },
    { size: 4, values: [4, 5, 6] },
  ],
  "systems.termites": () => [{ size: 8, density: 0.2, termites: 5, away: 3, seed: 1 }],
  "systems.termitesRun": () => [{ size: 8, density: 0.2, termites: 5, away: 3, steps: 100, replicates: 2, seed: 1 }],
  "systems.traffic": () => [
    { cells: 60, density: 0.1, maxSpeed: 5, slowdown: 0.1, startSlowdown: 0.2, start: "even", seed: 1 },
  ],
  "systems.trafficExact": () => [{ density: 0.3, maxSpeed: 1, slowdown: 0.25, cells: 20 }],
  "systems.trafficRun": () => [
    {
      cells: 60,
      density: 0.5,
      maxSpeed: 5,
      slowdown: 0.1,
      startSlowdown: 0.2,
      start: "jam",
      steps: 40,
      warmup: 10,
      blocks: 2,
      seed: 1,
    },
  ],

  "plot.bars": () => [
    ["LSTM", "GPT-2"],
    [{ name: "BLiMP", values: [0.698, 0.83], error: [0.1, 0.1], color: "red" }],
    {
      x: "model",
      y: "share",
      title: "title",
      horizontal: false,
      range: [0, 1],
      chance: { value: 0.5, label: "coin" },
      height: 300,
    },
  ],
  "plot.check": () => ["a straight line scores 7", true, "try 7"],
  "plot.claim": () => [
    "three sizes are there",
    (sizes: unknown) => Array.isArray(sizes) && sizes.length === 3,
    [0.1, 0.2, 0.4],
    { "one is lost": [0.1, 0.2] },
  ],
  "plot.digraph": () => [
    [
      { from: "hen", to: "egg", text: "lays" },
      { from: "egg", to: "corn" },
    ],
    { accent: [{ from: "hen", to: "egg" }], title: "title", height: 300 },
  ],
  "plot.mosaic": () => [
    {
      x: ["Wei", "Du"],
      y: ["water", "sums"],
      z: [
        [0, 1],
        [1, 0],
      ],
      xGroups: ["models", "models"],
      yGroups: ["matter", "models"],
      text: [
        ["why", "why"],
        ["why", "why"],
      ],
    },
    {
      ...{ x: "definition", y: "case", z: "verdict", panels: 2, missing: "nothing", title: "title" },
      classes: [
        { value: 0, label: "no" },
        { value: 1, label: "yes" },
      ],
    },
  ],
  "plot.verdicts": () => [
    sensedTable(),
    { groups: { a: "matter", b: "crowd" }, controls: sensedTable(), title: "title" },
  ],
  "plot.thresholds": () => [
    [{ definition: "wei", threshold: 0.05, committed: true, yes: 5, no: 5, undecided: 0 }],
    { title: "title", height: 300 },
  ],
  "plot.dotPlot": () => [
    ["ARC", "MMLU"],
    [
      {
        name: "phi-2",
        values: [1.2, 0.9],
        lower: [0.6, 0.3],
        upper: [2, 1.6],
        hoverText: ["a", "b"],
        color: "red",
      },
    ],
    { x: "worth (decades)", y: "benchmark", title: "title", logX: false, xRange: [0, 3], chance: 0.5, height: 300 },
  ],
  "plot.exercise": () => ["1 ★☆☆ Where?", 0.5, (answer: number) => answer === 0.5 || "Put x = x0."],
  "plot.gradeExercise": () => ["1 ★☆☆ Where?", 0.5, (answer: number) => answer === 0.5 || "Put x = x0."],
  "plot.sealed": () => ["KGEpPT5hPT09aGFsZnx8Ik5vIg==", { half: 0.5 }],
  "plot.curveOf": () => [line(), { from: 0, to: 5, confidence: 0.9, interval: "prediction", powers: false }],
  "plot.fitted": () => [
    line(),
    x5(),
    y5(),
    { ...axes(), name: "line", confidence: 0.9, interval: "confidence", labels: ["a", "b", "c", "d", "e"] },
  ],
  "plot.heatmap": () => [
    {
      x: ["yes", "no"],
      y: ["Wei", "Schaeffer"],
      z: [
        [1, 0],
        [0, 1],
      ],
    },
    {
      x: "verdict",
      y: "definition",
      z: "share",
      title: "title",
      colors: "sequential",
      zRange: [0, 1],
      values: true,
      square: true,
      height: 300,
    },
  ],
  "plot.lines": () => [
    [
      {
        name: "1.3B",
        x: [1, 2, 3],
        y: [0.1, 0.4, 0.5],
        lower: [0.05, 0.3, 0.4],
        upper: [0.2, 0.5, 0.6],
        markers: true,
        color: "red",
        dash: "dot",
      },
    ],
    axes(),
  ],
  "plot.menu": () => [
    [
      { label: "radio", figure: figure() },
      { label: "telephone", figure: figure() },
    ],
    { choose: "product", start: 0 },
  ],
  "plot.orderedColor": () => [1],
  "plot.points": () => [
    [{ name: "measured", x: [1, 2], y: [3, 4], error: [0.5, 0.5], labels: ["a", "b"], color: "red" }],
    axes(),
  ],
  "plot.predict": () => ["How many?", { from: 0, to: 6, unit: "models" }, 2],
  "plot.reveal": () => [{ question: "How many?", stakes: { from: 0, to: 6, unit: "models" }, guess: 2 }, 3],
  "plot.scoreboard": () => [],
  "plot.progress": () => ["sweep", 2],
  "plot.quiver": () => [birds(), { x: "x (radii)", y: "y (radii)", box: 3, title: "title", size: 1, height: 300 }],
  "plot.raster": () => [[0, 1, 1, 0], { columns: 2, z: "spin", kinds: ["down", "up"], title: "title", height: 300 }],
  "plot.ring": () => [[0, 1, 2, 0], { z: "cell", kinds: ["empty", "drives", "stands"], title: "title", height: 300 }],
  "plot.reproduce": () => [
    {
      id: "ising-tc",
      claim: "critical temperature",
      value: 2.269185314,
      unit: "J / k_B",
      source: "Onsager 1944",
      locator: "eq. 121",
      class: "exact",
      tolerance: { absolute: 5e-10 },
      toleranceReason: "half a unit of the last digit",
    },
    2.269185314213022,
  ],
  "plot.scatterXY": () => [
    [{ name: "OPT", x: [2], y: [0.1], xLower: [0.5], xUpper: [3], lower: [0], upper: [0.3] }],
    { x: "width (decades)", y: "surprise", xRange: [0.25, 8] },
  ],
  "plot.live": () => [
    ["begin", "end"],
    () => figure(),
    { text: "the share rises", caption: "Up it goes.", key: "rise" },
  ],
  "plot.show": () => [figure(), { text: "the share rises", caption: "Up it goes.", key: "rise" }],
  "plot.slider": () => [
    [
      { label: "1", figure: figure() },
      { label: "2", figure: figure() },
    ],
    { parameter: "size", start: 0, play: true, pace: 500 },
  ],
  "plot.byDoublings": () => [{ x: [1, 2, 8], y: ["islands"], z: [[0.4, 0.3, 0.9]] }],
  "plot.bracketsOf": () => [
    ["binding", "islands", "ellipsis"],
    ["early", "late", "late"],
  ],
  "plot.gridOf": () => [
    [
      { task: "ARC", family: "OPT", score: 0.3 },
      { task: "MMLU", family: "Llama", score: 0.6 },
    ],
    {
      x: "task",
      y: "family",
      z: (row: unknown) => (row as { score: number }).score,
      columns: ["ARC", "MMLU"],
      rows: ["OPT", "Llama"],
    },
  ],
  "plot.resultFigure": () => [drawnReport(), { height: 300, title: "mine" }],
  "plot.slopegraph": () => [
    [{ title: "GPT-2", labels: ["riddles", "sums"], before: [0.2, 0.4], after: [0.5, 0.3] }],
    {
      x: "examples",
      from: "none",
      to: "five",
      y: "accuracy (share)",
      chance: 0.5,
      yRange: [0, 1],
      columns: 1,
      height: 300,
    },
  ],
  "plot.smallMultiples": () => [
    [
      { title: "70M", lines: [{ name: "accuracy", x: [1, 2], y: [0, 0.35] }] },
      { title: "160M", points: [{ name: "accuracy", x: [1, 2], y: [0, 0.8] }] },
    ],
    { x: "tokens (billions)", y: "accuracy (share)", columns: 2, height: 300 },
  ],
  "plot.along": () => [[{ size: 1, score: 0.5 }], "size", "score"],
  "plot.averaged": () => [[{ step: 2, right: 1 }], "step", "right"],
  "plot.glance": () => [
    {
      name: "ants",
      title: "Ants",
      description: "Counted.",
      limitations: "Growth.",
      schema: { fields: [{ name: "ants" }] },
    },
    [{ ants: 600 }],
    { without: /^wasps/ },
  ],
  "plot.table": () => [
    [{ model: "12B", accuracy: 0.7098 }],
    { columns: { model: "model", accuracy: "accuracy (share)" }, digits: 3, caption: "caption", limit: 5 },
  ],

  "data.load": () => ["adoption"],
  "data.readTable": () => [
    "year;share\n2001;1.234,5\n2002;NA",
    { year: "integer", share: "number?" },
    { delimiter: ";", decimal: ",", missing: ["NA"] },
  ],
  "data.readResults": () => [
    "Params,acc,n\n70M,25,100\n1.4B,57,100",
    {
      columns: { scale: "Params", score: ["acc"] },
      about: {
        trials: 100,
        percent: true,
        chance: 0.25,
        metric: "accuracy",
        examples: 0,
        taught: false,
        subject: "network",
        observable: "behavior",
        interacting: true,
        logScale: true,
      },
      reading: { skip: 0, missing: ["-"] },
    },
  ],
  "data.reference": () => ["pythia-lambada-silent-models"],
  "data.pythiaTokens": () => [143000, { model: "pythia-12b", release: 1 }],
  "data.taskCurves": () => [{ least: 5, rising: 4 }],
  "data.learningCurve": () => [{ model: "pythia-12b", task: "sciq", metric: "accuracy" }],
  "data.abilityCurves": () => [],
  "data.openModelScores": () => ["mmlu"],
  "data.openModelsOn": () => [["mmlu", "humanEval"]],
  "data.openModelPoints": () => ["mmlu"],
  "data.openLmCurves": () => ["squad", { loss: "codeLoss", suspect: false }],
  "data.sameAnswers": () => ["lambada"],
  "data.unique": () => [["OPT", "Pythia", "OPT"]],
  "data.scoreCurves": () => [{ least: 8 }],
  "data.familiesByFlops": () => [
    [
      { family: "a", flops: 1e20 },
      { family: "a", flops: 1e21 },
    ],
  ],
  "data.digitImages": () => [],

  "run.clearCache": () => ["no-such-folder"],
  "run.gridPoints": () => [{ size: [16, 32], temperature: [2.1, 2.2] }],
  "run.pointSeed": () => [1, { size: 32, temperature: 2.1 }],
};

function logisticOf() {
  return fits.unwrapFit(fits.fit(curves.exponential, x5(), y5()));
}
