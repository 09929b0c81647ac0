/** Where a value comes from, which decides what it means that it comes out again. */
export type ReferenceClass =
  /** Stated in the source named */
  | "printed"
  /** A definition, a theorem or a closed form */
  | "exact"
  /** Computed once from shipped data: recomputing it is a regression test, not a reproduction */
  | "derived"
  /** Seen in a secondary text only */
  | "secondary";

/** One reference value, without its id. A tolerance is never a matter of taste: its reason stands with it. */
export type Entry = {
  /** What the value is, in words */
  readonly claim: string;
  readonly value: number;
  /** Unit of the value, in words */
  readonly unit: string;
  readonly source: string;
  /** Table, page, equation or file, so that a reader can look it up */
  readonly locator: string;
  readonly class: ReferenceClass;
  /** How far our value may lie from it: in the unit of the value, as a share of it, or in standard errors of ours */
  readonly tolerance:
    | { readonly absolute: number }
    | { readonly relative: number }
    | { readonly standardErrors: number };
  readonly toleranceReason: string;
  /** The value is a bound: ours reproduces it on the right side of it, at any distance */
  readonly bound?: "lower" | "upper";
  /** Ours is read from the same print or file as the value, so that it can differ by a slip of reading only */
  readonly copied?: true;
  /** What a reader must know beside it, above all why it does not reproduce where it does not */
  readonly note?: string;
};

/** Holds each value to its type and keeps the ids, so that they are written once. */
export const entries = <Id extends string>(list: { readonly [id in Id]: Entry }): { readonly [id in Id]: Entry } =>
  list;

/** For a number of things: it is met or it is not. */
export const counted = { tolerance: { absolute: 0 }, toleranceReason: "a count" } as const;

/** For what a simulation measures. */
export const measured = {
  tolerance: { standardErrors: 3 },
  toleranceReason: "three standard errors of the value measured here",
} as const;
