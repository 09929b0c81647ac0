import { type Kinds, optionsOf, requireFiniteNumbers, requireWhole } from "../../core/require";
import type { TrainedNetwork } from "../training/trained";

/** Phases per frequency: the least number of evenly spaced ones over which every unwanted term cancels. */
const phases = 6;

const quadraticSolutionOptions: Kinds<{ readonly frequencies?: readonly number[] }> = { frequencies: "numbers" };

/**
 * Weights that add modulo p exactly, without training: six neurons per frequency k = 1 ... (p - 1) / 2, with phases 2 pi j / 6.
 *
 *     U[a] = cos(2 pi k a / p + 2 pi j / 6),  V[b] = cos(2 pi k b / p + 2 pi 4 j / 6),  W[c] = cos(2 pi k c / p + 2 pi 5 j / 6)
 *
 * The product of the squared sum and W holds cos(2 pi k (a + b - c) / p) and eight other terms, which sum to 0 over j. With all
 * frequencies the logit of the right answer is 3 (p - 1) / 2 and that of every wrong one -3/2, at every pair; with one frequency, it is
 * 3 and at most 3 cos(2 pi / p), so that one is enough to be right everywhere.
 *
 * @param modulus p, an odd number from 3 to 255
 * @param options `frequencies`: those to use, different whole numbers from 1 to (p - 1) / 2; default: all
 * @returns a network as `train` leaves it: `weights.input` holds U over V, `weights.output` W; for `outputs`
 * @throws RangeError for another modulus or frequency
 * @example
 * import { outputs, quadraticSolution } from "@emergence/lib/learning";
 * (outputs(quadraticSolution(31), [[12, 31 + 30]])[0]?.[11] ?? 0).toFixed(3); // => "45.000"
 *
 * Source: after Gromov 2023, arXiv:2301.02679, whose phases are random; these are ours.
 */
export function quadraticSolution(
  modulus: number,
  options: { readonly frequencies?: readonly number[] } = {},
): TrainedNetwork {
  const { frequencies } = optionsOf("quadraticSolution", options, quadraticSolutionOptions);
  requireWhole("quadraticSolution", "modulus", modulus, 3, 255);
  if (modulus % 2 === 0) throw new RangeError(`quadraticSolution: modulus ${modulus}, needs an odd one`);
  const half = (modulus - 1) / 2;
  const used = frequencies ?? Array.from({ length: half }, (_, i) => i + 1);
  requireFiniteNumbers("quadraticSolution", "frequencies", used);
  if (used.length === 0) throw new RangeError("quadraticSolution: no frequencies, needs at least one");
  for (let i = 0; i < used.length; i++) {
    requireWhole("quadraticSolution", `frequencies[${i}]`, used[i] as number, 1, half);
    if (used.indexOf(used[i] as number) !== i) {
      throw new RangeError(`quadraticSolution: frequency ${used[i]} twice, needs each once`);
    }
  }
  const rows = (turns: number): number[][] =>
    Array.from({ length: modulus }, (_, a) =>
      Array.from(used).flatMap((k) =>
        Array.from({ length: phases }, (_, j) =>
          Math.cos(2 * Math.PI * (((k * a) % modulus) / modulus + ((turns * j) % phases) / phases)),
        ),
      ),
    );
  const width = phases * used.length;
  const readout = rows(5);
  return {
    model: { kind: "quadraticMlp", width, scale: 1 },
    input: { kind: "tokens", positions: 2, vocabulary: 2 * modulus },
    output: { kind: "classes", groups: 1, classes: modulus },
    weights: {
      input: [...rows(1), ...rows(4)],
      output: Array.from({ length: width }, (_, i) => readout.map((row) => row[i] as number)),
    },
  };
}
