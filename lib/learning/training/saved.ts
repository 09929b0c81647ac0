import type { Curves } from "./curves";

/** A run that can go on: plain data, which JSON keeps without loss. */
export interface SavedTraining {
  readonly kind: "saved training";
  /** What the run is: it goes on only as the same. */
  readonly identity: string;
  /** Steps made. */
  readonly step: number;
  /** Parameters as the network holds them, then the memory of the optimizer. */
  readonly weights: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly curves: Curves;
}
