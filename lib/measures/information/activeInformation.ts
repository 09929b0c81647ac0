import { optionsOf, requireSymbols, requireWhole } from "../../core/require";
import type { Letter } from "./distribution";
import { correctedInformation, pasts, type SeriesOptions, seriesOptions } from "./series";

/**
 * Active information storage: the information of the last k symbols of a series about the next one.
 *
 *     A(k) = I(X_t+1 ; X_t-k+1 ... X_t)
 *
 * 0 for independent symbols, up to the bias of counting: about (letters - 1) (pasts - 1) / (2 n) nats.
 *
 * @param series a string or array of symbols, longer than `history`
 * @param options `history`: k (default 1), `correction` ("none", "millerMadow", "shuffle"), `unit`: "bits" (default) or "nats"
 * @throws RangeError for a history that is not a whole number from 1, a series that is not longer, or an unknown correction
 * @example
 * import { activeInformation } from "@emergence/lib/measures";
 * activeInformation("001100110".repeat(1), { history: 2 }).toFixed(6); // => "0.985228"
 *
 * Source: Lizier, Prokopenko & Zomaya 2012, Local measures of information storage in complex distributed computation, Inf. Sci. 208, 39-54.
 */
export function activeInformation(series: string | readonly Letter[], options: SeriesOptions = {}): number {
  const caller = "activeInformation";
  requireSymbols(caller, "series", series);
  const { history = 1 } = optionsOf(caller, options, seriesOptions);
  requireWhole(caller, "history", history);
  if (series.length <= history) throw new RangeError(`${caller}: ${series.length} symbols, needs more than ${history}`);
  const next = pasts([...series, ""], history + 1, 1);
  return correctedInformation(caller, [next, pasts(series, history, history)], options);
}
