// One net of the table parity-retrained, from its key alone: in a file of its own, so that threads can load it.
const { adamW, mlp, sparseParity, trainRun } = require("../../lib/dist/learning/index.js");

/** The test loss, in nats, below which a net counts as lucky. */
const bar = 0.1;

/**
 * Trains a net for 20,000 steps on the whole of its training set, and scores it every 50 steps.
 * @param {{ examples: number, width: number, weightDecay: number, net: number }} key `net` is the seed of examples and weights
 */
exports.parityNet = ({ examples, width, weightDecay, net }) => {
  const result = trainRun({
    model: mlp({ widths: [width] }),
    task: sparseParity({ examples, coding: "bits" }),
    optimizer: adamW({ rate: 0.003, beta1: 0.99, beta2: 0.98, decay: weightDecay }),
    steps: 20_000,
    record: 50,
    seed: net,
  });
  if (result.kind === "failed") throw new Error(result.reason);
  const { step, trainLoss, testLoss } = result.curves;
  const learned = testLoss.findIndex((loss) => loss < bar);
  return {
    leastTrainLoss: Math.min(...trainLoss),
    leastTestLoss: Math.min(...testLoss),
    learnedStep: learned < 0 ? null : Number(step[learned]),
    lastTestLoss: Number(testLoss.at(-1)),
    hash: result.hash,
  };
};
