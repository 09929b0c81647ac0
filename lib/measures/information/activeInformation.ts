import { optionsOf, requireWhole } from "../../core/require";
import { correctedInformation, nexts, pasts, requireLonger, type SeriesOptions, seriesOptions } from "./series";
import { encode, type SeriesOrEnsemble } from "./symbols";

/**
 * Active information storage: the information of the last k symbols of a series about the next one.
 *
 *     A(k) = I(X_t+1 ; X_t-k+1 ... X_t)
 *
 * 0 for independent symbols, up to the bias of counting: about (letters - 1) (pasts - 1) / (2 n) nats.
 *
 * @param series a string or array of symbols, longer than `history`; or several series as an array of arrays, counted together
 * @param options `history`: k (default 1), `correction` ("none", "millerMadow", "shuffle"), `unit`: "bits" (default) or "nats"
 * @throws RangeError for a history that is not a whole number from 1, a series that is not longer, a missing value, measured values (see `quantize`), or an
 * unknown correction; TypeError for what is no series
 * @example
 * import { activeInformation } from "@emergence/lib/measures";
 * activeInformation("001100110".repeat(1), { history: 2 }).toFixed(6); // => "0.985228"
 *
 * Source: Lizier, Prokopenko & Zomaya 2012, Local measures of information storage in complex distributed computation, Inf. Sci. 208, 39-54.
 */
export function activeInformation(series: SeriesOrEnsemble, options: SeriesOptions = {}): number {
  const caller = "activeInformation";
  const { history = 1 } = optionsOf(caller, options, seriesOptions);
  requireWhole(caller, "history", history);
  const encoded = encode(caller, "series", series);
  requireLonger(caller, encoded, history);
  return correctedInformation(caller, [nexts(encoded, history), pasts(encoded, history, history)], options);
}
