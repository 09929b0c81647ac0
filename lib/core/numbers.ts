type Writes = "copyWithin" | "fill" | "reverse" | "set" | "sort" | "subarray" | "buffer";

/** A typed array that its holder may read and not write: the live state of a system, say. `slice()` makes a copy that may be written. */
export type ReadonlyTyped<Typed extends ArrayLike<number>> = Readonly<Omit<Typed, Writes>>;

/** A vector as every function of the kit takes it. */
export type Numbers = readonly number[] | ReadonlyTyped<Float64Array>;
