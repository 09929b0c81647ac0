import { describe, expect, it } from "vitest";
import { controls, definitions, sensitivity, verdictMatrix } from "../../lib/definitions/index";
import { thresholds, verdicts } from "../../plot/index";

const scale = [1, 10, 100, 1000, 10000];
const jump = { scale, score: [0, 0, 0, 0.4, 0.9], trials: 200, chance: 0 };
const level = { scale, score: [0.5, 0.5, 0.51, 0.49, 0.5], trials: 200, chance: 0.5 };
const cases = [
  { id: "jump", name: "a jump", evidence: jump },
  { id: "level", name: "a level", evidence: level },
];
const asked = definitions.filter(({ id }) => ["wei", "dictionary", "systemsTheory", "caron"].includes(id));
const matrix = verdictMatrix(cases, { definitions: asked });
const made = controls
  .filter(({ id }) => id === "straightCurve")
  .map(({ id, name, make }) => ({ id, name, evidence: make(1), control: true }));
type Cells = { z: (number | null)[][]; text: string[][] };

describe("verdicts", () => {
  it("has a column per operational definition, by sense, and a row per case with its verdict", () => {
    const figure = verdicts(matrix, { groups: { jump: "steep", level: "flat" } });
    const axis = figure.layout.xaxis as { ticktext: string[] };
    expect(axis.ticktext).toEqual(["Dictionary", "Systems theory", "Wei"]);
    const { z, text } = figure.data[0] as unknown as Cells;
    const code = { yes: 0, no: 1, undecided: 2, "does not apply": null };
    const row = (id: string) =>
      ["dictionary", "systemsTheory", "wei"]
        .map((one) => code[matrix.of(one, id).verdict])
        .flatMap((v) => [v, -1])
        .slice(0, 5);
    expect([z[1], z[3]]).toEqual([row("jump"), row("level")]);
    expect(text[1]?.[4]?.replaceAll("<br>", " ")).toContain(matrix.of("wei", "jump").why);
  });

  it("sets controls last, from another matrix too", () => {
    const figure = verdicts(matrix, { controls: verdictMatrix(made, { definitions: asked }) });
    expect((figure.layout.annotations ?? []).map(({ text }) => text)).toEqual(["<b>controls: nothing emerges</b>"]);
    expect((figure.layout.yaxis as { ticktext: string[] }).ticktext.at(-1)).toBe("straight line");
  });

  it("says what is wrong", () => {
    expect(() => verdicts({} as never)).toThrow();
    const other = verdictMatrix(made, { definitions: asked.slice(0, 1) });
    expect(() => verdicts(matrix, { controls: other })).toThrow("verdicts: controls without definition");
    expect(() => verdicts(matrix, { groups: { jump: "" } })).toThrow("the group of case jump");
  });
});

describe("thresholds", () => {
  it("draws shares of yes over multiples of the committed threshold, confidences by what they lack", () => {
    const some = definitions.filter(({ id }) => id === "dictionary" || id === "hendrycks");
    const rows = sensitivity(cases, { definitions: some });
    for (const [i, { id }] of some.entries()) {
      const { x, y, name } = thresholds(rows).data[i] as unknown as { x: number[]; y: number[]; name: string };
      expect(name).toBe(id);
      x.forEach((one, k) => {
        expect(one).toBeCloseTo([0.25, 0.5, 1, 2, 4][k] as number, 9);
      });
      const committed = rows.find((row) => row.definition === id && row.committed);
      expect(y[2]).toBe((committed?.yes ?? 0) / 2);
    }
  });

  it("says what is wrong", () => {
    expect(() => thresholds([])).toThrow("thresholds: no rows, needs at least one");
    const rows = sensitivity(cases, { definitions: definitions.filter(({ id }) => id === "dictionary") });
    expect(() => thresholds(rows.filter(({ committed }) => !committed))).toThrow("without its committed threshold");
  });
});
