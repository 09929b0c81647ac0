import type { Distribution } from "../information/distribution";
import { codesOf, compact } from "../information/groups";

/** Joint probabilities of a target t and two sources x and y, at index (t * nx + x) * ny + y. */
export interface Triple {
  readonly p: Float64Array;
  readonly nt: number;
  readonly nx: number;
  readonly ny: number;
}

/** Redundancy of two sources about a target, in bits. */
export type Redundancy = (triple: Triple, informations: { readonly first: number; readonly second: number }) => number;

/** Joint probabilities of two sources and a target, each one variable or several. */
export function tripleOf(d: Distribution, x: readonly number[], y: readonly number[], t: readonly number[]): Triple {
  const [xs, ys, ts] = [x, y, t].map((places) => compact(codesOf(d, places).codes)) as [Dense, Dense, Dense];
  const p = new Float64Array(ts.size * xs.size * ys.size);
  for (let i = 0; i < d.probabilities.length; i++) {
    const cell = ((ts.codes[i] as number) * xs.size + (xs.codes[i] as number)) * ys.size + (ys.codes[i] as number);
    p[cell] = (p[cell] as number) + (d.probabilities[i] as number);
  }
  return { p, nt: ts.size, nx: xs.size, ny: ys.size };
}

type Dense = ReturnType<typeof compact>;

/** Sums over the variables not kept, with the index of each cell's sum. */
export interface Marginal {
  readonly sums: Float64Array;
  readonly placeOf: Uint32Array;
}

/** Marginal distribution of some of "t", "x", "y". */
export function marginal({ p, nt, nx, ny }: Triple, keep: "t" | "x" | "y" | "tx" | "ty" | "xy"): Marginal {
  const placeOf = new Uint32Array(p.length);
  const size = (keep.includes("t") ? nt : 1) * (keep.includes("x") ? nx : 1) * (keep.includes("y") ? ny : 1);
  const sums = new Float64Array(size);
  for (let cell = 0; cell < p.length; cell++) {
    const y = cell % ny;
    const x = Math.floor(cell / ny) % nx;
    let place = keep.includes("t") ? Math.floor(cell / (nx * ny)) : 0;
    if (keep.includes("x")) place = place * nx + x;
    if (keep.includes("y")) place = place * ny + y;
    placeOf[cell] = place;
    sums[place] = (sums[place] as number) + (p[cell] as number);
  }
  return { sums, placeOf };
}
