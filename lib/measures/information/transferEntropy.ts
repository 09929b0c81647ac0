import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import {
  correctedInformation,
  nexts,
  pasts,
  requireLonger,
  type SeriesOptions,
  seriesOptions,
  together,
} from "./series";
import { type Encoded, encode, isEnsemble, type SeriesOrEnsemble } from "./symbols";

/** Kinds of the options, for their check. */
const transferOptions: Kinds<TransferOptions> = {
  ...seriesOptions,
  sourceHistory: "number",
  delay: "number",
  given: "any",
  givenHistory: "number",
  condition: "any",
};

/** Options of `transferEntropy`. */
export interface TransferOptions extends SeriesOptions {
  /** Number of symbols of the source's past, at least 1. Default 1. */
  readonly sourceHistory?: number;
  /** Steps from the newest symbol of the source that counts to the target's next one, at least 1. Default 1: the symbol just before. */
  readonly delay?: number;
  /** A third series, or an array of several: their past is known as well, so that only what the source adds to it counts. Default: none. */
  readonly given?: SeriesOrEnsemble | readonly SeriesOrEnsemble[];
  /** Number of symbols of the past of each series in `given`, at least 1. Default 1. */
  readonly givenHistory?: number;
  /** Another name of `given`. */
  readonly condition?: TransferOptions["given"];
}

/**
 * Transfer entropy: the information of the last l symbols of a source about the target's next one, given the target's own last k.
 *
 *     T(k, l) = I(Y_t+1 ; X_t-l+1 ... X_t | Y_t-k+1 ... Y_t, Z_t)
 *
 * With a `delay` u above 1 the source's symbols are those that end u steps before the target's next one, X_t+1-u; the target's own past stays the newest.
 *
 * It measures prediction, not causation: a common cause also produces it, and so does a history of the target that is too short. With other series Z in
 * `given` it is conditional (complete, if these are all that may act on the target): a common cause among them no longer counts, nor does a step on the
 * way; what only source and Z together tell does.
 *
 * Several series of the same process, as an array of arrays, are counted together; no past reaches from one into the next. Measured values are binned
 * first (`quantize`).
 *
 * @param target a string or array of symbols, or an array of such arrays
 * @param source likewise, as long as the target
 * @param options `history`: k (default 1), `sourceHistory`: l (default 1), `delay`: u (default 1), `given` with `givenHistory` (default 1), `correction` ("none", "millerMadow",
 * "shuffle"), `unit`: "bits" (default) or "nats"
 * @throws RangeError for series of different lengths or no longer than a history, a history or delay that is not a whole number from 1, a missing value, measured
 * values, or an unknown correction; TypeError for what is no series
 * @example
 * import { transferEntropy } from "@emergence/lib/measures";
 * transferEntropy("1001011", "0010111") > transferEntropy("0010111", "1001011"); // => true
 *
 * Sources: Schreiber 2000, Measuring information transfer, Phys. Rev. Lett. 85, 461-464; conditional: Lizier, Prokopenko & Zomaya 2008, Phys. Rev. E 77, 026110;
 * delay: Wibral et al. 2013, PLoS ONE 8, e55809.
 */
export function transferEntropy(
  target: SeriesOrEnsemble,
  source: SeriesOrEnsemble,
  options: TransferOptions = {},
): number {
  const caller = "transferEntropy";
  const {
    history = 1,
    sourceHistory = 1,
    delay = 1,
    givenHistory = 1,
    condition,
  } = optionsOf(caller, options, transferOptions);
  if (options.given !== undefined && condition !== undefined) {
    throw new TypeError(`${caller}: given and condition, needs one of them: they are two names of one option`);
  }
  requireWhole(caller, "history", history);
  requireWhole(caller, "sourceHistory", sourceHistory);
  requireWhole(caller, "delay", delay);
  requireWhole(caller, "givenHistory", givenHistory);
  const own = encode(caller, "target", target);
  const other = encode(caller, "source", source);
  const known = listOf(options.given ?? condition, target).map(({ name, series }) => ({
    name,
    series: encode(caller, name, series),
  }));
  for (const { name, series } of [{ name: "source", series: other }, ...known]) sameShape(caller, own, name, series);
  const first = Math.max(history, sourceHistory + delay - 1, known.length > 0 ? givenHistory : 0);
  requireLonger(caller, own, first);
  const past = [pasts(own, first, history), ...known.map(({ series }) => pasts(series, first, givenHistory))];
  return correctedInformation(
    caller,
    [nexts(own, first), pasts(other, first, sourceHistory, delay), together(past)],
    options,
  );
}

/** The series of `given`, whether one or several: one has the depth of the target. */
function listOf(
  given: TransferOptions["given"],
  target: SeriesOrEnsemble,
): { name: string; series: SeriesOrEnsemble }[] {
  if (given === undefined) return [];
  const [first] = Array.isArray(given) ? given : [];
  const texts = Array.isArray(given) && given.every((one) => typeof one === "string") && given.length !== target.length;
  const several = isEnsemble(target) ? isEnsemble(first) : isEnsemble(given) || texts;
  if (!several) return [{ name: "given", series: given as SeriesOrEnsemble }];
  return Array.from(given as readonly SeriesOrEnsemble[], (series, i) => ({ name: `given[${i}]`, series }));
}

/** Throws a RangeError unless a series is as long as the target, or each of several as long as the target's. */
function sameShape(caller: string, { parts }: Encoded, name: string, { parts: others }: Encoded): void {
  if (others.length !== parts.length) {
    throw new RangeError(`${caller}: ${parts.length} target series but ${others.length} of ${name}, needs as many`);
  }
  const odd = parts.findIndex((codes, s) => codes.length !== others[s]?.length);
  if (odd < 0) return;
  const where = parts.length === 1 ? "" : `series ${odd}: `;
  throw new RangeError(
    `${caller}: ${where}${parts[odd]?.length} target but ${others[odd]?.length} ${name} symbols, needs as many`,
  );
}
