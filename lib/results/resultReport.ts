import { inNameOf, optionsOf, partsOf, requireList, requireString, requireWhole } from "../core/require";
import { changeOf } from "../definitions/curves/change";
import { curveOf } from "../definitions/evidence/curve";
import { ready } from "../definitions/evidence/ready";
import type { VerdictCase } from "../definitions/index";
import { isAnswer } from "../definitions/judging/answers";
import { measuresOf } from "./measures";
import { outlookOf } from "./outlook";
import { riseOf } from "./rise";
import { scoresOf } from "./scores";
import type { FalsePositiveCount, ResultReport } from "./types";
import { verdictsOf } from "./verdicts";

const caller = "resultReport";
/** Fewest scores of which measures say anything. */
const fewest = 4;

/**
 * Everything that the kit says of a curve of scores: the scores with intervals; change, width, threshold, surprise and breakthrough as the definitions
 * compute them; the verdict of every definition with its reason and what it would need to decide; a forecast for twice and ten times the largest scale
 * (one and three steps more, where ratios of scale mean nothing), with its 95 % prediction band and its record on the curve itself.
 *
 * Forecasts of shares are straight lines in log odds above chance over the scale or its logarithm; of other scores, straight lines.
 *
 * @param given `{ id, name, evidence }`, as `readResults` of @emergence/data gives it; its evidence holds scale and score
 * @param options `falsePositives`: how often definitions say yes to controls, rows of `falsePositives` of @emergence/lib/definitions, or of the table verdict-false-positives
 * @returns plain data, as JSON keeps it
 * @throws RangeError for evidence that does not fit together, or holds no scale and score
 * @example
 * import { resultReport } from "@emergence/lib/results";
 * const evidence = { scale: [1, 10, 100, 1000, 10000], score: [0, 0, 0, 0.4, 0.9], trials: 200, chance: 0 };
 * const report = resultReport({ id: "jump", name: "a jump", evidence });
 * report.verdicts.find(({ id }) => id === "wei")?.verdict; // => "yes"
 *
 * Source: each definition and measure names its own; that forecasts show their record on the curve itself is common practice in the literature of forecasting.
 */
export function resultReport(
  given: VerdictCase,
  options: { readonly falsePositives?: readonly FalsePositiveCount[] } = {},
): ResultReport {
  const { falsePositives = [] } = optionsOf(caller, options, { falsePositives: "list" });
  partsOf(caller, given, { id: "text", name: "text", evidence: "object" }, "curve");
  requireString(caller, "id of the curve", given.id);
  requireString(caller, "name of the curve", given.name);
  checkCounts(falsePositives);
  const { id, name, evidence } = given;
  if (!((evidence?.scale?.length ?? 0) > 0 && (evidence.score?.length ?? 0) > 0))
    throw new RangeError(`${caller}: evidence of ${name} has no scale and score, needs a curve of one point or more`);
  return inNameOf(`${caller}, ${name}`, () => {
    const known = ready(evidence);
    const curve = curveOf(known, 1);
    if (isAnswer(curve)) throw new RangeError(`${caller}: ${curve.why}`);
    // Typed arrays become lists, as a report holds them.
    const found = { ...curve, x: Array.from(curve.x), y: Array.from(curve.y), scale: Array.from(curve.scale) };
    const { chance, log, uncertainty } = found;
    const rise = riseOf(found);
    const change = found.y.length < fewest ? undefined : changeOf(known, found);
    return {
      id,
      name,
      scaleName: evidence.scaleName ?? "scale",
      metric: evidence.metric ?? "score",
      log,
      ...(chance === undefined ? {} : { chance }),
      interval: uncertainty.kind === "counts" ? "Wilson" : uncertainty.kind === "errors" ? "standard errors" : "none",
      scores: scoresOf(found, evidence),
      falls: change !== undefined && change.difference < 0 && change.either <= 0.05,
      ...(rise === undefined ? {} : { rise }),
      measures: found.y.length < fewest ? [] : measuresOf(known, found),
      verdicts: verdictsOf(evidence, chance, falsePositives),
      outlook: outlookOf(found),
    };
  });
}

function checkCounts(counts: readonly FalsePositiveCount[]): void {
  requireList(caller, "falsePositives", counts, "rows");
  for (const [i, one] of Array.from(counts).entries()) {
    partsOf(caller, one, { control: "text", definition: "text" }, `falsePositives[${i}]`);
    requireWhole(caller, `seeds of falsePositives[${i}]`, one.seeds);
    requireWhole(caller, `yes of falsePositives[${i}]`, one.yes, 0, one.seeds);
  }
}
