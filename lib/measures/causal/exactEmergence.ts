import { max } from "d3-array";
import { type Kinds, optionsOf, requireList } from "../../core/require";
import type { Distribution } from "../information/distribution";
import { discreteEntropies, unitSize } from "../information/entropies";
import { placesOf, type UnitOptions, unitOptions, type Variables } from "../information/groups";
import { mutualInformationFormula } from "../information/mutualInformation";
import { requireDistribution } from "../information/requireDistribution";
import { deltaTerms, gammaTerms, type Pairs, psiTerms } from "./emergence";

/** Roles of the variables: the parts of a system and its macro variable, now and at the next step. */
export interface CausalGroups extends UnitOptions {
  readonly now: {
    /** X_t^1 ... X_t^n, each one variable by index or name, or several taken as one. */
    readonly parts: readonly Variables[];
    /** V_t. */
    readonly macro: Variables;
  };
  readonly next: {
    /** X_t+1^1 ... X_t+1^n; needed by `delta` and `gamma`. */
    readonly parts?: readonly Variables[];
    /** V_t+1; needed by `psi`. */
    readonly macro?: Variables;
  };
}

/** Kinds of the groups, for their check. */
const groupKinds: Kinds<CausalGroups> = { ...unitOptions, now: "object", next: "object" };
const stepKinds: Kinds<CausalGroups["now"]> = { parts: "list", macro: "any" };

/** The groups, checked down to their lists of parts. */
export function causalGroups(caller: string, groups: CausalGroups): CausalGroups {
  const { now, next } = optionsOf(caller, groups, groupKinds, "groups");
  requireList(caller, "now.parts", optionsOf(caller, now, stepKinds, "now").parts);
  const later = optionsOf(caller, next, stepKinds, "next").parts;
  const parts = (list: readonly Variables[]) => Array.from<Variables>(list);
  return {
    ...groups,
    now: { ...now, parts: parts(now.parts) },
    next: later === undefined ? next : { ...next, parts: parts(later) },
  };
}

/** Largest information of the macro variable about the next step beyond the parts, in bits; above this it is not a function of the parts. */
const rounding = 1e-9;

/**
 * Psi of Rosas et al.: the information of a macro variable V about its own next value, minus that of the parts X^1 ... X^n one by one.
 *
 *     Psi = I(V_t ; V_t+1) - sum_j I(X_t^j ; V_t+1)   bits
 *
 * Psi > 0 is sufficient for causal emergence but not necessary: information that the parts share is subtracted once per part, so Psi <= 0 is inconclusive.
 * In general it is not 0 for independent parts.
 *
 * @param d a joint distribution of the parts and the macro variable now, and of the macro variable at the next step
 * @param groups roles of the variables, `unit`: "bits" (default) or "nats"
 * @throws RangeError for an unknown variable, no parts, or a macro variable with more information about the next step than all parts together: then it is
 * not a function of the micro state, noisy or not
 * @example
 * import { causalEmergence, distribution } from "@emergence/lib/measures";
 * const d = distribution(["0000", "0111", "1011", "1100"], [0.25, 0.25, 0.25, 0.25]);
 * causalEmergence.psi(d, { now: { parts: [0, 1], macro: 2 }, next: { macro: 3 } }); // => 1
 *
 * Source: Rosas et al. 2020, Reconciling emergences, PLoS Comput. Biol. 16, e1008289.
 */
export function psi(d: Distribution, groups: CausalGroups): number {
  return psiTerms(pairsOf("causalEmergence.psi", d, groups, ["macro"]))[0] as number;
}

/**
 * Delta of Rosas et al., downward causation: the information of the macro variable V about the next value of one part, minus that of the parts one by one.
 *
 *     Delta = max over j of (I(V_t ; X_t+1^j) - sum_i I(X_t^i ; X_t+1^j))   bits
 *
 * Delta > 0 is sufficient for downward causation.
 *
 * @param d a joint distribution of the parts and the macro variable now, and of the parts at the next step
 * @param groups roles of the variables, `unit`: "bits" (default) or "nats"
 * @throws RangeError as `psi`
 * @example
 * import { causalEmergence, distribution } from "@emergence/lib/measures";
 * const d = distribution(["0000", "0111", "1011", "1100"], [0.25, 0.25, 0.25, 0.25]);
 * causalEmergence.delta(d, { now: { parts: [0, 1], macro: 2 }, next: { parts: [3] } }); // => 1
 *
 * Source: Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289.
 */
export function delta(d: Distribution, groups: CausalGroups): number {
  return max(deltaTerms(pairsOf("causalEmergence.delta", d, groups, ["parts"]))) as number;
}

/**
 * Gamma of Rosas et al.: the largest information of the macro variable V about the next value of a single part.
 *
 *     Gamma = max over j of I(V_t ; X_t+1^j)   bits
 *
 * Psi > 0 together with Gamma = 0 is causal decoupling: the macro variable predicts itself, but no single part.
 *
 * @param d a joint distribution of the parts and the macro variable now, and of the parts at the next step
 * @param groups roles of the variables, `unit`: "bits" (default) or "nats"
 * @throws RangeError as `psi`
 * @example
 * import { causalEmergence, distribution } from "@emergence/lib/measures";
 * const d = distribution(["0000", "0111", "1011", "1100"], [0.25, 0.25, 0.25, 0.25]);
 * causalEmergence.gamma(d, { now: { parts: [0, 1], macro: 2 }, next: { parts: [3] } }); // => 1
 *
 * Source: Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289.
 */
export function gamma(d: Distribution, groups: CausalGroups): number {
  return max(gammaTerms(pairsOf("causalEmergence.gamma", d, groups, ["parts"]))) as number;
}

function pairsOf(caller: string, d: Distribution, groups: CausalGroups, needed: readonly ("parts" | "macro")[]): Pairs {
  requireDistribution(caller, d);
  const { now, next, unit = "bits" } = causalGroups(caller, groups);
  const size = unitSize(caller, unit);
  for (const name of needed) {
    if (next[name] === undefined) throw new RangeError(`${caller}: no next.${name}, needs it`);
  }
  const nextParts = next.parts ?? [];
  if (now.parts.length === 0 || (needed.includes("parts") && nextParts.length === 0)) {
    throw new RangeError(`${caller}: ${now.parts.length} parts now and ${nextParts.length} next, needs at least one`);
  }
  const places = (variables: Variables) => placesOf(caller, d.names, variables);
  const [micro, macro] = [now.parts.flatMap(places), places(now.macro)];
  const later = [...nextParts, ...(next.macro === undefined ? [] : [next.macro])].flatMap(places);
  const twice = later.find((place) => micro.includes(place) || macro.includes(place));
  if (twice !== undefined)
    throw new RangeError(`${caller}: variable ${d.names[twice]} is both now and next, needs different variables`);
  const h = discreteEntropies(caller, d, { groups: [micro, macro, later] });
  const beyond = h.of([0, 1]) + h.of([0, 2]) - h.of([0]) - h.of([0, 1, 2]);
  if (beyond > rounding) {
    throw new RangeError(
      `${caller}: the macro variable tells ${beyond.toPrecision(3)} bits of the next step that the parts do not, needs a function of the parts`,
    );
  }
  const shared = (a: Variables, b: Variables) =>
    size * mutualInformationFormula(discreteEntropies(caller, d, { groups: [a, b] }));
  return {
    parts: now.parts.length,
    nextParts: nextParts.length,
    macroMacro: () => shared(now.macro, next.macro as Variables),
    partMacro: (j) => shared(now.parts[j] as Variables, next.macro as Variables),
    macroPart: (j) => shared(now.macro, nextParts[j] as Variables),
    partPart: (i, j) => shared(now.parts[i] as Variables, nextParts[j] as Variables),
  };
}
