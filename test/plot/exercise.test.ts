import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ExerciseFailed, exercise, gradeExercise } from "../../plot/exercise";
import { fakeKernel } from "./fakeKernel";

describe("exercise", () => {
  let printed: string[];
  beforeEach(() => {
    printed = [];
    vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

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
  it("gives a part of the points where the judge says so", () => {
    const half = () => ({ credit: 0.5, hint: "the unit is missing" });
    expect(exercise("a length", 3, half, { points: 4 })).toBeUndefined();
    expect(printed).toEqual(["◐ a length (partly right: 2 of 4 points)\n  the unit is missing"]);
    expect(gradeExercise("a length", 3, half, { points: 4 })).toEqual({
      ...{ title: "a length", state: "partly right", points: 2, of: 4, hint: "the unit is missing" },
    });
  });
  it("takes no credit at all for wrong, and all of it for right", () => {
    expect(gradeExercise("x", 1, () => ({ credit: 0, hint: "no" })).state).toBe("wrong");
    expect(gradeExercise("x", 1, () => ({ credit: 1, hint: "" })).state).toBe("right");
  });
  it.each([false, undefined, Promise.resolve(true), { credit: 2, hint: "" }, { credit: Number.NaN, hint: "" }])(
    "takes no verdict that is none for right: %s",
    (verdict) => {
      const grade = gradeExercise("x", 1, () => verdict as true);
      expect(grade).toMatchObject({ state: "wrong", points: 0 });
      expect(grade.hint).toMatch(/^exercise: /);
    },
  );
  it("wants points above 0, and options that it knows", () => {
    expect(() => exercise("x", 1, judge, { points: 0 })).toThrow("exercise: points 0, needs a finite number above 0");
    expect(() => exercise("x", 1, judge, { point: 2 } as object)).toThrow(/exercise: unknown option point.*points/);
  });

  describe.each(["by the environment", "by nbgrader", "by the option"])("in a graded run, %s", (way) => {
    const options = { points: 2, ...(way === "by the option" ? { graded: true } : {}) };
    beforeEach(() => {
      if (way === "by the environment") vi.stubEnv("EMERGENCE_GRADED", "1");
      if (way === "by nbgrader") vi.stubEnv("NBGRADER_EXECUTION", "autograde");
    });
    it("throws for an open and for a wrong answer, with what there was to earn", () => {
      expect(() => exercise("2 + 2", Number.NaN, judge, options)).toThrow("2 + 2: 0 of 2 points: no answer yet");
      expect(() => exercise("2 + 2", 5, judge, options)).toThrow("2 + 2: 0 of 2 points: 5 is too large");
      try {
        exercise("2 + 2", 5, judge, options);
      } catch (error) {
        expect((error as ExerciseFailed).grade).toMatchObject({ state: "wrong", of: 2, hint: "5 is too large" });
      }
    });
    it("returns nothing for a right answer, and the points for a part", () => {
      expect(exercise("2 + 2", 4, judge, options)).toBeUndefined();
      expect(exercise("2 + 2", 3, () => ({ credit: 0.25, hint: "near" }), options)).toBe(0.5);
    });
  });
  it("is not graded if the option says no", () => {
    vi.stubEnv("EMERGENCE_GRADED", "1");
    expect(exercise("2 + 2", 5, judge, { graded: false })).toBeUndefined();
    expect(new ExerciseFailed(gradeExercise("x", 1, () => "no")).message).toBe("x: 0 of 1 point: no");
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
