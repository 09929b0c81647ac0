/** Attention by position or by meaning: what Cui et al. published of their runs and of their theory (13-phase-transitions and its closer look). */
import { type Entry, entries, measured } from "./entry";

const repository = "Cui, Behrens, Krzakala & Zdeborova 2024, arXiv:2402.03902, published code at commit 0b867fa";

type Start = "semantic" | "positional";

/** A mean of the published runs; a mean of ours may lie off by one standard deviation of theirs. */
const published = (claim: string, d: number, start: Start, value: number, deviation: number): Entry => ({
  claim: `${claim}, d = ${d}, ${start} start, alpha 1.5, omega .3`,
  value,
  unit: claim.startsWith("overlap") ? "overlap" : "loss",
  source: repository,
  locator: "empirics/results_scaling.csv, deviations in results_std_scaling.csv",
  class: "printed",
  tolerance: { absolute: deviation },
  toleranceReason: "one standard deviation between the published runs; of how many runs a mean is made is not said",
});
const theta = (d: number, start: Start, value: number, deviation: number) =>
  published("overlap with the teacher, theta", d, start, value, deviation);
const m = (d: number, start: Start, value: number, deviation: number) =>
  published("overlap with the positions, m", d, start, value, deviation);
const loss = (d: number, start: Start, value: number, deviation: number) =>
  published("error on new examples", d, start, value, deviation);

/** Where the loss of the two solutions is equal, by the theory of infinite dimension. */
const crossing = (omega: string, value: number): Entry => ({
  ...measured,
  claim: `examples per dimension from which the semantic solution has the lower loss, omega ${omega}`,
  value,
  unit: "examples per dimension",
  source: repository,
  locator: "02-toy_model_plots.ipynb, the lists of the phase line at sigma .5",
  class: "printed",
  note: "Theory of infinite dimension; ours is measured at d = 87.",
});

export const attention = entries({
  "attention-23-semantic-theta": { ...theta(23, "semantic", 0.3729, 0.1753) },
  "attention-23-semantic-m": { ...m(23, "semantic", 0.06359, 0.0488) },
  "attention-23-semantic-loss": { ...loss(23, "semantic", 0.002866, 0.001) },
  "attention-23-positional-theta": { ...theta(23, "positional", 0.1491, 0.1134) },
  "attention-23-positional-m": { ...m(23, "positional", 0.1943, 0.04978) },
  "attention-23-positional-loss": { ...loss(23, "positional", 0.004278, 0.001808) },
  "attention-56-semantic-theta": { ...theta(56, "semantic", 0.4612, 0.1322) },
  "attention-56-semantic-m": { ...m(56, "semantic", 0.03973, 0.02894) },
  "attention-56-semantic-loss": { ...loss(56, "semantic", 0.002424, 0.0005475) },
  "attention-56-positional-theta": { ...theta(56, "positional", 0.1069, 0.07045) },
  "attention-56-positional-m": { ...m(56, "positional", 0.2267, 0.03677) },
  "attention-56-positional-loss": { ...loss(56, "positional", 0.003563, 0.0009645) },
  "attention-87-semantic-theta": { ...theta(87, "semantic", 0.4894, 0.1107) },
  "attention-87-semantic-m": { ...m(87, "semantic", 0.03099, 0.02773) },
  "attention-87-semantic-loss": { ...loss(87, "semantic", 0.002202, 0.0004199) },
  "attention-87-positional-theta": { ...theta(87, "positional", 0.09622, 0.08281) },
  "attention-87-positional-m": { ...m(87, "positional", 0.2395, 0.02286) },
  "attention-87-positional-loss": { ...loss(87, "positional", 0.003629, 0.0007698) },
  "attention-135-semantic-theta": { ...theta(135, "semantic", 0.5112, 0.08526) },
  "attention-135-semantic-m": { ...m(135, "semantic", 0.02116, 0.01762) },
  "attention-135-semantic-loss": { ...loss(135, "semantic", 0.002195, 0.0002909) },
  "attention-135-positional-theta": { ...theta(135, "positional", 0.06495, 0.04953) },
  "attention-135-positional-m": { ...m(135, "positional", 0.2496, 0.01493) },
  "attention-135-positional-loss": { ...loss(135, "positional", 0.003618, 0.0006586) },
  "attention-crossing-00": { ...crossing("0", 0.548) },
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: a published number, not the root of a half
  "attention-crossing-10": { ...crossing(".1", 0.707) },
  "attention-crossing-20": { ...crossing(".2", 0.928) },
  "attention-crossing-30": { ...crossing(".3", 1.241) },
  "attention-crossing-40": { ...crossing(".4", 1.751) },
});
