import { dictionary } from "./curves/dictionary";
import { du } from "./curves/du";
import { hendrycks } from "./curves/hendrycks";
import { hu } from "./curves/hu";
import { lubana } from "./curves/lubana";
import { schaefferMetric } from "./curves/schaefferMetric";
import { schaefferTwoFold } from "./curves/schaefferTwoFold";
import { slidesBehavior } from "./curves/slidesBehavior";
import { srivastava } from "./curves/srivastava";
import { steinhardt } from "./curves/steinhardt";
import { wei } from "./curves/wei";
import { zhao } from "./curves/zhao";
import { bommasani } from "./declared/bommasani";
import { lu } from "./declared/lu";
import { bubeck, caron, languageModel, rogersLuccioni } from "./declared/notOperational";
import { systemsTheory } from "./declared/systemsTheory";
import { anderson } from "./systems/anderson";
import { crutchfield } from "./systems/crutchfield";
import { cset } from "./systems/cset";
import { krakauer } from "./systems/krakauer";
import { lewes } from "./systems/lewes";
import { slidesFormal } from "./systems/slidesFormal";
import type { Definition } from "./types";

/**
 * Definitions of emergence, as data and as predicates: those of the seminar's two texts, and six that came later. `judge(evidence, { threshold })` gives
 * `{ verdict, why, number }`. What is asked, and the reason for each number, stands in `threshold`. Thresholds were fixed before any case was judged.
 *
 * The verdict is "does not apply" where the case has no such part as the definition is about, "undecided" where more data of the same kind, or a
 * statement that is missing, could decide, and always "undecided" of a definition that is not operational. `judge` throws a RangeError for evidence that
 * does not fit together, and for a threshold that is no finite number or that the definition does not have. All permutations are seeded.
 *
 * @example
 * import { definitions } from "@emergence/lib/definitions";
 * const wei = definitions.find(({ id }) => id === "wei");
 * wei?.judge({ scale: [1e21, 1e22, 1e23, 1e24], score: [0.25, 0.24, 0.55, 0.9], trials: 1000, chance: 0.25 }).verdict; // => "yes"
 *
 * Source: each entry names its own.
 */
export const definitions: readonly Definition[] = [
  dictionary,
  lewes,
  anderson,
  slidesFormal,
  languageModel,
  steinhardt,
  wei,
  hendrycks,
  bommasani,
  srivastava,
  caron,
  schaefferTwoFold,
  schaefferMetric,
  lu,
  cset,
  systemsTheory,
  slidesBehavior,
  crutchfield,
  bubeck,
  du,
  hu,
  lubana,
  krakauer,
  zhao,
  rogersLuccioni,
];
