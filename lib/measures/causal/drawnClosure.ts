import { group, sum } from "d3-array";
import { optionsOf, requireRows, requireSameLength } from "../../core/require";
import type { Letter } from "../information/distribution";
import { unitSize } from "../information/entropies";
import { type UnitOptions, unitOptions } from "../information/groups";
import { alphabet } from "../information/symbols";
import { excess } from "./informationalClosure";

/** An estimate of informational closure from drawn states whose chances are known. */
export interface DrawnClosure {
  /** The estimate, without the bias of the means. */
  readonly value: number;
  /** The same with the means as they are: too small by about one part in the number of states per macro value. */
  readonly uncorrected: number;
  /** Proportion of the states that share their macro value with another one. The others tell nothing, and are left out. */
  readonly used: number;
}

/**
 * Informational closure I(Z' ; X | Z) of a system too large for a list of its states: from states that were drawn, if for each of them the chances of the next macro
 * value are known, as they are for a spin that is about to turn over:
 *
 *     mean over the states of KL(p(Z' | x) || mean of p(Z' | x) over the states of the same Z)
 *
 * Nothing is counted but the states, so some hundreds are enough where `sampledClosure` would need ten per micro state. The mean over k states lies too close to
 * them, by a factor 1 - 1 / k to second order in the differences, and is corrected by it.
 *
 * @param macro Z of n states
 * @param next n rows: the chances of what Z does next. The columns may mean a new value, or a change by as much, since given Z one tells the other
 * @param options `unit`: "bits" (default) or "nats"
 * @throws RangeError for lists of different lengths, a missing value, a row that is no distribution, or if no two states share their macro value
 * @example
 * import { drawnClosure } from "@emergence/lib/measures";
 * drawnClosure(["a", "a", "b", "b"], [[1, 0], [0, 1], [0.5, 0.5], [0.5, 0.5]]).uncorrected; // => 0.5
 *
 * Source: formula as `informationalClosure`; the factor is that of the sample variance.
 */
export function drawnClosure(
  macro: readonly Letter[],
  next: readonly (readonly number[] | Float64Array)[],
  options: UnitOptions = {},
): DrawnClosure {
  const caller = "drawnClosure";
  const { unit = "bits" } = optionsOf(caller, options, unitOptions);
  requireSameLength(caller, { macro, next });
  requireRows(caller, "next", next);
  for (const [i, row] of next.entries()) {
    if (row.some((p) => p < 0) || Math.abs(sum(row) - 1) > 1e-9)
      throw new RangeError(`${caller}: next[${i}] adds up to ${sum(row)}, needs chances from 0 to 1 that add up to 1`);
  }
  const size = unitSize(caller, unit) / Math.LN2;
  let [value, uncorrected, used] = [0, 0, 0];
  const letters = alphabet(caller, "series");
  const z = Uint32Array.from(macro, (letter, i) => letters.place(letter, () => `macro[${i}]`));
  for (const rows of group(next, (_, i) => z[i]).values()) {
    const k = rows.length;
    if (k === 1) continue;
    const lost = size * divergence(rows);
    uncorrected += lost;
    value += (lost * k) / (k - 1);
    used += k;
  }
  if (used === 0)
    throw new RangeError(`${caller}: no two of ${next.length} states have the same macro value, needs more states`);
  return { value: value / used, uncorrected: uncorrected / used, used: used / next.length };
}

/** Sum of the divergences of rows from their mean, in nats. */
function divergence(rows: readonly (readonly number[] | Float64Array)[]): number {
  const columns = Array.from((rows[0] as readonly number[]).keys());
  return sum(columns, (j) => {
    const q = sum(rows, (row) => row[j] as number) / rows.length;
    return q > 0 ? q * sum(rows, (row) => excess((row[j] as number) / q - 1)) : 0;
  });
}
