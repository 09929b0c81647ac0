import type { Judgement } from "../types";

/** How many judgements said what. */
export interface VerdictCounts {
  readonly yes: number;
  readonly no: number;
  readonly undecided: number;
  readonly notApplicable: number;
}

export function countsOf(judgements: readonly Judgement[]): VerdictCounts {
  const of = (verdict: Judgement["verdict"]) => judgements.filter((one) => one.verdict === verdict).length;
  return { yes: of("yes"), no: of("no"), undecided: of("undecided"), notApplicable: of("does not apply") };
}
