/** One value that somebody printed, derived or proved, without its id. A tolerance is never a matter of taste: its reason stands with it. */
export type Entry = {
  /** What the value is, in words */
  readonly claim: string;
  readonly value: number;
  /** Unit of the value, in words */
  readonly unit: string;
  readonly source: string;
  /** Table, page, equation or file, so that a reader can look it up */
  readonly locator: string;
  /** printed in the source; exact or closed form; derived once from the named data; seen only in a secondary text */
  readonly status: "printed" | "exact" | "derived" | "secondary";
  /** How far our value may lie from it: in the unit of the value, or as a share of it */
  readonly tolerance: { readonly absolute: number } | { readonly relative: number };
  readonly toleranceReason: string;
  /** What a reader must know beside it, above all why it does not reproduce where it does not */
  readonly note?: string;
};

/** For a number of things: it is met or it is not. */
export const counted = { tolerance: { absolute: 0 }, toleranceReason: "a count" } as const;
