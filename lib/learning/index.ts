export { type AttentionOverlaps, attentionOverlaps } from "./analysis/attentionOverlaps";
export { type AttentionEnd, type AttentionEnds, type AttentionRunOptions, attentionRun } from "./analysis/attentionRun";
export { distanceWeights } from "./analysis/distanceWeights";
export { excludedLoss } from "./analysis/excludedLoss";
export { type FourierPower, fourierPower } from "./analysis/fourierPower";
export { lossByPosition } from "./analysis/lossByPosition";
export { type MarkovLines, markovLines } from "./analysis/markovLines";
export { modularPairs } from "./analysis/modularPairs";
export { outputs } from "./analysis/outputs";
export { type PrincipalAutoencoder, principalAutoencoder } from "./analysis/principalAutoencoder";
export { quadraticSolution } from "./analysis/quadraticSolution";
export { restrictedLoss } from "./analysis/restrictedLoss";
export type { PartScore, SumPartOptions } from "./analysis/sumPart";
export { type Autoencoder, type AutoencoderOptions, autoencoder } from "./models/autoencoder";
export {
  type DotProductAttention,
  type DotProductAttentionOptions,
  dotProductAttention,
} from "./models/dotProductAttention";
export {
  type InductionAttention,
  type InductionAttentionOptions,
  inductionAttention,
} from "./models/inductionAttention";
export { type Activation, type Mlp, type MlpOptions, mlp } from "./models/mlp";
export type { Model } from "./models/models";
export { type QuadraticMlp, type QuadraticMlpOptions, quadraticMlp } from "./models/quadraticMlp";
export { type TinyTransformer, type TinyTransformerOptions, tinyTransformer } from "./models/tinyTransformer";
export { type Adam, type AdamOptions, adam, adamW } from "./optimizers/adam";
export type { Optimizer } from "./optimizers/optimizer";
export type { Schedule } from "./optimizers/schedule";
export { type Sgd, type SgdOptions, sgd } from "./optimizers/sgd";
export { type Addition, type AdditionOptions, addition } from "./tasks/addition";
export { type Digits, type DigitsOptions, digits } from "./tasks/digits";
export { type ExampleRows, examplesOf } from "./tasks/examplesOf";
export { type MarkovChains, type MarkovChainsOptions, markovChains } from "./tasks/markovChains";
export { type ModularArithmetic, type ModularArithmeticOptions, modularArithmetic } from "./tasks/modularArithmetic";
export { type PhoneBook, type PhoneBookOptions, phoneBook } from "./tasks/phoneBook";
export {
  type PositionalSemantic,
  type PositionalSemanticOptions,
  positionalSemantic,
} from "./tasks/positionalSemantic";
export { type SparseParity, type SparseParityOptions, sparseParity } from "./tasks/sparseParity";
export type { InputShape, OutputShape } from "./tasks/taskData";
export type { Task } from "./tasks/tasks";
export type { Curves } from "./training/curves";
export type { TrainOptions } from "./training/options";
export type { SavedTraining } from "./training/saved";
export type { Score } from "./training/score";
export { type Training, type TrainProgress, train } from "./training/train";
export type { DivergedTraining, Trained, TrainedNetwork, TrainRecord, TrainResult } from "./training/trained";
export { trainRun } from "./training/trainRun";
