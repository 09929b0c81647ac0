// The four answers, and numbers as their sentences write them.
import { numberText } from "../../core/numberText";
import type { Judgement, Verdict } from "../types";

const answer =
  (verdict: Verdict) =>
  (why: string, number?: number): Judgement =>
    number === undefined || !Number.isFinite(number) ? { verdict, why } : { verdict, why, number };

export const yes: (why: string, number?: number) => Judgement = answer("yes");
export const no: (why: string, number?: number) => Judgement = answer("no");
export const undecided: (why: string, number?: number) => Judgement = answer("undecided");

/** The case has no such part: no further data of the same kind would decide. */
export const needs = (what: string): Judgement => ({ verdict: "does not apply", why: `Needs ${what}.` });

/** Whether a helper has answered already, in place of a result. */
export function isAnswer(value: object): value is Judgement {
  return "verdict" in value && "why" in value;
}

/** Three significant digits. */
export const text = (value: number): string => numberText(value, { digits: 3 });

/** A p value, two digits. */
export const pText = (p: number): string => (p < 1e-4 ? "p below .0001" : `p ${numberText(p, { digits: 2 })}`);

export const interval = ({ lower, upper }: { lower: number; upper: number }): string =>
  `${text(lower)} to ${text(upper)}`;
