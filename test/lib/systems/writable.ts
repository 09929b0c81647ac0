import type { ReadonlyTyped } from "@emergence/lib/core";

/** A system's live array, to be written to: a test sets states that the types keep from everybody else. */
export const writable = <Typed extends ArrayLike<number>>(live: ReadonlyTyped<Typed>): Typed =>
  live as unknown as Typed;
