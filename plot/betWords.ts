// What is said of a bet, in a cell and on a page alike.
import { numberText } from "@emergence/lib/core";

/** What a bet can be on: one of several answers, or a number in a range. */
export type Stakes =
  | { readonly choices: readonly string[] }
  | { readonly from: number; readonly to: number; readonly unit?: string };

/** A bet, as `predict` returns it and `reveal` takes it. `guess` is undefined while the bet is open. */
export interface Bet {
  readonly question: string;
  readonly stakes: Stakes;
  readonly guess: string | number | undefined;
}

/** Distance, as a proportion of the range, within which a number counts as close. */
const closeBy = 0.05;

/** A number with its unit, as it is written in a sentence. */
export const withUnit = (value: number, { unit }: { readonly unit?: string }): string =>
  unit ? `${numberText(value)} ${unit}` : numberText(value);

/** A guess or a truth in words. */
export const betText = (value: string | number, stakes: Stakes): string =>
  typeof value === "number" && !("choices" in stakes) ? withUnit(value, stakes) : `“${value}”`;

/** A guess or a truth in a table of bets. */
export const inTable = (value: string | number, stakes: Stakes): string =>
  "choices" in stakes ? String(value) : betText(value, stakes);

/** How a guess did, without blame. */
export function verdict({ guess, stakes }: Bet, truth: string | number): string {
  if (guess === truth) return "right";
  if ("choices" in stakes) return "not this time";
  const off = Number(guess) - Number(truth);
  const near = Math.abs(off) <= closeBy * (stakes.to - stakes.from) ? "close, " : "";
  return `${near}${withUnit(Math.abs(off), stakes)} too ${off > 0 ? "high" : "low"}`;
}

/** The sentence under a truth that is revealed. */
export const outcome = (bet: Bet, truth: string | number): string =>
  bet.guess === undefined ? "No bet was placed." : `You bet ${betText(bet.guess, bet.stakes)}: ${verdict(bet, truth)}.`;
