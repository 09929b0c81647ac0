/** Epsilon-machines: of a process that is known (`fromProcess`), or read out of a sequence (`fromSequence`). */
export { fromProcess } from "./fromProcess";
export { fromSequence, type ReconstructedMachine, type SequenceOptions } from "./fromSequence";
