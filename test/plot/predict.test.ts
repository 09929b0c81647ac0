import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bet, predict, reveal, scoreboard } from "../../plot/index";
import { fakeKernel, frozen } from "./fakeKernel";

const choices = { choices: ["a jump", "no jump"] };
const range = { from: 0, to: 100, unit: "percent" };

describe("predict and reveal", () => {
  const sent = fakeKernel();
  const last = () => sent.at(-1)?.data["text/plain"] as string;

  it("takes a guess among the choices, whatever its capitals", () => {
    expect(predict("Jump?", frozen(choices), " A jump").guess).toBe("a jump");
    expect(last()).toContain("Your bet: “a jump”.");
  });
  it("tells a page what was asked, and the guess once there is one", () => {
    predict("Jump?", choices, "no jump");
    expect(sent.at(-1)?.metadata).toEqual({ bet: { question: "Jump?", stakes: choices, guess: "no jump" } });
    predict("Jump?", choices, "");
    expect(sent.at(-1)?.metadata).toEqual({ bet: { question: "Jump?", stakes: choices } });
  });
  it("takes a number in the range, also as text", () => {
    expect(predict("How far?", frozen(range), 30).guess).toBe(30);
    expect(predict("How far?", range, "30").guess).toBe(30);
    expect(last()).toContain("Your bet: 30 percent.");
  });
  it.each([[undefined], [Number.NaN], [""]])("is open for %s, and says how to bet", (guess) => {
    expect(predict("Jump?", choices, guess).guess).toBeUndefined();
    expect(last()).toContain("Write your guess as the last argument");
  });
  it.each<[string | number, string]>([
    ["a leap", "“a leap” is none of the answers"],
    [3, "“3” is none of the answers"],
  ])("stays open for %s, which is no answer", (guess, words) => {
    expect(predict("Jump?", choices, guess).guess).toBeUndefined();
    expect(last()).toContain(words);
  });
  it.each<[string | number, string]>([
    [101, "101 lies outside the range"],
    ["many", "“many” is not a number"],
  ])("stays open for %s, which is no number of the range", (guess, words) => {
    expect(predict("How far?", range, guess).guess).toBeUndefined();
    expect(last()).toContain(words);
  });
  it("never throws for a guess", () => {
    fc.assert(
      fc.property(fc.anything(), (guess) => {
        // An object whose own conversion to text throws is no guess that a person writes.
        fc.pre(typeof guess !== "object" && typeof guess !== "function");
        predict("Jump?", choices, guess as never);
        predict("How far?", range, guess as never);
      }),
    );
  });
  it("rejects stakes that nobody could bet on", () => {
    expect(() => predict("", choices)).toThrow(/predict: the question is missing/);
    expect(() => predict("Jump?", { choices: ["a", "a"] })).toThrow(
      "predict: choices has 1 different answers, needs two or more",
    );
    expect(() => predict("Jump?", { from: 1, to: 1 })).toThrow(
      "predict: the range is 1 to 1, needs two numbers in increasing order",
    );
    expect(() => predict("Jump?", undefined as never)).toThrow(/needs \{ choices \} or \{ from, to, unit \}/);
  });

  it.each<[Bet["guess"], number, string]>([
    [28, 28, "You bet 28 percent: right."],
    [30, 28, "You bet 30 percent: close, 2 percent too high."],
    [10, 28, "You bet 10 percent: 18 percent too low."],
    [undefined, 28, "No bet was placed."],
    [100, 120, "You bet 100 percent: 20 percent too low."],
  ])("judges a bet of %s where it is %s", (guess, truth, words) => {
    reveal(predict("How far?", range, guess), truth);
    expect(last()).toContain(`It is ${truth} percent.`);
    expect(last()).toContain(words);
  });
  it("judges a choice", () => {
    reveal(predict("Jump?", choices, "a jump"), "no jump");
    expect(last()).toContain("It is “no jump”.\n  You bet “a jump”: not this time.");
    reveal(predict("Jump?", choices, "no jump"), "no jump");
    expect(last()).toContain("You bet “no jump”: right.");
  });
  it("rejects a truth that nobody could have bet on, and what is no bet", () => {
    expect(() => reveal(predict("Jump?", choices), "leap")).toThrow(
      'reveal: the truth is "leap", needs one of a jump, no jump',
    );
    expect(() => reveal(predict("How far?", range), Number.NaN)).toThrow(
      "reveal: the truth is NaN, needs a finite number",
    );
    expect(() => reveal(undefined as never, 1)).toThrow(/reveal: got no bet/);
  });
  it("keeps a row for each question on the scoreboard, with the last answer", () => {
    reveal(predict("How far, on the board?", range, 10), 28);
    reveal(predict("How far, on the board?", range, 28), 28);
    reveal(predict("Jump, on the board?", choices), "a jump");
    scoreboard();
    const rows = last()
      .split("\n")
      .filter((line) => line.includes("on the board"));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/28 percent\s+28 percent\s+right/);
    expect(rows[1]).toMatch(/open\s+a jump/);
  });
  it("writes what a reader typed as text, not as markup", () => {
    predict("<b>Jump?</b>", choices, "<img src=x>");
    expect(sent.at(-1)?.data["text/html"]).not.toMatch(/<b>|<img/);
  });
});
