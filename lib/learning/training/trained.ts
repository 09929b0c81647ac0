import type { Failure } from "../../core/failure";
import type { Model } from "../models/models";
import type { InputShape, OutputShape } from "../tasks/taskData";
import type { Curves } from "./curves";

/** A network with its weights, as plain data. */
export interface TrainedNetwork {
  readonly model: Model;
  readonly input: InputShape;
  readonly output: OutputShape;
  /** Matrices by name, each by rows: a row per input of the layer, a column per neuron. */
  readonly weights: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** What every run leaves, whether it ends well or not. */
export interface TrainRecord {
  /** Steps made. */
  readonly step: number;
  readonly curves: Curves;
  /** `"simd"` (WebAssembly) or `"plain"`. */
  readonly path: "simd" | "plain";
  /** Why the plain path was taken, if it was not asked for. */
  readonly note?: string;
}

/** A run that stayed finite. */
export interface Trained extends TrainRecord, TrainedNetwork {
  readonly kind: "trained";
  /** Fingerprint of all weights: equal only if they are, to the last bit. */
  readonly hash: string;
}

/** A run that diverged: `kind` is `"failed"`, the reason says where, and the curves lead up to it. */
export interface DivergedTraining extends TrainRecord, Failure {}

export type TrainResult = Trained | DivergedTraining;
