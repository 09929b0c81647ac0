// What would let a definition decide that did not, in the words of the columns of a results file.
import type { Evidence, Verdict } from "../definitions/index";

type Part = "trials" | "chance" | "loss" | "seeds" | "smooth" | "examples" | "taught" | "observable" | "interacting";

/** Parts that a definition looks at, those without which it is open first. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  dictionary: ["trials"],
  steinhardt: ["trials", "chance"],
  wei: ["trials", "chance"],
  hendrycks: ["trials", "chance"],
  bommasani: ["taught", "chance", "trials"],
  srivastava: [],
  schaefferTwoFold: ["trials", "chance"],
  schaefferMetric: ["smooth", "trials", "chance"],
  lu: ["examples", "taught", "chance", "trials"],
  systemsTheory: ["interacting"],
  slidesBehavior: ["observable", "trials", "chance"],
  du: ["loss", "trials", "chance"],
  hu: ["chance", "trials"],
  zhao: ["seeds"],
};

const words: Readonly<Record<Part, string>> = {
  trials: "trials (or stderr)",
  chance: "chance",
  loss: "loss",
  seeds: "seed, with ten runs or more at each scale",
  smooth: "smooth, a graded metric of the same outputs",
  examples: "examples",
  taught: "taught",
  observable: "observable (behavior or attribute; an option)",
  interacting: "interacting, or subject (options)",
};

/** What they need. */
export const aSystem = "A system watched over time, unit by unit: no curve of scores tells.";

/** Definitions of systems, about which no curve of scores tells. */
const ofSystems = ["lewes", "anderson", "slidesFormal", "cset", "crutchfield", "krakauer"];

/** Chance is known of some metrics by their names, so that the curve tells and not the evidence. */
function has(evidence: Evidence, chance: number | undefined, part: Part): boolean {
  if (part === "trials") return evidence.trials !== undefined || evidence.error !== undefined;
  return part === "chance" ? chance !== undefined : evidence[part] !== undefined;
}

export function needsOf(
  id: string,
  verdict: Verdict,
  evidence: Evidence,
  chance: number | undefined,
): string | undefined {
  if (verdict === "yes" || verdict === "no") return undefined;
  if (ofSystems.includes(id)) return aSystem;
  if (id === "lubana")
    return "Scores of other tasks and of the acquired structure at the same scales (tasks and structure of its evidence).";
  const asked = parts[id];
  if (asked === undefined) return undefined;
  const lacking = asked.filter((part) => !has(evidence, chance, part));
  if (lacking.length > 0) return `Tell it: ${lacking.map((part) => words[part]).join("; ")}.`;
  return verdict === "undecided" ? "More trials, or more scales near the rise." : undefined;
}
