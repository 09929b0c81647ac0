// Generated from tables/*/table.json by `npm run data:lock`: do not edit.
// biome-ignore-all format: generated

/** A row of `addition-answers`: Addition of eight digits by 70 small transformers: whole answers over width, training and seeds */
export type AdditionAnswers = {
  /** Width of the residual stream (numbers) */
  readonly width: number;
  /** Seed: initial weights, training sums, test sums (seed) */
  readonly seed: number;
  /** Steps of training made (steps) */
  readonly step: number;
  /** Cross-entropy per token, mean over the nine tokens and the sums (nats) */
  readonly loss: number;
  /** Proportion of sums with all nine tokens right */
  readonly exact: number;
  /** Probability of the whole right answer (product over its tokens), mean over the sums */
  readonly probability: number;
};

/** A row of `addition-positions`: Addition of eight digits by 70 small transformers: every token of the answer over width, training and seeds */
export type AdditionPositions = {
  /** Width of the residual stream (numbers) */
  readonly width: number;
  /** Seed: initial weights, training sums, test sums (seed) */
  readonly seed: number;
  /** Steps of training made (steps) */
  readonly step: number;
  /** Position in the answer, from 0, the least digit; 8 is the carry (position) */
  readonly position: number;
  /** Proportion of sums whose token here is right */
  readonly right: number;
  /** Probability of the right token, mean over the sums */
  readonly probability: number;
  /** Logarithm of that probability, mean over the sums (nats) */
  readonly logProbability: number;
};

/** A row of `adoption`: Adoption of 45 technologies in the United States, 1860 to 2019 */
export type Adoption = {
  /** Name of the technology, as published */
  readonly technology: string;
  /** Year of observation (year) */
  readonly year: number;
  /** Share that has the technology (percent) */
  readonly share: number;
  /** What the share is of */
  readonly shareOf: "Americans aged 12 or older" | "US adults" | "US households" | "US population" | "boilers" | "cars made in the US" | "central banks" | "not stated" | "ports";
};

/** A row of `benchmarks-over-time`: 109 benchmarks of machine learning with 1,748 dated results, and human targets where known */
export type BenchmarksOverTime = {
  /** Problem that the benchmark belongs to */
  readonly area: string;
  /** Name of the benchmark */
  readonly benchmark: string;
  /** What is measured */
  readonly scale: string;
  /** Lower is better: errors, entropy, perplexity */
  readonly lowerIsBetter: boolean;
  /** Human level, or another level set for the benchmark (as scale) */
  readonly target: number | null;
  /** Position of the result in the publisher's list (entry) */
  readonly entry: number;
  /** Date of the result */
  readonly date: string;
  /** The publisher gives a range of dates */
  readonly dateRough: boolean;
  /** Name of the system or result */
  readonly result: string;
  /** The result (as scale) */
  readonly value: number;
  /** Uncertainty of the result, where stated (as scale) */
  readonly uncertainty: number | null;
  /** Marked by the publisher as not directly comparable */
  readonly notComparable: boolean;
};

/** A row of `blimp`: BLiMP: accuracy of four models and agreement of people on 67 minimal-pair paradigms */
export type Blimp = {
  /** Paradigm: one way of making minimal pairs */
  readonly paradigm: string;
  /** Phenomenon that the paradigm belongs to */
  readonly phenomenon: string;
  /** Accuracy of a 5-gram model */
  readonly ngram: number;
  /** Accuracy of an LSTM */
  readonly lstm: number;
  /** Accuracy of Transformer-XL */
  readonly transformerXl: number;
  /** Accuracy of GPT-2 (large) */
  readonly gpt2: number;
  /** Share of people's judgments that agree */
  readonly human: number;
  /** Judgments by people (judgments) */
  readonly humanJudgments: number;
};

/** A row of `blimp-pythia`: BLiMP over training: 16 Pythia models (release 0) at 15 checkpoints, 67 paradigms */
export type BlimpPythia = {
  /** Name of the model */
  readonly model: string;
  /** Parameters in all, embeddings included (parameters) */
  readonly parameters: number;
  /** Trained on the Pile without duplicates */
  readonly deduped: boolean;
  /** Checkpoint (optimizer steps) */
  readonly step: number;
  /** Tokens seen by then (tokens) */
  readonly tokens: number;
  /** Phenomenon that the paradigm belongs to */
  readonly phenomenon: string;
  /** Paradigm: one way of making minimal pairs */
  readonly paradigm: string;
  /** Minimal pairs judged correctly, of 1,000 (pairs) */
  readonly correct: number;
};

/** A row of `blimp-pythia-seeds`: BLiMP over training: ten seeds of Pythia 160M at 24 checkpoints, 67 paradigms */
export type BlimpPythiaSeeds = {
  /** Seed of the run (seed) */
  readonly seed: number;
  /** Checkpoint (optimizer steps) */
  readonly step: number;
  /** Tokens seen by then (tokens) */
  readonly tokens: number;
  /** Phenomenon that the paradigm belongs to */
  readonly phenomenon: string;
  /** Paradigm: one way of making minimal pairs */
  readonly paradigm: string;
  /** Minimal pairs judged correctly, of 1,000 (pairs) */
  readonly correct: number;
};

/** A row of `blimp-roberta`: BLiMP by words of training: RoBERTa on 1M, 10M, 100M, 1B words and in full, 67 paradigms */
export type BlimpRoberta = {
  /** Name of the model, size of its training data included */
  readonly model: string;
  /** Words of training data; empty for full RoBERTa (words) */
  readonly words: number | null;
  /** Run (run) */
  readonly run: number;
  /** Phenomenon that the paradigm belongs to */
  readonly phenomenon: string;
  /** Paradigm: one way of making minimal pairs */
  readonly paradigm: string;
  /** Minimal pairs judged correctly (pairs) */
  readonly correct: number;
  /** Minimal pairs in all (pairs) */
  readonly pairs: number;
};

/** A row of `bnsl-addition`: Four-digit addition: test loss by size of the training data, with a sharp turn (Caballero et al. 2023) */
export type BnslAddition = {
  /** Size of the training data (examples) */
  readonly trainingSize: number;
  /** Test loss (unstated) */
  readonly loss: number;
  /** One of the points that the authors fit */
  readonly fitted: boolean;
};

/** A row of `cui-attention`: Dot-product attention that learns by position or by meaning: order parameters in theory and experiment, by samples and size */
export type CuiAttention = {
  /** Theory or experiment */
  readonly source: "experiment" | "theory";
  /** Where training started */
  readonly start: "not stated" | "positional" | "semantic";
  /** Dimension of the embedding; empty for the theory's limit */
  readonly dimension: number | null;
  /** Samples over dimension */
  readonly alpha: number;
  /** Overlap with the teacher's weights */
  readonly semantic: number;
  /** Its standard deviation between runs */
  readonly semanticDeviation: number | null;
  /** Overlap with the positions */
  readonly positional: number;
  /** Its standard deviation between runs */
  readonly positionalDeviation: number | null;
  /** Generalization error */
  readonly testLoss: number;
  /** Its standard deviation between runs */
  readonly testLossDeviation: number | null;
  /** Training loss over dimension */
  readonly trainLoss: number;
  /** Generalization error of the linear baseline */
  readonly linearTestLoss: number | null;
};

/** A row of `digits`: 1,797 handwritten digits, 8 x 8 pixels */
export type Digits = {
  /** Number of the image, from 0 (image) */
  readonly image: number;
  /** The digit that is written (digit) */
  readonly digit: number;
  /** Pixel in row 0, column 0 (gray level) */
  readonly r0c0: number;
  /** Pixel in row 0, column 1 (gray level) */
  readonly r0c1: number;
  /** Pixel in row 0, column 2 (gray level) */
  readonly r0c2: number;
  /** Pixel in row 0, column 3 (gray level) */
  readonly r0c3: number;
  /** Pixel in row 0, column 4 (gray level) */
  readonly r0c4: number;
  /** Pixel in row 0, column 5 (gray level) */
  readonly r0c5: number;
  /** Pixel in row 0, column 6 (gray level) */
  readonly r0c6: number;
  /** Pixel in row 0, column 7 (gray level) */
  readonly r0c7: number;
  /** Pixel in row 1, column 0 (gray level) */
  readonly r1c0: number;
  /** Pixel in row 1, column 1 (gray level) */
  readonly r1c1: number;
  /** Pixel in row 1, column 2 (gray level) */
  readonly r1c2: number;
  /** Pixel in row 1, column 3 (gray level) */
  readonly r1c3: number;
  /** Pixel in row 1, column 4 (gray level) */
  readonly r1c4: number;
  /** Pixel in row 1, column 5 (gray level) */
  readonly r1c5: number;
  /** Pixel in row 1, column 6 (gray level) */
  readonly r1c6: number;
  /** Pixel in row 1, column 7 (gray level) */
  readonly r1c7: number;
  /** Pixel in row 2, column 0 (gray level) */
  readonly r2c0: number;
  /** Pixel in row 2, column 1 (gray level) */
  readonly r2c1: number;
  /** Pixel in row 2, column 2 (gray level) */
  readonly r2c2: number;
  /** Pixel in row 2, column 3 (gray level) */
  readonly r2c3: number;
  /** Pixel in row 2, column 4 (gray level) */
  readonly r2c4: number;
  /** Pixel in row 2, column 5 (gray level) */
  readonly r2c5: number;
  /** Pixel in row 2, column 6 (gray level) */
  readonly r2c6: number;
  /** Pixel in row 2, column 7 (gray level) */
  readonly r2c7: number;
  /** Pixel in row 3, column 0 (gray level) */
  readonly r3c0: number;
  /** Pixel in row 3, column 1 (gray level) */
  readonly r3c1: number;
  /** Pixel in row 3, column 2 (gray level) */
  readonly r3c2: number;
  /** Pixel in row 3, column 3 (gray level) */
  readonly r3c3: number;
  /** Pixel in row 3, column 4 (gray level) */
  readonly r3c4: number;
  /** Pixel in row 3, column 5 (gray level) */
  readonly r3c5: number;
  /** Pixel in row 3, column 6 (gray level) */
  readonly r3c6: number;
  /** Pixel in row 3, column 7 (gray level) */
  readonly r3c7: number;
  /** Pixel in row 4, column 0 (gray level) */
  readonly r4c0: number;
  /** Pixel in row 4, column 1 (gray level) */
  readonly r4c1: number;
  /** Pixel in row 4, column 2 (gray level) */
  readonly r4c2: number;
  /** Pixel in row 4, column 3 (gray level) */
  readonly r4c3: number;
  /** Pixel in row 4, column 4 (gray level) */
  readonly r4c4: number;
  /** Pixel in row 4, column 5 (gray level) */
  readonly r4c5: number;
  /** Pixel in row 4, column 6 (gray level) */
  readonly r4c6: number;
  /** Pixel in row 4, column 7 (gray level) */
  readonly r4c7: number;
  /** Pixel in row 5, column 0 (gray level) */
  readonly r5c0: number;
  /** Pixel in row 5, column 1 (gray level) */
  readonly r5c1: number;
  /** Pixel in row 5, column 2 (gray level) */
  readonly r5c2: number;
  /** Pixel in row 5, column 3 (gray level) */
  readonly r5c3: number;
  /** Pixel in row 5, column 4 (gray level) */
  readonly r5c4: number;
  /** Pixel in row 5, column 5 (gray level) */
  readonly r5c5: number;
  /** Pixel in row 5, column 6 (gray level) */
  readonly r5c6: number;
  /** Pixel in row 5, column 7 (gray level) */
  readonly r5c7: number;
  /** Pixel in row 6, column 0 (gray level) */
  readonly r6c0: number;
  /** Pixel in row 6, column 1 (gray level) */
  readonly r6c1: number;
  /** Pixel in row 6, column 2 (gray level) */
  readonly r6c2: number;
  /** Pixel in row 6, column 3 (gray level) */
  readonly r6c3: number;
  /** Pixel in row 6, column 4 (gray level) */
  readonly r6c4: number;
  /** Pixel in row 6, column 5 (gray level) */
  readonly r6c5: number;
  /** Pixel in row 6, column 6 (gray level) */
  readonly r6c6: number;
  /** Pixel in row 6, column 7 (gray level) */
  readonly r6c7: number;
  /** Pixel in row 7, column 0 (gray level) */
  readonly r7c0: number;
  /** Pixel in row 7, column 1 (gray level) */
  readonly r7c1: number;
  /** Pixel in row 7, column 2 (gray level) */
  readonly r7c2: number;
  /** Pixel in row 7, column 3 (gray level) */
  readonly r7c3: number;
  /** Pixel in row 7, column 4 (gray level) */
  readonly r7c4: number;
  /** Pixel in row 7, column 5 (gray level) */
  readonly r7c5: number;
  /** Pixel in row 7, column 6 (gray level) */
  readonly r7c6: number;
  /** Pixel in row 7, column 7 (gray level) */
  readonly r7c7: number;
};

/** A row of `epoch-models`: 976 notable models, 1950 to 2025: date, parameters, size of the training data, training compute */
export type EpochModels = {
  /** Name of the model */
  readonly model: string;
  /** Who made it */
  readonly organization: string | null;
  /** Publication date */
  readonly date: string;
  /** Domain, several joined by commas */
  readonly domain: string | null;
  /** Parameters (parameters) */
  readonly parameters: number | null;
  /** Size of the training data, tokens for most language models (data points) */
  readonly dataset: number | null;
  /** Passes through the data (epochs) */
  readonly epochs: number | null;
  /** Training compute (FLOP) */
  readonly flops: number | null;
  /** How sure the publisher is */
  readonly confidence: "Confident" | "Likely" | "Speculative" | "Unknown" | null;
};

/** A row of `fish-polarization`: Polarization of a school of 15 fish: how often each value occurs, and how it changes from there */
export type FishPolarization = {
  /** Lower edge of the bin */
  readonly lower: number;
  /** Upper edge of the bin */
  readonly upper: number;
  /** Points in the bin (points) */
  readonly points: number;
  /** Points in the bin whose next point is measured (points) */
  readonly pairs: number;
  /** Mean change to the next point (1 per .12 s) */
  readonly meanChange: number | null;
  /** Mean squared change to the next point (1 per .12 s) */
  readonly meanSquaredChange: number | null;
};

/** A row of `glue-by-size`: GLUE by size of model: four small BERT, three ELECTRA, ALBERT beside BERT, XLNet and RoBERTa large */
export type GlueBySize = {
  /** Name of the model */
  readonly model: string;
  /** Family, or the README that scored it */
  readonly family: string;
  /** Parameters; empty if none of the sources states them (parameters) */
  readonly parameters: number | null;
  /** Which part of the benchmark */
  readonly split: "development" | "test";
  /** Task */
  readonly task: "CoLA" | "MNLI" | "MNLI-mm" | "MRPC" | "QNLI" | "QQP" | "RTE" | "SQuAD 1.1" | "SQuAD 2.0" | "SST-2" | "STS-B";
  /** What the score is */
  readonly metric: "Matthews correlation" | "Spearman correlation" | "accuracy" | "correlation, kind unstated" | "exact match";
  /** Score, times 100 (percent) */
  readonly score: number;
};

/** A row of `glue-by-year`: GLUE leaderboard, 2017 to 2019: eight models on eight tasks */
export type GlueByYear = {
  /** Name of the model */
  readonly model: string;
  /** Year of the model (year) */
  readonly year: number;
  /** Kind of encoder */
  readonly encoder: "LSTM" | "Transformer";
  /** Task of GLUE */
  readonly task: string;
  /** Score, times 100 (percent) */
  readonly score: number;
};

/** A row of `gpt-lineage`: GPT-1 to GPT-4 and GPT-NeoX-20B: how far they look back, their vocabulary, their layers */
export type GptLineage = {
  /** Name of the model */
  readonly model: string;
  /** Year of publication (year) */
  readonly year: number;
  /** How far it looks back, with what it writes (tokens) */
  readonly context: number;
  /** Size of the vocabulary (tokens) */
  readonly vocabulary: number;
  /** Transformer blocks (layers) */
  readonly layers: number | null;
  /** Width of a layer (numbers) */
  readonly width: number | null;
  /** How a token knows its place: a learned vector, or a rotation */
  readonly positions: "learned" | "rotary" | null;
};

/** A row of `gpt3-arithmetic`: GPT-3 175B on addition and subtraction of two to five digits, zero-, one- and few-shot */
export type Gpt3Arithmetic = {
  /** Operation */
  readonly operation: "addition" | "subtraction";
  /** Digits of each number (digits) */
  readonly digits: number;
  /** Solved examples in the prompt */
  readonly setting: "few-shot" | "one-shot" | "zero-shot";
  /** Accuracy (percent) */
  readonly accuracy: number;
};

/** A row of `gpt3-arithmetic-by-size`: GPT-3 in eight sizes on sums of two to five digits and products of two, zero-, one- and few-shot */
export type Gpt3ArithmeticBySize = {
  /** Operation */
  readonly operation: "addition" | "multiplication" | "subtraction";
  /** Digits of each number (digits) */
  readonly digits: number;
  /** Solved examples in the prompt */
  readonly setting: "few-shot" | "one-shot" | "zero-shot";
  /** Size of the model, as the table heads its columns (parameters) */
  readonly parameters: number;
  /** Accuracy (percent) */
  readonly accuracy: number;
};

/** A row of `gpt3-mmlu`: MMLU by size of GPT-3, few-shot */
export type Gpt3Mmlu = {
  /** Name of the model in the paper */
  readonly model: string;
  /** Parameters (parameters) */
  readonly parameters: number;
  /** Mean accuracy (percent) */
  readonly accuracy: number;
};

/** A row of `grokking-curves`: 178 runs of grokking: loss and accuracy by step, train and test */
export type GrokkingCurves = {
  /** Name of the run, as in grokking-runs */
  readonly run: string;
  /** Step (optimizer steps) */
  readonly step: number;
  /** Loss on the pairs trained on (nats) */
  readonly trainLoss: number;
  /** Accuracy on the pairs trained on */
  readonly trainAccuracy: number;
  /** Loss on the other pairs (nats) */
  readonly testLoss: number;
  /** Accuracy on the other pairs */
  readonly testAccuracy: number;
  /** Norm of all weights, as published */
  readonly weightNorm: number;
};

/** A row of `grokking-fractions`: Grokking by share of training data: when modular addition (p = 113) is memorized, when it generalizes */
export type GrokkingFractions = {
  /** Share of all pairs that is trained on */
  readonly trainFraction: number;
  /** First logged step with train loss under .01 (epochs) */
  readonly memorizeStep: number | null;
  /** First logged step with test loss under 1 (epochs) */
  readonly generalizeStep: number | null;
  /** Last logged step (epochs) */
  readonly lastStep: number;
  /** Test loss at the last logged step (nats) */
  readonly lastTestLoss: number;
};

/** A row of `grokking-frequencies`: Modular addition (p = 67), 450 runs that differ in the seed only: the frequencies that each net uses */
export type GrokkingFrequencies = {
  /** Run, as in grokking-seeds (run) */
  readonly run: number;
  /** Number of frequencies (frequencies) */
  readonly count: number;
  /** Frequencies, in waves per 67 */
  readonly frequencies: string;
  /** Neurons of each frequency */
  readonly neurons: string;
  /** Neurons that fit no frequency (neurons) */
  readonly otherNeurons: number;
};

/** A row of `grokking-runs`: 178 runs of grokking: what each was, when it memorized, when it generalized */
export type GrokkingRuns = {
  /** Name of the run */
  readonly run: string;
  /** Which experiment */
  readonly set: "addition" | "groups" | "norm-cap";
  /** What is learned: addition mod 97, or multiplication in the group of this name */
  readonly task: string;
  /** Optimizer */
  readonly optimizer: "adamw" | "muon" | "sgdm";
  /** Width of the model (units) */
  readonly width: number;
  /** Share of all pairs that is trained on */
  readonly trainFraction: number;
  /** Factor on the initial weights; empty if not varied */
  readonly initialScale: number | null;
  /** Weight decay; empty if not stated */
  readonly weightDecay: number | null;
  /** Cap on the norm of the weights, in multiples of its start; empty for none */
  readonly normCap: number | null;
  /** Seed (seed) */
  readonly seed: number;
  /** Parameters of the model (parameters) */
  readonly parameters: number;
  /** First logged step with train accuracy .99 (optimizer steps) */
  readonly memorizeStep: number | null;
  /** First logged step with test accuracy .95 (optimizer steps) */
  readonly grokStep: number | null;
  /** Last step of the run (optimizer steps) */
  readonly lastStep: number;
  /** Train accuracy at the end */
  readonly finalTrainAccuracy: number;
  /** Test accuracy at the end */
  readonly finalTestAccuracy: number;
};

/** A row of `grokking-seeds`: Modular addition (p = 67), 450 runs that differ in the seed only: train and test loss at 51 checkpoints */
export type GrokkingSeeds = {
  /** Run, as numbered by the publisher (run) */
  readonly run: number;
  /** Step (optimizer steps) */
  readonly step: number;
  /** Loss on the pairs trained on, over 67 (nats / 67) */
  readonly trainLoss: number;
  /** Loss on the other pairs, over 67 (nats / 67) */
  readonly testLoss: number;
};

/** A row of `modular-addition-curves`: Modular addition at p = 23, 29 and 31: train and test accuracy by epoch, thinned */
export type ModularAdditionCurves = {
  /** Modulus */
  readonly p: number;
  /** Epoch (epochs) */
  readonly epoch: number;
  /** Accuracy on the pairs trained on */
  readonly trainAccuracy: number;
  /** Accuracy on the other pairs */
  readonly testAccuracy: number;
};

/** A row of `modular-addition-runs`: Modular addition at p = 23, 29 and 31: when one run of each memorizes and generalizes */
export type ModularAdditionRuns = {
  /** Modulus */
  readonly p: number;
  /** First logged epoch with train accuracy .99 (epochs) */
  readonly memorizeEpoch: number | null;
  /** First logged epoch with test accuracy .99 (epochs) */
  readonly generalizeEpoch: number | null;
  /** End of the first stage (epochs) */
  readonly stage1End: number;
  /** End of the second stage (epochs) */
  readonly stage2End: number;
  /** Last logged epoch (epochs) */
  readonly lastEpoch: number;
  /** Train accuracy at the last logged epoch */
  readonly lastTrainAccuracy: number;
  /** Test accuracy at the last logged epoch */
  readonly lastTestAccuracy: number;
};

/** A row of `nist-data`: NIST StRD: the observations */
export type NistData = {
  /** Name of the problem */
  readonly problem: string;
  /** Number of the observation (observation) */
  readonly observation: number;
  /** Response */
  readonly y: number;
  /** Predictor (x, or x1) */
  readonly x1: number;
  /** Second predictor, Nelson only */
  readonly x2: number | null;
};

/** A row of `nist-parameters`: NIST StRD: starting values and certified parameters with standard deviations */
export type NistParameters = {
  /** Name of the problem */
  readonly problem: string;
  /** Name of the parameter */
  readonly parameter: string;
  /** First starting value, far from the answer */
  readonly start1: number;
  /** Second starting value, nearer */
  readonly start2: number;
  /** Certified value */
  readonly certified: number;
  /** Certified standard deviation */
  readonly standardDeviation: number;
};

/** A row of `nist-problems`: NIST StRD: 27 nonlinear least-squares problems with certified residuals */
export type NistProblems = {
  /** Name of the problem */
  readonly problem: string;
  /** Difficulty as NIST grades it */
  readonly difficulty: "average" | "higher" | "lower";
  /** Class of the model */
  readonly kind: "exponential" | "miscellaneous" | "rational";
  /** Observed or generated data */
  readonly origin: "generated" | "observed";
  /** What the expression gives */
  readonly response: "log(y)" | "y";
  /** The model, as mathjs reads it */
  readonly expression: string;
  /** Number of parameters (parameters) */
  readonly parameters: number;
  /** Number of observations (observations) */
  readonly observations: number;
  /** Certified residual sum of squares (y squared) */
  readonly residualSumOfSquares: number;
  /** Certified residual standard deviation (y) */
  readonly residualStandardDeviation: number;
  /** Observations minus parameters (observations) */
  readonly degreesOfFreedom: number;
};

/** A row of `obscaling`: 148 public base models of 47 families: size, data, compute, eight standard benchmarks */
export type Obscaling = {
  /** Name of the model */
  readonly model: string;
  /** Family of the model */
  readonly family: string;
  /** Parameters; active ones for mixtures of experts (parameters) */
  readonly parameters: number;
  /** Tokens of training data; empty if not published (tokens) */
  readonly tokens: number | null;
  /** Training compute, 6 x parameters x tokens; empty if not published (FLOP) */
  readonly flops: number | null;
  /** One of the paper's 77 models of 21 families */
  readonly inPaper: boolean;
  /** MMLU, accuracy */
  readonly mmlu: number | null;
  /** ARC-C, accuracy */
  readonly arcChallenge: number | null;
  /** HellaSwag, accuracy */
  readonly hellaSwag: number | null;
  /** Winograd, accuracy */
  readonly winogrande: number | null;
  /** TruthfulQA, accuracy */
  readonly truthfulQa: number | null;
  /** GSM8K, accuracy */
  readonly gsm8k: number | null;
  /** XWinograd, accuracy */
  readonly xWinograd: number | null;
  /** HumanEval, accuracy */
  readonly humanEval: number | null;
};

/** A row of `obscaling-emergent`: 84 public base models on BIG-bench tasks that were called emergent: unscrambling, transliteration, Persian, arithmetic */
export type ObscalingEmergent = {
  /** Name of the model */
  readonly model: string;
  /** Family of the model */
  readonly family: string;
  /** Parameters; active ones for mixtures of experts (parameters) */
  readonly parameters: number;
  /** Tokens of training data; empty if not published (tokens) */
  readonly tokens: number | null;
  /** Training compute, 6 x parameters x tokens; empty if not published (FLOP) */
  readonly flops: number | null;
  /** One of the paper's 77 models of 21 families */
  readonly inPaper: boolean;
  /** Persian reading comprehension, accuracy; chance .25 */
  readonly persianQa: number | null;
  /** Unscrambling words, exact match */
  readonly wordUnscramble: number | null;
  /** Transliteration into the phonetic alphabet, exact match */
  readonly ipaExactMatch: number | null;
  /** Transliteration into the phonetic alphabet, BLEU, from the same outputs (percent) */
  readonly ipaBleu: number | null;
  /** Subtraction of three-digit numbers, accuracy */
  readonly subtraction3: number | null;
  /** Addition of three-digit numbers, accuracy */
  readonly addition3: number | null;
  /** Multiplication of two-digit numbers, accuracy */
  readonly multiplication2: number | null;
  /** Addition of two-digit numbers, accuracy */
  readonly addition2: number | null;
  /** The transliteration score looks like a fault of that run */
  readonly ipaSuspect: boolean;
};

/** A row of `on-emergence`: 24 models, base and instruction-tuned, on 23 tasks, with and without examples: exact match, BERTScore, edit distance */
export type OnEmergence = {
  /** Task, mostly of BIG-bench */
  readonly task: string;
  /** Name of the model, as published */
  readonly model: string;
  /** Nominal number of parameters; empty if none is published (parameters) */
  readonly parameters: number | null;
  /** Tuned to follow instructions */
  readonly instructionTuned: boolean;
  /** Style of the prompt */
  readonly prompt: "closed" | "closed-adv" | "open";
  /** Solved examples in the prompt (examples) */
  readonly shots: number;
  /** Seed of the run; empty for models behind an interface (seed) */
  readonly seed: number | null;
  /** Questions asked (questions) */
  readonly items: number;
  /** Share of answers that match exactly */
  readonly exactMatch: number;
  /** Share of answers nearest the right option by BERTScore */
  readonly bertScoreAccuracy: number | null;
  /** Mean BERTScore of answer and target */
  readonly bertScore: number | null;
  /** Mean edit distance of answer and target (characters) */
  readonly editDistance: number;
};

/** A row of `on-emergence-chance`: Chance level of 23 tasks of on-emergence, from the number of options */
export type OnEmergenceChance = {
  /** Task */
  readonly task: string;
  /** Fewest options in a demonstration (options) */
  readonly leastOptions: number | null;
  /** Most options in a demonstration (options) */
  readonly mostOptions: number | null;
  /** Accuracy of guessing among the options; empty if there are none */
  readonly chance: number | null;
};

/** A row of `open-llm-leaderboard-2`: 72 public base models on the six benchmarks of the Open LLM Leaderboard, second edition */
export type OpenLlmLeaderboard2 = {
  /** Name of the model, as in obscaling */
  readonly model: string;
  /** BIG-Bench Hard, accuracy */
  readonly bbh: number;
  /** GPQA, accuracy; four options */
  readonly gpqa: number;
  /** IFEval, accuracy */
  readonly ifEval: number;
  /** MATH, hardest level, exact match */
  readonly mathHard: number;
  /** MMLU-Pro, accuracy; up to ten options */
  readonly mmluPro: number;
  /** MuSR, accuracy */
  readonly muSr: number;
};

/** A row of `open-lm-models`: 104 language models on three corpora, 11M to 6.9B parameters, .25 to 32 times the usual tokens, with eight losses */
export type OpenLmModels = {
  /** Name of the model, as published */
  readonly model: string;
  /** Corpus trained on */
  readonly corpus: "C4" | "RedPajama" | "RefinedWeb";
  /** Parameters, embeddings included (parameters) */
  readonly parameters: number;
  /** Parameters without embeddings (parameters) */
  readonly parametersNoEmbedding: number;
  /** Tokens over 20 x parameters */
  readonly multiplier: number;
  /** Tokens trained on (tokens) */
  readonly tokens: number;
  /** Training compute, 6 x parameters x tokens (FLOPs) */
  readonly flops: number;
  /** Whether the run was made apart from the others, see the description */
  readonly suspect: boolean;
  /** Loss on C4's validation set (nats per token) */
  readonly c4Loss: number;
  /** Loss on C4 in Paloma's selection (nats per token) */
  readonly palomaC4Loss: number;
  /** Loss on RefinedWeb, Paloma's selection (nats per token) */
  readonly refinedWebLoss: number;
  /** Loss on RedPajama, Paloma's selection (nats per token) */
  readonly redPajamaLoss: number;
  /** Loss on code in 100 programming languages, Paloma's selection of Dolma (nats per token) */
  readonly codeLoss: number;
  /** Loss on Penn Treebank, Paloma's selection (nats per token) */
  readonly pennTreebankLoss: number;
  /** Loss on pairs of German and English text (nats per token) */
  readonly germanEnglishLoss: number;
  /** Loss on OpenLM's own validation text (120 sequences) (nats per token) */
  readonly openLmLoss: number;
};

/** A row of `open-lm-scores`: 104 language models on 46 tasks: accuracy */
export type OpenLmScores = {
  /** Name of the model, as in open-lm-models */
  readonly model: string;
  /** Name of the task, as in open-lm-tasks */
  readonly task: string;
  /** Accuracy */
  readonly accuracy: number;
};

/** A row of `open-lm-tasks`: The 46 tasks of open-lm-scores: kind, examples in the prompt, number of items, chance */
export type OpenLmTasks = {
  /** Name of the task */
  readonly task: "agi_eval_lsat_ar" | "agi_eval_lsat_lr" | "agi_eval_lsat_rc" | "agi_eval_sat_en" | "arc_challenge" | "arc_easy" | "bbq" | "bigbench_conceptual_combinations" | "bigbench_conlang_translation" | "bigbench_cs_algorithms" | "bigbench_dyck_languages" | "bigbench_elementary_math_qa" | "bigbench_language_identification" | "bigbench_logical_deduction" | "bigbench_misconceptions" | "bigbench_novel_concepts" | "bigbench_operators" | "bigbench_qa_wikidata" | "bigbench_repeat_copy_logic" | "bigbench_strange_stories" | "bigbench_strategy_qa" | "bigbench_understanding_fables" | "boolq" | "commonsense_qa" | "copa" | "coqa" | "enterprise_pii_classification" | "hellaswag" | "hellaswag_zeroshot" | "jeopardy" | "lambada_openai" | "logi_qa" | "math_qa" | "mmlu" | "mmlu_zeroshot" | "openbook_qa" | "piqa" | "pubmed_qa_labeled" | "simple_arithmetic_nospaces" | "simple_arithmetic_withspaces" | "siqa" | "squad" | "winogender_mc_female" | "winogender_mc_male" | "winograd" | "winogrande";
  /** What it is meant to test */
  readonly category: string;
  /** Options scored by likelihood, a continuation that must match, or two contexts for one ending */
  readonly kind: "language modeling" | "multiple choice" | "schema";
  /** Solved examples in the prompt (examples) */
  readonly shots: number;
  /** Number of questions (questions) */
  readonly items: number;
  /** Whether the score is a mean over parts of the task instead of a share of its items */
  readonly averaged: boolean;
  /** Accuracy of guessing, as listed with the scores */
  readonly chance: number;
  /** Accuracy of guessing, as listed later, where it differs */
  readonly laterChance: number | null;
  /** Accuracy of the best constant answer, where it was counted */
  readonly constant: number | null;
};

/** A row of `open-models`: OPT, BLOOM, XGLM, MPT and LLaMA by size: LAMBADA, MMLU, BIG-bench Hard, common sense, GSM8K, arithmetic */
export type OpenModels = {
  /** Name of the model */
  readonly model: string;
  /** Family */
  readonly family: "BLOOM" | "LLaMA" | "MPT" | "OPT" | "XGLM";
  /** Parameters as the model's name gives them (parameters) */
  readonly parameters: number;
  /** Task; MMLU's subjects begin with mmlu_, BIG-bench Hard's tasks with bbh_ */
  readonly task: string;
  /** Solved examples in the prompt (examples) */
  readonly shots: number;
  /** What the value is */
  readonly metric: "accuracy" | "exact string match" | "multiple choice grade" | "normalized accuracy" | "perplexity";
  /** The score: a share in [0, 1], or a perplexity */
  readonly value: number;
  /** Standard error of the value, as published */
  readonly standardError: number | null;
};

/** A row of `parity-retrained`: Sparse parity, trained again: 108 small nets of the kit, nine seeds in each of 12 cells of parity-seeds */
export type ParityRetrained = {
  /** Size of the training set (examples) */
  readonly examples: number;
  /** Hidden units (units) */
  readonly width: number;
  /** Weight decay */
  readonly weightDecay: number;
  /** Seed: examples, test strings, initial weights (seed) */
  readonly seed: number;
  /** Least loss on the training set, over training (nats) */
  readonly leastTrainLoss: number;
  /** Least loss on the test set, over training (nats) */
  readonly leastTestLoss: number;
  /** First step, of those read, with a test loss under .1; empty if there is none (steps) */
  readonly learnedStep: number | null;
  /** Loss on the test set after the last step (nats) */
  readonly lastTestLoss: number;
  /** Fingerprint of all weights after the last step */
  readonly hash: string;
};

/** A row of `parity-seeds`: Sparse parity: the least test loss of 1,125 small nets, nine seeds in each of 125 cells */
export type ParitySeeds = {
  /** Size of the training set (examples) */
  readonly examples: number;
  /** Hidden units (units) */
  readonly width: number;
  /** Weight decay */
  readonly weightDecay: number;
  /** Seed (seed) */
  readonly seed: number;
  /** Least loss on the training set, over training (nats) */
  readonly leastTrainLoss: number;
  /** Least loss on the test set, over training (nats) */
  readonly leastTestLoss: number;
};

/** A row of `published-scores`: Published scores of language models on eleven benchmarks, with the model's date: MMLU, GSM8K, BIG-bench Hard and others */
export type PublishedScores = {
  /** Benchmark */
  readonly benchmark: "arc_ai2" | "bbh" | "boolq" | "gsm8k" | "hellaswag" | "lambada" | "mmlu" | "openbookqa" | "piqa" | "triviaqa" | "winogrande";
  /** Row in the publisher's file (entry) */
  readonly entry: number;
  /** Name of the model */
  readonly model: string;
  /** Version of the model */
  readonly version: string | null;
  /** Release of the version */
  readonly date: string | null;
  /** Solved examples in the prompt; empty if no number is stated (examples) */
  readonly shots: number | null;
  /** Share of right answers */
  readonly score: number;
};

/** A row of `pythia-lambada`: Pythia on LAMBADA over training: accuracy and perplexity of 16 models at 27 checkpoints */
export type PythiaLambada = {
  /** Name of the model */
  readonly model: string;
  /** Parameters in all, embeddings included (parameters) */
  readonly parameters: number;
  /** Trained on the Pile without duplicates */
  readonly deduped: boolean;
  /** Checkpoint (optimizer steps) */
  readonly step: number;
  /** Tokens seen by then (tokens) */
  readonly tokens: number;
  /** Share of passages whose last word is predicted */
  readonly accuracy: number;
  /** Standard error of accuracy, as published */
  readonly accuracyStandardError: number;
  /** Perplexity of the last word, exp of the mean loss in nats */
  readonly perplexity: number;
  /** Standard error of perplexity, as published (bootstrap) */
  readonly perplexityStandardError: number;
  /** Passages whose last word is predicted (passages) */
  readonly correct: number;
  /** Passages in all (passages) */
  readonly items: number;
  /** Repeats the numbers of the plain model of the same size at this step */
  readonly sameAsPlain: boolean;
};

/** A row of `pythia-tasks`: Pythia (release 1) on nine standard tasks over training, zero-shot and five-shot */
export type PythiaTasks = {
  /** Name of the model */
  readonly model: string;
  /** Parameters in all, embeddings included (parameters) */
  readonly parameters: number;
  /** Trained on the Pile without duplicates */
  readonly deduped: boolean;
  /** Checkpoint (optimizer steps) */
  readonly step: number;
  /** Tokens seen by then (tokens) */
  readonly tokens: number;
  /** Solved examples in the prompt (examples) */
  readonly shots: number;
  /** Task of the evaluation harness */
  readonly task: "arc_challenge" | "arc_easy" | "lambada_openai" | "logiqa" | "mmlu" | "piqa" | "sciq" | "winogrande" | "wsc";
  /** What the value is */
  readonly metric: "accuracy" | "normalized accuracy" | "perplexity";
  /** The score: an accuracy in [0, 1], or a perplexity */
  readonly value: number;
  /** Standard error of the value, as published */
  readonly standardError: number;
};

/** A row of `pythia-tasks-v0`: Pythia (release 0) on nine standard tasks over training, zero-shot and five-shot */
export type PythiaTasksV0 = {
  /** Name of the model */
  readonly model: string;
  /** Parameters in all, embeddings included (parameters) */
  readonly parameters: number;
  /** Trained on the Pile without duplicates */
  readonly deduped: boolean;
  /** Checkpoint (optimizer steps) */
  readonly step: number;
  /** Tokens seen by then (tokens) */
  readonly tokens: number;
  /** Solved examples in the prompt (examples) */
  readonly shots: number;
  /** Task of the evaluation harness */
  readonly task: "arc_challenge" | "arc_easy" | "lambada_openai" | "logiqa" | "mmlu" | "piqa" | "sciq" | "winogrande" | "wsc";
  /** What the value is */
  readonly metric: "accuracy" | "normalized accuracy" | "perplexity";
  /** The score: an accuracy in [0, 1], or a perplexity */
  readonly value: number;
  /** Standard error of the value, as published */
  readonly standardError: number;
};

/** A row of `question-groups`: Nine tasks with their questions grouped by difficulty: Brier score of each group, by model and compute */
export type QuestionGroups = {
  /** Task */
  readonly task: "abstract_narrative_understanding" | "analogical_similarity" | "arc" | "arithmetic" | "conceptual_combinations" | "hellaswag" | "hindu_knowledge" | "mmlu" | "parsinlu_qa_mc";
  /** Name of the model */
  readonly model: string;
  /** Family of the model */
  readonly family: string;
  /** Training compute (FLOP) */
  readonly flops: number;
  /** Accuracy of guessing, as the authors set it */
  readonly chance: number;
  /** Compute at which the authors cut their forecast, and below which difficulty is measured (FLOP) */
  readonly thresholdFlops: number;
  /** Accuracy over all questions */
  readonly accuracy: number;
  /** Brier score on the target over all questions */
  readonly brier: number;
  /** Number of groups (groups) */
  readonly groups: number;
  /** Number of the group, 1 the easiest (group) */
  readonly group: number;
  /** Rank of the group's first question, from 0 (questions) */
  readonly firstQuestion: number;
  /** Rank after the group's last question (questions) */
  readonly endQuestion: number;
  /** Brier score on the target over the group's questions */
  readonly groupBrier: number;
};

/** A row of `sad`: Syntactic acceptability of 1,000 sentences: how people rate what the literature calls grammatical or not */
export type Sad = {
  /** What the literature says */
  readonly status: "grammatical" | "ungrammatical";
  /** Where the sentence was published */
  readonly source: "journal" | "textbook";
  /** Mean rating by people, to two decimals (Likert points, 1 to 7) */
  readonly meanRating: number;
  /** Number of such sentences (sentences) */
  readonly count: number;
};

/** A row of `sloth`: 188 models of 35 families, base and instruction-tuned: size, data, compute, BIG-bench Hard, MMLU by subject and more */
export type Sloth = {
  /** Name of the model */
  readonly model: string;
  /** Family of the model */
  readonly family: string;
  /** Tuned to follow instructions */
  readonly instruct: boolean;
  /** Parameters (parameters) */
  readonly parameters: number;
  /** Tokens of training data; empty if not published (tokens) */
  readonly tokens: number | null;
  /** Training compute; empty if not published (FLOP) */
  readonly flops: number | null;
  /** Benchmark or subtask */
  readonly benchmark: string;
  /** The score, as published */
  readonly value: number;
};

/** A row of `small-task-losses`: Loss by step of small transformers: five-digit addition (by answer digit too), induction, skip trigrams, modular addition */
export type SmallTaskLosses = {
  /** Task and kind of data */
  readonly task: string;
  /** Which loss: train, test, or that of one digit of the answer */
  readonly series: string;
  /** Step (optimizer steps) */
  readonly step: number;
  /** Cross-entropy (nats) */
  readonly loss: number;
};

/** A row of `squad`: SQuAD 1.1 and 2.0 leaderboards: 451 dated entries with exact match and F1 */
export type Squad = {
  /** Version of SQuAD */
  readonly version: "1.1" | "2.0";
  /** Position in the publisher's list (place) */
  readonly place: number;
  /** Name of the entry */
  readonly model: string | null;
  /** Date of the entry */
  readonly date: string | null;
  /** Share of answers that match exactly (percent) */
  readonly exactMatch: number;
  /** Mean overlap of words, F1 (percent) */
  readonly f1: number;
};

/** A row of `steam`: Vapor pressure of water by temperature: 14 measurements */
export type Steam = {
  /** Temperature (degrees C) */
  readonly temperature: number;
  /** Pressure of saturated steam (mmHg) */
  readonly pressure: number;
  /** Far from the literature (17 % at 40 degrees C) */
  readonly suspect: boolean;
};

/** A row of `traffic`: Flow, speed and density at road detectors, from free flow to congestion: 4,879 points */
export type Traffic = {
  /** Row of the matrices, from 1 (row) */
  readonly row: number;
  /** Column of the matrices, from 1 (column) */
  readonly column: number;
  /** Density (vehicles per length and lane, unit unstated) */
  readonly density: number;
  /** Speed (length per hour, unit unstated) */
  readonly speed: number;
  /** Flow, density x speed (vehicles per hour and lane) */
  readonly flow: number;
};

/** A row of `verdict-cases`: What the notebooks found, case by case, for every definition of emergence to judge: who, where, by which metric */
export type VerdictCases = {
  /** Case, a short name */
  readonly id: string;
  /** Case, as a label */
  readonly name: string;
  /** What it is a case of */
  readonly subject: "matter" | "crowd" | "market" | "network" | "language model";
  /** Whether it is a control: false throughout */
  readonly control: boolean;
  /** Whether the score is of what something does, or of a quantity that describes it */
  readonly observable: "behavior" | "attribute";
  /** Whether the objective trained this very task; empty: nothing is trained, or not known */
  readonly taught: boolean | null;
  /** Whether the law couples the parts; empty: not known */
  readonly interacting: boolean | null;
  /** Solved examples in the prompt; empty: no prompt, or not known (examples) */
  readonly examples: number | null;
  /** What the curve runs over; empty: no curve */
  readonly scaleName: string | null;
  /** Whether the quantity is on a logarithmic axis, as the notebook draws it; empty: no curve */
  readonly logScale: boolean | null;
  /** What the score is; empty: no curve */
  readonly metric: string | null;
  /** Score of guessing, or of disorder; empty: none is known (as the score) */
  readonly chance: number | null;
  /** Graded metric of the same outputs, higher is better; empty: none */
  readonly smoothMetric: string | null;
  /** Units behind the signed order; empty: no signed order (units) */
  readonly units: number | null;
  /** Notebook or closer look in which the reader met the case */
  readonly notebook: string;
  /** Function of the library, or table, that it comes from */
  readonly from: string;
  /** How it was made, and the reasons for what the row says */
  readonly note: string;
};

/** A row of `verdict-curves`: Cases for every definition of emergence: their curves, seed by seed and task by task where there are any */
export type VerdictCurves = {
  /** Case, an id of verdict-cases */
  readonly case: string;
  /** Which of its curves */
  readonly part: "score" | "seed" | "task" | "structure" | "symmetry";
  /** Number of the seed or task, from 1; 0 where there is one (number) */
  readonly run: number;
  /** Quantity that the curve runs over (as scaleName says) */
  readonly scale: number;
  /** Score (as metric says) */
  readonly score: number;
  /** Trials of which the score is a share; empty: it is no such share, or their number is not known (trials) */
  readonly trials: number | null;
  /** Standard error of the score, where it is known and the score is no share of trials (as the score) */
  readonly error: number | null;
  /** Graded metric of the same outputs, higher is better (as smoothMetric says) */
  readonly smooth: number | null;
  /** Loss that the training lowers, at this point (as the case's note says) */
  readonly loss: number | null;
};

/** A row of `verdict-false-positives`: How often each definition of emergence says yes where nothing emerges, over 200 seeds of six controls */
export type VerdictFalsePositives = {
  /** Id of the control */
  readonly control: string;
  /** How it was made */
  readonly kind: "additive" | "shuffled" | "smooth" | "driven";
  /** Id of the definition */
  readonly definition: string;
  /** Seeds judged (seeds) */
  readonly seeds: number;
  /** Seeds called emergent (seeds) */
  readonly yes: number;
  /** Seeds called not emergent (seeds) */
  readonly no: number;
  /** Seeds that more data might decide (seeds) */
  readonly undecided: number;
  /** Seeds to which the definition does not apply (seeds) */
  readonly notApplicable: number;
};

/** A row of `verdict-systems`: Cases for every definition of emergence: systems watched step by step, few units of few symbols */
export type VerdictSystems = {
  /** Case, an id of verdict-cases */
  readonly case: string;
  /** Independent series, from 1 (number) */
  readonly run: number;
  /** Moment within the series, from 0 (steps) */
  readonly step: number;
  /** States of the units, one symbol each; empty: no units are seen */
  readonly micro: string | null;
  /** Macro variable (as the case's note says) */
  readonly macro: number;
};

/** A row of `wei-abilities`: Wei et al. 2022, Table 1: the scale at which 22 abilities are said to emerge */
export type WeiAbilities = {
  /** How the model is asked */
  readonly setting: "augmented prompting" | "few-shot prompting";
  /** Ability */
  readonly ability: string;
  /** Training compute at which it is said to emerge (FLOP) */
  readonly flops: number;
  /** Size at which it is said to emerge (parameters) */
  readonly parameters: number;
  /** Family of the model */
  readonly family: string;
};

/** A row of `wei-counts`: Wei et al. 2022, list of abilities: how many tasks of BIG-bench and MMLU emerge with which model */
export type WeiCounts = {
  /** Benchmark */
  readonly benchmark: "BIG-bench" | "MMLU";
  /** Model with which the tasks emerge */
  readonly model: string;
  /** Number of tasks (tasks) */
  readonly tasks: number;
};

/** Every table by name, with the type of its rows. */
export type Tables = {
  /** Addition of eight digits by 70 small transformers: whole answers over width, training and seeds */
  "addition-answers": AdditionAnswers;
  /** Addition of eight digits by 70 small transformers: every token of the answer over width, training and seeds */
  "addition-positions": AdditionPositions;
  /** Adoption of 45 technologies in the United States, 1860 to 2019 */
  "adoption": Adoption;
  /** 109 benchmarks of machine learning with 1,748 dated results, and human targets where known */
  "benchmarks-over-time": BenchmarksOverTime;
  /** BLiMP: accuracy of four models and agreement of people on 67 minimal-pair paradigms */
  "blimp": Blimp;
  /** BLiMP over training: 16 Pythia models (release 0) at 15 checkpoints, 67 paradigms */
  "blimp-pythia": BlimpPythia;
  /** BLiMP over training: ten seeds of Pythia 160M at 24 checkpoints, 67 paradigms */
  "blimp-pythia-seeds": BlimpPythiaSeeds;
  /** BLiMP by words of training: RoBERTa on 1M, 10M, 100M, 1B words and in full, 67 paradigms */
  "blimp-roberta": BlimpRoberta;
  /** Four-digit addition: test loss by size of the training data, with a sharp turn (Caballero et al. 2023) */
  "bnsl-addition": BnslAddition;
  /** Dot-product attention that learns by position or by meaning: order parameters in theory and experiment, by samples and size */
  "cui-attention": CuiAttention;
  /** 1,797 handwritten digits, 8 x 8 pixels */
  "digits": Digits;
  /** 976 notable models, 1950 to 2025: date, parameters, size of the training data, training compute */
  "epoch-models": EpochModels;
  /** Polarization of a school of 15 fish: how often each value occurs, and how it changes from there */
  "fish-polarization": FishPolarization;
  /** GLUE by size of model: four small BERT, three ELECTRA, ALBERT beside BERT, XLNet and RoBERTa large */
  "glue-by-size": GlueBySize;
  /** GLUE leaderboard, 2017 to 2019: eight models on eight tasks */
  "glue-by-year": GlueByYear;
  /** GPT-1 to GPT-4 and GPT-NeoX-20B: how far they look back, their vocabulary, their layers */
  "gpt-lineage": GptLineage;
  /** GPT-3 175B on addition and subtraction of two to five digits, zero-, one- and few-shot */
  "gpt3-arithmetic": Gpt3Arithmetic;
  /** GPT-3 in eight sizes on sums of two to five digits and products of two, zero-, one- and few-shot */
  "gpt3-arithmetic-by-size": Gpt3ArithmeticBySize;
  /** MMLU by size of GPT-3, few-shot */
  "gpt3-mmlu": Gpt3Mmlu;
  /** 178 runs of grokking: loss and accuracy by step, train and test */
  "grokking-curves": GrokkingCurves;
  /** Grokking by share of training data: when modular addition (p = 113) is memorized, when it generalizes */
  "grokking-fractions": GrokkingFractions;
  /** Modular addition (p = 67), 450 runs that differ in the seed only: the frequencies that each net uses */
  "grokking-frequencies": GrokkingFrequencies;
  /** 178 runs of grokking: what each was, when it memorized, when it generalized */
  "grokking-runs": GrokkingRuns;
  /** Modular addition (p = 67), 450 runs that differ in the seed only: train and test loss at 51 checkpoints */
  "grokking-seeds": GrokkingSeeds;
  /** Modular addition at p = 23, 29 and 31: train and test accuracy by epoch, thinned */
  "modular-addition-curves": ModularAdditionCurves;
  /** Modular addition at p = 23, 29 and 31: when one run of each memorizes and generalizes */
  "modular-addition-runs": ModularAdditionRuns;
  /** NIST StRD: the observations */
  "nist-data": NistData;
  /** NIST StRD: starting values and certified parameters with standard deviations */
  "nist-parameters": NistParameters;
  /** NIST StRD: 27 nonlinear least-squares problems with certified residuals */
  "nist-problems": NistProblems;
  /** 148 public base models of 47 families: size, data, compute, eight standard benchmarks */
  "obscaling": Obscaling;
  /** 84 public base models on BIG-bench tasks that were called emergent: unscrambling, transliteration, Persian, arithmetic */
  "obscaling-emergent": ObscalingEmergent;
  /** 24 models, base and instruction-tuned, on 23 tasks, with and without examples: exact match, BERTScore, edit distance */
  "on-emergence": OnEmergence;
  /** Chance level of 23 tasks of on-emergence, from the number of options */
  "on-emergence-chance": OnEmergenceChance;
  /** 72 public base models on the six benchmarks of the Open LLM Leaderboard, second edition */
  "open-llm-leaderboard-2": OpenLlmLeaderboard2;
  /** 104 language models on three corpora, 11M to 6.9B parameters, .25 to 32 times the usual tokens, with eight losses */
  "open-lm-models": OpenLmModels;
  /** 104 language models on 46 tasks: accuracy */
  "open-lm-scores": OpenLmScores;
  /** The 46 tasks of open-lm-scores: kind, examples in the prompt, number of items, chance */
  "open-lm-tasks": OpenLmTasks;
  /** OPT, BLOOM, XGLM, MPT and LLaMA by size: LAMBADA, MMLU, BIG-bench Hard, common sense, GSM8K, arithmetic */
  "open-models": OpenModels;
  /** Sparse parity, trained again: 108 small nets of the kit, nine seeds in each of 12 cells of parity-seeds */
  "parity-retrained": ParityRetrained;
  /** Sparse parity: the least test loss of 1,125 small nets, nine seeds in each of 125 cells */
  "parity-seeds": ParitySeeds;
  /** Published scores of language models on eleven benchmarks, with the model's date: MMLU, GSM8K, BIG-bench Hard and others */
  "published-scores": PublishedScores;
  /** Pythia on LAMBADA over training: accuracy and perplexity of 16 models at 27 checkpoints */
  "pythia-lambada": PythiaLambada;
  /** Pythia (release 1) on nine standard tasks over training, zero-shot and five-shot */
  "pythia-tasks": PythiaTasks;
  /** Pythia (release 0) on nine standard tasks over training, zero-shot and five-shot */
  "pythia-tasks-v0": PythiaTasksV0;
  /** Nine tasks with their questions grouped by difficulty: Brier score of each group, by model and compute */
  "question-groups": QuestionGroups;
  /** Syntactic acceptability of 1,000 sentences: how people rate what the literature calls grammatical or not */
  "sad": Sad;
  /** 188 models of 35 families, base and instruction-tuned: size, data, compute, BIG-bench Hard, MMLU by subject and more */
  "sloth": Sloth;
  /** Loss by step of small transformers: five-digit addition (by answer digit too), induction, skip trigrams, modular addition */
  "small-task-losses": SmallTaskLosses;
  /** SQuAD 1.1 and 2.0 leaderboards: 451 dated entries with exact match and F1 */
  "squad": Squad;
  /** Vapor pressure of water by temperature: 14 measurements */
  "steam": Steam;
  /** Flow, speed and density at road detectors, from free flow to congestion: 4,879 points */
  "traffic": Traffic;
  /** What the notebooks found, case by case, for every definition of emergence to judge: who, where, by which metric */
  "verdict-cases": VerdictCases;
  /** Cases for every definition of emergence: their curves, seed by seed and task by task where there are any */
  "verdict-curves": VerdictCurves;
  /** How often each definition of emergence says yes where nothing emerges, over 200 seeds of six controls */
  "verdict-false-positives": VerdictFalsePositives;
  /** Cases for every definition of emergence: systems watched step by step, few units of few symbols */
  "verdict-systems": VerdictSystems;
  /** Wei et al. 2022, Table 1: the scale at which 22 abilities are said to emerge */
  "wei-abilities": WeiAbilities;
  /** Wei et al. 2022, list of abilities: how many tasks of BIG-bench and MMLU emerge with which model */
  "wei-counts": WeiCounts;
};

export type TableName = keyof Tables;
