import { sum } from "d3-array";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { inNameOf, type Kinds, optionsOf, requireFiniteNumbers } from "../../core/require";
import { fit } from "../fit";
import { hinge } from "../model/curves/hinge";
import { line } from "../model/curves/line";
import { logistic4 } from "../model/curves/logistic4";
import { step } from "../model/curves/step";
import type { Model } from "../model/model";
import { requireModel } from "../model/requireModel";
import type { FitOptions } from "../problem/options";
import type { Fit } from "../result/result";
import { type ComparisonRow, compare, type VuongResult, vuong } from "./compare";

/** Result of `jumpTest`. */
export interface JumpTest {
  readonly kind: "jumpTest";
  /** "jump", "bend" or "smooth" if it has at least nine tenths of the evidence, else "undecided". */
  readonly verdict: "jump" | "bend" | "smooth" | "undecided";
  /** The verdict in a sentence with its numbers. */
  readonly why: string;
  /** Shares of the evidence (sums of Akaike weights); together 1. */
  readonly evidence: { readonly jump: number; readonly bend: number; readonly smooth: number };
  readonly comparison: readonly ComparisonRow[];
  /** Vuong's test of the best smooth curve against the step. */
  readonly smoothAgainstStep: VuongResult | undefined;
  readonly fits: readonly Fit[];
}

/** Share of the evidence needed for a verdict. */
const enough = 0.9;

/**
 * Is there a jump? Fits a step (two levels), a hinge (a bend without a jump) and smooth curves (a line and a four-parameter logistic, or
 * those given), and weighs them by AICc. A steep logistic can pass for a step: if the two fit equally well, the verdict is "undecided", since no data
 * point lies within the rise.
 *
 * @param options as for `fit` (weights, sigma ...); `smooth`: the smooth curves to compare
 * @returns the verdict, or a failure if fewer than two of the curves could be fitted
 * @throws RangeError for ragged data, or points too few for two of the curves
 * @example
 * import { jumpTest } from "@emergence/lib/fit";
 * const tested = jumpTest([1, 2, 3, 4, 5, 6, 7, 8], [0.1, 0, 0.05, 0.02, 1, 1.04, 0.97, 1.01]);
 * tested.kind === "jumpTest" && tested.verdict; // => "jump"
 *
 * Source: Burnham & Anderson 2002, section 2.9 (weights); Vuong 1989. The position of a jump counts as one parameter.
 */
export function jumpTest(x: Numbers, y: Numbers, given: JumpOptions = {}): JumpTest | Failure {
  const { smooth = [line, logistic4] as readonly unknown[] as readonly Model[], ...options } = optionsOf(
    "jumpTest",
    given,
    jumpOptions,
  );
  requireFiniteNumbers("jumpTest", "x", x);
  requireFiniteNumbers("jumpTest", "y", y);
  for (let i = 0; i < smooth.length; i++) requireModel("jumpTest", smooth[i], `smooth[${i}]`);
  const models: readonly Model[] = [step, hinge, ...smooth];
  const possible = models.filter(({ parameters }) => x.length > parameters.length);
  if (possible.length < 2) {
    const [, needed = 0] = models.map(({ parameters }) => parameters.length + 1).sort((a, b) => a - b);
    throw new RangeError(`jumpTest: ${x.length} points, needs at least ${needed} to compare two curves`);
  }
  const results = possible.map((model) => inNameOf("jumpTest", () => fit(model, x, y, options)));
  const fits = results.filter((result) => result.kind === "fit");
  if (fits.length < 2) {
    const why = [...new Set(results.flatMap((one) => (one.kind === "failed" ? [one.reason] : [])))].join("; ");
    return { kind: "failed", reason: `${fits.length} of ${results.length} curves could be fitted, needs 2 (${why})` };
  }
  const comparison = compare(fits);
  const weightOf = (names: readonly string[]) =>
    sum(comparison, ({ name, weight }) => (names.includes(name) ? weight : 0));
  const smoothNames = smooth.map(({ name }) => name);
  const evidence = { jump: weightOf([step.name]), bend: weightOf([hinge.name]), smooth: weightOf(smoothNames) };
  const found = (["jump", "bend", "smooth"] as const).find((key) => evidence[key] >= enough);
  const bestSmooth = comparison.find(({ name }) => smoothNames.includes(name));
  const byName = (name: string | undefined) => fits.find((one) => one.name === name);
  const [smoothFit, stepFit] = [byName(bestSmooth?.name), byName(step.name)];
  const share = (value: number) => `${(100 * value).toFixed(0)} %`;
  return {
    kind: "jumpTest",
    verdict: found ?? "undecided",
    why: `evidence: ${share(evidence.jump)} for a jump, ${share(evidence.bend)} for a bend, ${share(evidence.smooth)} for a smooth curve (best: ${comparison[0]?.name})`,
    evidence,
    comparison,
    smoothAgainstStep: smoothFit && stepFit ? vuong(smoothFit, stepFit) : undefined,
    fits,
  };
}

/** Options of `jumpTest`: weights of the points, and the smooth curves. */
export interface JumpOptions extends Pick<FitOptions, "weights" | "sigma" | "absoluteSigma"> {
  readonly smooth?: readonly Model[];
}

/** Kinds of the options, for their check. */
const jumpOptions: Kinds<JumpOptions> = { smooth: "list", weights: "list", sigma: "list", absoluteSigma: "boolean" };
