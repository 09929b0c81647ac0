import { type Kinds, optionsOf, requireSymbols, requireWhole } from "../../core/require";
import type { Letter } from "./distribution";
import { correctedInformation, pasts, type SeriesOptions, seriesOptions } from "./series";

/** Kinds of the options, for their check. */
const transferOptions: Kinds<TransferOptions> = { ...seriesOptions, sourceHistory: "number" };

/** Options of `transferEntropy`. */
export interface TransferOptions extends SeriesOptions {
  /** Number of symbols of the source's past, at least 1. Default 1. */
  readonly sourceHistory?: number;
}

/**
 * Transfer entropy: the information of the last l symbols of a source about the target's next one, given the target's own last k.
 *
 *     T(k, l) = I(Y_t+1 ; X_t-l+1 ... X_t | Y_t-k+1 ... Y_t)
 *
 * It measures prediction, not causation: a common cause also produces it, and so does a history of the target that is too short.
 *
 * @param source a string or array of symbols, as long as the target
 * @param target a string or array of symbols
 * @param options `history`: k (default 1), `sourceHistory`: l (default 1), `correction` ("none", "millerMadow", "shuffle"), `unit`: "bits" (default) or "nats"
 * @throws RangeError for series of different lengths or no longer than a history, a history that is not a whole number from 1, or an unknown correction
 * @example
 * import { transferEntropy } from "@emergence/lib/measures";
 * transferEntropy("1001011", "0010111") > transferEntropy("0010111", "1001011"); // => true
 *
 * Source: Schreiber 2000, Measuring information transfer, Phys. Rev. Lett. 85, 461-464.
 */
export function transferEntropy(
  target: string | readonly Letter[],
  source: string | readonly Letter[],
  options: TransferOptions = {},
): number {
  const caller = "transferEntropy";
  requireSymbols(caller, "target", target);
  requireSymbols(caller, "source", source);
  const { history = 1, sourceHistory = 1 } = optionsOf(caller, options, transferOptions);
  requireWhole(caller, "history", history);
  requireWhole(caller, "sourceHistory", sourceHistory);
  if (target.length !== source.length) {
    throw new RangeError(`${caller}: ${target.length} target but ${source.length} source`);
  }
  const first = Math.max(history, sourceHistory);
  if (target.length <= first) throw new RangeError(`${caller}: ${target.length} symbols, needs more than ${first}`);
  const next = pasts([...target, ""], first + 1, 1);
  const columns = [next, pasts(source, first, sourceHistory), pasts(target, first, history)] as const;
  return correctedInformation(caller, columns, options);
}
