import { requireSameLength, requireWhole } from "../../core/require";
import type { Letter } from "./distribution";
import { correctedInformation, pasts, type SeriesOptions } from "./series";

/** Options of `transferEntropy`. */
export interface TransferOptions extends SeriesOptions {
  /** Number of symbols of the source's past, at least 1. Default 1. */
  readonly sourceHistory?: number;
  /** A further series, whose past counts as known too; several are given as one, whose symbols are their tuples. Default none. */
  readonly given?: string | readonly Letter[];
  /** Number of symbols of the past of `given`, at least 1. Default 1. */
  readonly givenHistory?: number;
}

/**
 * Transfer entropy: the information of the last l symbols of a source about the target's next one, given the target's own last k.
 *
 *     T(k, l) = I(Y_t+1 ; X_t-l+1 ... X_t | Y_t-k+1 ... Y_t)
 *
 * With a series Z `given`, its last m symbols are known too: I(Y_t+1 ; X_t-l+1 ... X_t | Y_t-k+1 ... Y_t, Z_t-m+1 ... Z_t), the conditional transfer entropy.
 *
 * It measures prediction, not causation: a common cause also produces it, unless it is `given`, and so does a history of the target that is too short.
 *
 * @param source a string or array of symbols, as long as the target
 * @param target a string or array of symbols
 * @param options `history`: k (default 1), `sourceHistory`: l (default 1), `given`: Z, `givenHistory`: m (default 1), `correction` ("none", "millerMadow", "shuffle"), `unit`: "bits" (default) or "nats"
 * @throws RangeError for series of different lengths or no longer than a history, a history that is not a whole number from 1, or an unknown correction
 * @example
 * import { transferEntropy } from "@emergence/lib/measures";
 * transferEntropy("1001011", "0010111") > transferEntropy("0010111", "1001011"); // => true
 *
 * Source: Schreiber 2000, Measuring information transfer, Phys. Rev. Lett. 85, 461-464; conditional: Lizier, Prokopenko & Zomaya 2008, Phys. Rev. E 77, 026110.
 */
export function transferEntropy(
  target: string | readonly Letter[],
  source: string | readonly Letter[],
  options: TransferOptions = {},
): number {
  const caller = "transferEntropy";
  const history = options.history ?? 1;
  requireWhole(caller, "history", history);
  const sourceHistory = options.sourceHistory ?? 1;
  requireWhole(caller, "sourceHistory", sourceHistory);
  requireSameLength(caller, { target, source });
  const { given, givenHistory = 1 } = options;
  requireWhole(caller, "givenHistory", givenHistory);
  if (given !== undefined) requireSameLength(caller, { target, given });
  const first = Math.max(history, sourceHistory, given === undefined ? 1 : givenHistory);
  if (target.length <= first) throw new RangeError(`${caller}: ${target.length} symbols, needs more than ${first}`);
  const next = pasts([...target, ""], first + 1, 1);
  const own = pasts(target, first, history);
  const known = given === undefined ? own : together(own, pasts(given, first, givenHistory));
  return correctedInformation(caller, [next, pasts(source, first, sourceHistory), known], options);
}

/** Pairs of codes as one code each. */
function together(a: Uint32Array, b: Uint32Array): Uint32Array {
  const codes = new Map<number, number>();
  return a.map((code, i) => {
    const pair = code * b.length + (b[i] as number); // a code is below the number of codes
    const place = codes.get(pair) ?? codes.size;
    codes.set(pair, place);
    return place;
  });
}
