import { max } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFiniteNumbers, requireRows, requireWhole } from "../../core/require";

/** Options of the losses that take the logits of modular addition apart. */
export interface SumPartOptions {
  /** Frequencies to keep (or to take out), different whole numbers from 1 to floor(p / 2). Default: all, and the constant. */
  readonly frequencies?: readonly number[];
  /** `"squaredError"` (default) against one-hot targets, summed over classes, or `"crossEntropy"` in nats. */
  readonly loss?: "squaredError" | "crossEntropy";
  /** Pairs to average the loss over, each [a, b] or, as tokens, [a, p + b]; default: all p^2. */
  readonly pairs?: readonly Numbers[];
}

/** A loss over pairs, and the proportion of them that are right. */
export interface PartScore {
  readonly loss: number;
  readonly accuracy: number;
}

const sumPartOptions: Kinds<SumPartOptions> = {
  frequencies: "numbers",
  loss: ["squaredError", "crossEntropy"],
  pairs: "list",
};

/** What the logits and options of a call come to. */
export interface Parts {
  readonly p: number;
  /** The part of a logit that depends on d = a + b - c (mod p) only: its mean over all such a, b, c, at the frequencies asked for. */
  readonly part: readonly number[];
  readonly loss: "squaredError" | "crossEntropy";
  /** Indices a p + b. */
  readonly pairs: readonly number[];
}

/** The logits of all pairs, taken apart. */
export function partsOfLogits(caller: string, logits: readonly Numbers[], options: SumPartOptions): Parts {
  const { frequencies, loss = "squaredError", pairs } = optionsOf(caller, options, sumPartOptions);
  requireRows(caller, "logits", logits);
  const p = (logits[0] as Numbers).length;
  if (p < 3 || logits.length !== p * p) {
    throw new RangeError(
      `${caller}: ${logits.length} rows of ${p} logits, needs p^2 rows of p >= 3: one row per pair, in the order a p + b`,
    );
  }
  const mean = new Array<number>(p).fill(0);
  logits.forEach((row, pair) => {
    const sum = Math.floor(pair / p) + (pair % p);
    for (let c = 0; c < p; c++) {
      const d = (sum - c + p) % p;
      mean[d] = (mean[d] as number) + (row[c] as number) / (p * p);
    }
  });
  return {
    p,
    part: frequencies === undefined ? mean : kept(caller, mean, frequencies),
    loss,
    pairs: pairsOf(caller, pairs, p),
  };
}

/** The part of a function on the residues at some frequencies. */
function kept(caller: string, values: readonly number[], frequencies: Numbers): number[] {
  const p = values.length;
  requireFiniteNumbers(caller, "frequencies", frequencies);
  const result = new Array<number>(p).fill(0);
  for (let i = 0; i < frequencies.length; i++) {
    const k = frequencies[i] as number;
    requireWhole(caller, `frequencies[${i}]`, k, 1, Math.floor(p / 2));
    if (frequencies.indexOf(k) !== i) throw new RangeError(`${caller}: frequency ${k} twice, needs each once`);
    const angle = (2 * Math.PI * k) / p;
    let [real, imaginary] = [0, 0];
    values.forEach((value, d) => {
      real += value * Math.cos(angle * d);
      imaginary += value * Math.sin(angle * d);
    });
    const weight = (2 * k === p ? 1 : 2) / p;
    for (let d = 0; d < p; d++) {
      const wave = real * Math.cos(angle * d) + imaginary * Math.sin(angle * d);
      result[d] = (result[d] as number) + weight * wave;
    }
  }
  return result;
}

function pairsOf(caller: string, pairs: readonly Numbers[] | undefined, p: number): number[] {
  if (pairs === undefined) return Array.from({ length: p * p }, (_, i) => i);
  requireRows(caller, "pairs", pairs);
  return pairs.map((pair, i) => {
    if (pair.length !== 2) throw new RangeError(`${caller}: pairs[${i}] has ${pair.length} numbers, needs 2: a and b`);
    requireWhole(caller, `pairs[${i}][0]`, pair[0] as number, 0, p - 1);
    requireWhole(caller, `pairs[${i}][1]`, pair[1] as number, 0, 2 * p - 1);
    return (pair[0] as number) * p + ((pair[1] as number) % p);
  });
}

/** Mean loss and accuracy of logits over pairs; the right answer of a pair is a + b (mod p). */
export function scoreOf({ p, loss, pairs }: Parts, logit: (pair: number, c: number, d: number) => number): PartScore {
  let [total, met] = [0, 0];
  for (const pair of pairs) {
    const sum = (Math.floor(pair / p) + (pair % p)) % p;
    const row = Array.from({ length: p }, (_, c) => logit(pair, c, (sum - c + p) % p));
    const most = max(row) as number;
    const own = row[sum] as number;
    if (loss === "crossEntropy")
      total += Math.log(row.reduce((all, value) => all + Math.exp(value - most), 0)) + most - own;
    else total += row.reduce((all, value, c) => all + (value - (c === sum ? 1 : 0)) ** 2, 0);
    if (row.indexOf(most) === sum && row.lastIndexOf(most) === sum) met++;
  }
  return { loss: total / pairs.length, accuracy: met / pairs.length };
}
