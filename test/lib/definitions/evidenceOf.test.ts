import { evidenceOf, type VerdictCurveRow, type VerdictSystemRow } from "@emergence/lib/definitions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cases = [
  {
    id: "curve",
    name: "a curve",
    subject: "network",
    control: false,
    observable: "behavior",
    taught: true,
    chance: 0.25,
    metric: null,
    units: 9,
  },
  { id: "system", name: "a system", subject: "matter", control: true, interacting: false, examples: null },
];
const row = (
  part: string,
  run: number,
  scale: number,
  score: number,
  rest: Partial<VerdictCurveRow> = {},
): VerdictCurveRow => ({
  case: "curve",
  part,
  run,
  scale,
  score,
  ...rest,
});
const curves = [
  row("score", 0, 1, 0.25, { trials: 8, smooth: -2, loss: null }),
  row("score", 0, 2, 0.5, { trials: 8, smooth: -1 }),
  row("seed", 1, 1, 0.1),
  row("seed", 2, 1, 0.2),
  row("seed", 1, 2, 0.3),
  row("task", 1, 1, 0),
  row("task", 1, 2, 1),
  row("structure", 0, 1, 0.6),
  row("structure", 0, 2, 0.7),
  row("symmetry", 1, 2, 0.8),
  row("symmetry", 2, 2, -0.8),
];
const systems: VerdictSystemRow[] = [
  { case: "system", run: 0, step: 0, micro: "01", macro: 1 },
  { case: "system", run: 0, step: 1, micro: "11", macro: 2 },
  { case: "system", run: 1, step: 0, micro: "00", macro: 0 },
];
const made = [
  {
    id: "curve",
    name: "a curve",
    evidence: {
      subject: "network",
      observable: "behavior",
      taught: true,
      chance: 0.25,
      scale: [1, 2],
      score: [0.25, 0.5],
      trials: [8, 8],
      smooth: [-2, -1],
      seeds: [[0.1, 0.2], [0.3]],
      tasks: [[0, 1]],
      structure: [0.6, 0.7],
      symmetry: { signed: [0.8, -0.8], units: 9 },
    },
  },
  {
    id: "system",
    name: "a system",
    control: true,
    evidence: { subject: "matter", interacting: false, micro: ["01", "11", "00"], macro: [1, 2, 0], runs: [0, 2] },
  },
];

describe("evidenceOf", () => {
  it("puts the rows of three tables together, empty cells left out", () => {
    expect(evidenceOf(cases, curves, systems)).toEqual(made);
  });

  it("does not depend on the order of rows", () => {
    const shuffled = <T>(rows: T[]) => fc.shuffledSubarray(rows, { minLength: rows.length });
    fc.assert(
      fc.property(shuffled(curves), shuffled(systems), (some, others) => {
        expect(evidenceOf(cases, some, others)).toEqual(made);
      }),
    );
  });

  it.each<[why: string, curves: VerdictCurveRow[], systems: VerdictSystemRow[], message: string]>([
    [
      "a case that is not listed",
      [{ ...row("score", 0, 1, 0), case: "other" }],
      [],
      'evidenceOf: curves[0] is of case "other", needs a case that is listed',
    ],
    [
      "another part",
      [row("scores", 0, 1, 0)],
      [],
      'evidenceOf: case curve: part "scores", needs one of score, seed, task, structure, symmetry; did you mean "score"?',
    ],
    [
      "a column with holes",
      [row("score", 0, 1, 0, { trials: 5 }), row("score", 0, 2, 0)],
      [],
      "evidenceOf: case curve: trials in 1 of 2 rows, needs it in all rows of part score, or in none",
    ],
    [
      "a task at another scale",
      [row("score", 0, 1, 0), row("task", 1, 3, 0)],
      [],
      "evidenceOf: case curve: part task has 1 rows, needs one at each of the 1 scales of part score",
    ],
    [
      "a seed at another scale",
      [row("score", 0, 1, 0), row("seed", 1, 3, 0)],
      [],
      "evidenceOf: case curve: a seed at scale 3, needs the scales of part score",
    ],
    [
      "two scores of one scale",
      [row("score", 0, 1, 0), row("score", 0, 1, 1)],
      [],
      "evidenceOf: case curve: scale[1] 1, needs finite numbers in increasing order",
    ],
    [
      "two rows of one step",
      [],
      [systems[0] as VerdictSystemRow, systems[0] as VerdictSystemRow],
      "evidenceOf: case system: two of run 0, step 0, needs one row per step",
    ],
    [
      "a macro with holes",
      [],
      [systems[0] as VerdictSystemRow, { case: "system", run: 0, step: 1, micro: "00" }],
      "evidenceOf: case system: macro in 1 of 2 steps, needs it in all or in none",
    ],
  ])("refuses %s", (_, some, others, message) => {
    expect(() => evidenceOf(cases, some, others)).toThrow(message);
  });

  it("refuses sides without units, and words that are none", () => {
    expect(() => evidenceOf([{ id: "curve", name: "a" }], [row("symmetry", 1, 1, 1)])).toThrow(
      "evidenceOf: case curve: units are missing",
    );
    expect(() => evidenceOf([{ id: "a", name: "a", subject: "water" }])).toThrow(
      /^evidenceOf: case a: subject "water", needs one of matter/,
    );
  });
});
