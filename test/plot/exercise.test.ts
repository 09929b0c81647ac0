import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exercise } from "../../plot/exercise";
import { fakeKernel } from "./fakeKernel";

describe("exercise", () => {
  let printed: string[];
  beforeEach(() => {
    printed = [];
    vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  });
  afterEach(() => vi.restoreAllMocks());

  const judge = (answer: number) => answer === 4 || `${answer} is too ${answer < 4 ? "small" : "large"}`;

  it("says nothing about an exercise that nobody has done", () => {
    exercise("2 + 2", Number.NaN, judge);
    exercise("a word", "", () => "never asked");
    exercise("a list", undefined, () => "never asked");
    expect(printed).toEqual(["○ 2 + 2 (open)", "○ a word (open)", "○ a list (open)"]);
  });
  it("accepts the right answer", () => {
    exercise("2 + 2", 4, judge);
    expect(printed).toEqual(["✓ 2 + 2 (right)"]);
  });
  it("says what is wrong with a wrong one, and does not stop the run", () => {
    exercise("2 + 2", 5, judge);
    expect(printed).toEqual(["✗ 2 + 2 (not yet)\n  5 is too large"]);
  });
  it("turns an error of the judge into its sentence", () => {
    exercise("a fit", [1], (answer) => {
      throw new RangeError(`fit: ${answer.length} points for 3 parameters`);
    });
    expect(printed).toEqual(["✗ a fit (not yet)\n  fit: 1 points for 3 parameters"]);
  });
  it("takes zero and false for answers", () => {
    exercise("zero", 0, (answer) => answer === 0 || "no");
    exercise("false", false, (answer) => !answer || "no");
    expect(printed).toEqual(["✓ zero (right)", "✓ false (right)"]);
  });
  it("wants a title", () => {
    expect(() => exercise("", 4, judge)).toThrow(/exercise/);
  });
});

describe("an exercise in a cell", () => {
  const sent = fakeKernel();

  it("tells a page how it stands", () => {
    for (const answer of [Number.NaN, 5, 4]) exercise("2 + 2", answer, (value) => value === 4 || "Count.");
    const states = ["open", "wrong", "right"].map((state) => ({ state }));
    expect(sent.map(({ metadata }) => metadata.exercise)).toEqual(states);
  });
});
