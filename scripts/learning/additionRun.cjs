// One transformer that learns to add: what it answers at each position of the sum, a test every hundred steps.
const { adamW, addition, examplesOf, outputs, tinyTransformer, train } = require("@emergence/lib/learning");

const task = addition({ digits: 8 });
const optimizer = adamW({ rate: 0.005, decay: 0.01, beta2: 0.98, warmup: 100, finalRate: 0.1 });
/** Scores at each position: ten digits, +, =. */
const tokens = 12;
const plan = { task, optimizer, batch: 64, steps: 2500, record: 100 };

/** Logarithms of the probabilities that scores stand for. */
function logProbabilities(/** @type {readonly number[]} */ scores) {
  const greatest = Math.max(...scores);
  const total = greatest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - greatest), 0));
  return scores.map((score) => score - total);
}

const mean = (/** @type {readonly number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * What a net answers to its test sums, at the start and after every hundred steps. The number of the run is its seed, so that nets of all
 * widths are tested on the same sums in runs of the same number.
 * @param {{ width: number, run: number }} which
 */
function* additionSteps({ width, run }) {
  const { inputs, targets } = examplesOf(task, run).test;
  const training = train({ ...plan, model: tinyTransformer({ width, layers: 2 }), seed: run });
  for (const { step, test } of training) {
    const net = training.result();
    if (net.kind === "failed") throw new Error(`additionSteps: width ${width}, run ${run}: ${net.reason}`);
    const answers = outputs(net, inputs).map((scores, i) =>
      (targets[i] ?? []).map((right, at) => {
        const logs = logProbabilities(scores.slice(tokens * at, tokens * (at + 1)));
        const own = /** @type {number} */ (logs[right]);
        return { log: own, isRight: logs.every((log, token) => token === right || log < own) };
      }),
    );
    const positions = Array.from({ length: task.digits + 1 }, (_, at) => {
      const here = answers.flatMap((answer) => answer[at] ?? []);
      return {
        right: mean(here.map(({ isRight }) => Number(isRight))),
        probability: mean(here.map(({ log }) => Math.exp(log))),
        logProbability: mean(here.map(({ log }) => log)),
      };
    });
    yield {
      step,
      loss: test.loss,
      exact: mean(answers.map((answer) => Number(answer.every(({ isRight }) => isRight)))),
      probability: mean(answers.map((answer) => Math.exp(answer.reduce((sum, { log }) => sum + log, 0)))),
      positions,
    };
  }
}
exports.additionSteps = additionSteps;

/** The same to the end, as a task of `sweep`. */
exports.additionRun = (/** @type {{ width: number, run: number }} */ which) => [...additionSteps(which)];
