/** Epsilon-machines: of a known process (`fromProcess`), or inferred from a sequence (`fromSequence`). */
export { fromProcess } from "./fromProcess";
export { fromSequence, type ReconstructedMachine, type SequenceOptions } from "./fromSequence";
