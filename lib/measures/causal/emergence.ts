/** Mutual informations between the variables of a system, now and at the next step. */
export interface Pairs {
  /** Number of parts now. */
  readonly parts: number;
  /** Number of parts at the next step. */
  readonly nextParts: number;
  /** I(V_t ; V_t+1). */
  macroMacro(): number;
  /** I(X_t^j ; V_t+1). */
  partMacro(j: number): number;
  /** I(V_t ; X_t+1^j). */
  macroPart(j: number): number;
  /** I(X_t^i ; X_t+1^j). */
  partPart(i: number, j: number): number;
}

/** Names of the three quantities of Rosas et al. */
export type Quantity = "psi" | "delta" | "gamma";

/** Terms of Psi: a single one. */
export function psiTerms(pairs: Pairs): number[] {
  return [pairs.macroMacro() - sum(pairs.parts, (j) => pairs.partMacro(j))];
}

/** Terms of Delta: one per part at the next step. */
export function deltaTerms(pairs: Pairs): number[] {
  return Array.from(
    { length: pairs.nextParts },
    (_, j) => pairs.macroPart(j) - sum(pairs.parts, (i) => pairs.partPart(i, j)),
  );
}

/** Terms of Gamma: one per part at the next step. */
export function gammaTerms(pairs: Pairs): number[] {
  return Array.from({ length: pairs.nextParts }, (_, j) => pairs.macroPart(j));
}

/** Terms of which each quantity is the maximum. */
export const terms: Readonly<Record<Quantity, (pairs: Pairs) => number[]>> = {
  psi: psiTerms,
  delta: deltaTerms,
  gamma: gammaTerms,
};

function sum(count: number, value: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += value(i);
  return total;
}
