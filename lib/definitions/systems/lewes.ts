import { random } from "../../stats/random";
import type { Run } from "../evidence/system";
import { systemOf } from "../evidence/system";
import { interval, isAnswer, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

const shifts = 199;
/** Departures of the ratio that count as none, if larger ones would have been seen. */
const negligible = 0.1;

/** Not the sum of its parts. */
export const lewes: Definition = operational({
  id: "lewes",
  author: "Lewes",
  year: 1875,
  name: "not the sum of its parts",
  sense: "complexSystems",
  paraphrase:
    "A resultant is the sum, or the difference, of the forces that work together. An emergent comes of things of unlike kinds: it is unlike its components, and neither their sum nor their difference.",
  source:
    "Lewes 1875, Problems of Life and Mind, volume 2, pp. 412-413, as others quote it; not read in the original. That sums show in variances is our reading, and units of one kind are not the unlike kinds that he speaks of",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "Variance of the sum of all units over the sum of their variances, outside the middle 95 % of the same ratio after each unit's own series was shifted in a circle: the usual level, two-sided, since units may work with or against each other. Inside is a no if the middle lies within a tenth of its center, else more steps might tell.",
  },
  rule(known, alpha) {
    const system = systemOf(known);
    if (isAnswer(system)) return system;
    const { units, runs } = system;
    const moving = units.filter((values) => values.some((one) => one !== values[0]));
    if (moving.length < 2)
      return undecided(`${moving.length} of ${units.length} units ever changes, and it takes two.`);
    const source = random(1, "judge");
    const parts = moving.reduce((sum, values) => sum + variance(values), 0);
    const ratio = variance(sumOf(moving)) / parts;
    const nulls = Float64Array.from(
      { length: shifts },
      () => variance(sumOf(moving.map((values) => shifted(values, runs, source.uniform)))) / parts,
    ).sort();
    const tail = (count: number) => (1 + count) / (1 + shifts);
    const p = Math.min(
      1,
      2 * Math.min(tail(nulls.filter((one) => one >= ratio).length), tail(nulls.filter((one) => one <= ratio).length)),
    );
    const cut = Math.round((alpha / 2) * (1 + shifts));
    const middle = {
      lower: nulls[Math.max(0, cut - 1)] as number,
      upper: nulls[Math.min(shifts - 1, shifts - cut)] as number,
    };
    const said = `variance of the sum ${text(ratio)} of the sum of variances, shifted ${interval(middle)}, ${pText(p)}`;
    if (p <= alpha) return yes(`Not a sum of independent parts: ${said}.`, ratio);
    const center = (middle.lower + middle.upper) / 2;
    if (middle.upper - center <= negligible * center) return no(`As a sum of independent parts: ${said}.`, ratio);
    return undecided(`A sum or not: ${said}.`, ratio);
  },
});

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length;
}

function sumOf(units: readonly Float64Array[]): Float64Array {
  const total = new Float64Array((units[0] as Float64Array).length);
  for (const values of units)
    for (let t = 0; t < total.length; t++) total[t] = (total[t] as number) + (values[t] as number);
  return total;
}

/** Each run of a series moved in a circle by a random number of steps. */
function shifted(values: Float64Array, runs: readonly Run[], uniform: () => number): Float64Array {
  const moved = new Float64Array(values.length);
  for (const { from, to } of runs) {
    const length = to - from;
    const by = Math.floor(uniform() * length);
    for (let t = 0; t < length; t++) moved[from + ((t + by) % length)] = values[from + t] as number;
  }
  return moved;
}
