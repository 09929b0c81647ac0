import type { Places } from "../optimizers/optimizer";

/** The state of a run when it was last scored, to go back to. */
export interface LastScored {
  /** Keeps the state of this step. */
  keep(step: number): void;
  /** An update of the weights begins. */
  open(): void;
  /** It is complete. */
  close(): void;
  /** The step at which the run stands: this one, or the last scored one if an interrupt has torn an update. */
  mended(step: number): number;
}

/**
 * Keeps a run whole through interrupts: one that comes while the weights are updated leaves some of them old and some new. The run then goes
 * back to its last score, and since every step depends on seed and number alone, comes to the same weights as if nothing had happened.
 */
export function lastScored(stretch: (at: number) => Float32Array, { weights, first, second }: Places): LastScored {
  const places = [weights, first, second];
  const copies = places.map((at) => stretch(at).slice());
  let keptStep = 0;
  let isTorn = false;
  return {
    keep(step) {
      for (const [i, at] of places.entries()) copies[i]?.set(stretch(at));
      keptStep = step;
    },
    open() {
      isTorn = true;
    },
    close() {
      isTorn = false;
    },
    mended(step) {
      if (!isTorn) return step;
      for (const [i, at] of places.entries()) stretch(at).set(copies[i] as Float32Array);
      isTorn = false;
      return keptStep;
    },
  };
}
