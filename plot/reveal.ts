import { briefly, shown } from "@emergence/lib/core";
import { type Bet, betText, inTable, outcome, type Stakes, verdict } from "./betWords";
import { requireStakes, showBet } from "./predict";
import { table } from "./table";

/** The bets that were revealed, by question: a cell that runs again replaces its own row. */
const revealed = new Map<string, { readonly bet: Bet; readonly truth: string | number }>();

/**
 * Shows what came out beside what the reader has bet, without blame. If the bet is open, it shows the truth alone.
 *
 * @param bet what `predict` returned
 * @param truth one of the choices, or a finite number, which may lie outside the range that was offered
 * @throws TypeError for something that is no bet, RangeError for a truth that no reader could have bet on
 * @example
 * const bet = predict("Jump or no jump?", { choices: ["jump", "no jump"] }, "jump");
 * reveal(bet, "no jump"); // => undefined
 */
export function reveal(bet: Bet, truth: string | number): void {
  if (typeof bet?.question !== "string") throw new TypeError("reveal: got no bet, needs what predict() returned");
  const { question, stakes, guess } = bet;
  requireStakes("reveal", stakes);
  if (!(guess === undefined || typeof guess === "string" || Number.isFinite(guess)))
    throw new TypeError(`reveal: the guess is ${shown(guess)}, needs a bet that predict() returned`);
  requireTruth(stakes, truth);
  revealed.set(question, { bet, truth });
  const lines = [question, `It is ${betText(truth, stakes)}.`] as const;
  showBet("reveal", [...lines, outcome(bet, truth)], { reveal: { question, truth } });
}

/**
 * Displays every bet of this session that was revealed: the question, the guess, what came out.
 *
 * @example
 * reveal(predict("Heads?", { choices: ["heads", "tails"] }, "tails"), "tails");
 * scoreboard(); // => undefined
 */
export function scoreboard(): void {
  const rows = [...revealed.values()].map(({ bet, truth }) => ({
    bet: bet.question,
    "you said": bet.guess === undefined ? "open" : inTable(bet.guess, bet.stakes),
    "it is": inTable(truth, bet.stakes),
    "": bet.guess === undefined ? "" : verdict(bet, truth),
  }));
  if (rows.length > 0) table(rows, { caption: "Your bets", limit: rows.length });
  else table([{ bet: "none revealed yet" }], { caption: "Your bets" });
}

function requireTruth(stakes: Stakes, truth: unknown): void {
  if ("choices" in stakes) {
    if (stakes.choices.includes(truth as string)) return;
    throw new RangeError(`reveal: the truth is ${briefly(truth)}, needs one of ${stakes.choices.join(", ")}`);
  }
  if (typeof truth !== "number" || !Number.isFinite(truth))
    throw new RangeError(`reveal: the truth is ${shown(truth)}, needs a finite number`);
}
