import { type Kinds, numberText, optionsOf, shown } from "@emergence/lib/core";
import { type Bet, betText, type Stakes, withUnit } from "./betWords";
import { escapeHtml } from "./html";
import { requireSome, requireText } from "./input";
import { display } from "./kernel";

export type { Bet, Stakes };

/** Kinds of the parts of stakes of either sort, for their check. */
const stakeKinds: Kinds<Extract<Stakes, { choices: unknown }> & Extract<Stakes, { from: number }>> = {
  choices: "list",
  from: "number",
  to: "number",
  unit: "text",
};

/** A sentence on a bet, in a frame that is legible on light and dark pages. */
export function showBet(
  kind: "bet" | "reveal",
  lines: readonly [string, ...string[]],
  metadata: Readonly<Record<string, unknown>>,
): void {
  const color = kind === "bet" ? "#8a63d2" : "#1a7f8a";
  const [first, ...rest] = lines;
  const body = rest.map((line) => `<div>${escapeHtml(line)}</div>`).join("");
  display(
    {
      "text/html": `<div style="font-size:1.1em;border-left:4px solid ${color};padding:.1em .8em"><div style="font-weight:bold">${escapeHtml(first)}</div>${body}</div>`,
      "text/plain": lines.join("\n  "),
    },
    metadata,
  );
}

/**
 * Asks the reader to bet on what comes next, and displays the bet. It never throws for a guess: a bet that is not placed is
 * open, and the notebook goes on.
 *
 * @param question the question, in plain words
 * @param stakes `{ choices }`, or `{ from, to, unit }` for a number
 * @param guess the reader's answer; undefined, NaN and "" leave the bet open, and so does a guess that is none of the answers
 * @returns the bet, for `reveal`
 * @throws RangeError for a missing question, fewer than two choices, or an empty range
 * @example
 * const bet = predict("How many of six models get there?", { from: 0, to: 6, unit: "models" }, 2);
 * bet.guess; // => 2
 */
export function predict(question: string, stakes: Stakes, guess?: string | number): Bet {
  requireText("predict", "the question", question, "Does it jump?");
  requireStakes("predict", stakes);
  const { placed, remark } = read(stakes, guess);
  const offer =
    "choices" in stakes
      ? stakes.choices.map((choice) => `“${choice}”`).join(" · ")
      : `a number from ${numberText(stakes.from)} to ${withUnit(stakes.to, stakes)}`;
  const state = placed === undefined ? remark : `Your bet: ${betText(placed, stakes)}.`;
  const bet: Bet = { question, stakes, guess: placed };
  showBet("bet", [`Your bet: ${question}`, `Answers: ${offer}.`, state], {
    // For a page that offers the answers as buttons.
    bet: { question, stakes, ...(placed !== undefined && { guess: placed }) },
  });
  return bet;
}

/** Throws unless the stakes are answers to choose from, or a range of numbers. */
export function requireStakes(caller: string, stakes: Stakes): void {
  if (typeof stakes !== "object" || stakes === null) {
    throw new TypeError(`${caller}: the stakes are ${shown(stakes)}, needs { choices } or { from, to, unit }`);
  }
  optionsOf(caller, stakes, stakeKinds, "stakes");
  if ("choices" in stakes) {
    requireSome(caller, "choices", stakes.choices);
    for (const choice of Array.from(stakes.choices)) requireText(caller, "a choice", choice, "a jump");
    if (new Set(stakes.choices).size < 2)
      throw new RangeError(
        `${caller}: choices has ${new Set(stakes.choices).size} different answers, needs two or more`,
      );
    return;
  }
  const { from, to } = stakes;
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(
      `${caller}: the range is ${shown(from)} to ${shown(to)}, needs two numbers in increasing order`,
    );
}

/** What was bet, or what to do. Capitals and blanks at the ends of a choice do not matter. */
function read(stakes: Stakes, guess: unknown): { placed?: string | number; remark: string } {
  if (guess === undefined || guess === null || guess === "" || Number.isNaN(guess))
    return { remark: "Still open. Write your guess as the last argument, and run the cell again." };
  const said = typeof guess === "string" || typeof guess === "number" ? String(guess) : shown(guess);
  if ("choices" in stakes) {
    const plain = (text: string) => text.trim().toLowerCase();
    const found = Array.from(stakes.choices).find((choice) => plain(choice) === plain(said));
    return found === undefined
      ? { remark: `“${said}” is none of the answers, so the bet is still open.` }
      : { placed: found, remark: "" };
  }
  const value = typeof guess === "string" ? Number(guess) : guess;
  if (typeof value !== "number" || !Number.isFinite(value))
    return { remark: `“${said}” is not a number, so the bet is still open.` };
  return value < stakes.from || value > stakes.to
    ? { remark: `${numberText(value)} lies outside the range, so the bet is still open.` }
    : { placed: value, remark: "" };
}
