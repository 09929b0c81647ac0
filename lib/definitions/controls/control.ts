import type { Evidence } from "../types";

/** A case made so that nothing can emerge in it. */
export interface Control {
  readonly id: string;
  readonly name: string;
  /**
   * "additive": a sum of independent parts; "shuffled": what was there, in no order. A "yes" to either is a false positive. "smooth" and "driven"
   * are borderline on purpose: a straight line, and parts that one field drives.
   */
  readonly kind: "additive" | "shuffled" | "smooth" | "driven";
  /** The evidence; equal seeds give equal evidence. */
  make(seed: number): Evidence;
}
