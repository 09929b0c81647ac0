import { dot } from "../../core/linearAlgebra";

/** A column minus its projections on orthonormal ones, twice, so that a large mean leaves no rounding behind. */
export function without(column: Float64Array, parts: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const part of [...parts, ...parts]) {
    const along = dot(rest, 0, part, 0, rest.length);
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - along * (part[i] as number);
  }
  return rest;
}

/** A column of length 1. */
export function unit(column: Float64Array): Float64Array {
  const size = Math.sqrt(dot(column, 0, column, 0, column.length));
  return column.map((value) => value / size);
}
