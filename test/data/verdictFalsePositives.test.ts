// The table verdict-false-positives: made by one command, and the same again from single controls.
import { load } from "@emergence/data";
import { controls, definitions } from "@emergence/lib/definitions";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../data/tables/verdict-false-positives/make.mjs";

const rows = load("verdict-false-positives");
const operational = definitions.filter(({ operational: one }) => one === true);

describe("verdict-false-positives", () => {
  it("has a row for each control and operational definition, and counts every seed", () => {
    const keys = controls.flatMap(({ id }) => operational.map((one) => `${id} ${one.id}`));
    expect(rows.map(({ control, definition }) => `${control} ${definition}`)).toEqual(keys);
    for (const { seeds, yes, no, undecided, notApplicable } of rows) {
      expect(seeds).toBe(200);
      expect(yes + no + undecided + notApplicable).toBe(seeds);
    }
  });

  it("has systemsTheory say no to the three systems", () => {
    const found = rows.filter(
      ({ control, definition }) => definition === "systemsTheory" && /System|Cause/.test(control),
    );
    expect(found.map(({ no }) => no)).toEqual([200, 200, 200]);
  });

  it("counts no fewer verdicts than the first seeds alone give", () => {
    for (const control of controls) {
      for (const { definition, yes, no, undecided, notApplicable } of rowsOf(control, 3)) {
        const whole = rows.find((row) => row.control === control.id && row.definition === definition);
        expect(whole?.yes).toBeGreaterThanOrEqual(yes);
        expect(whole?.no).toBeGreaterThanOrEqual(no);
        expect(whole?.undecided).toBeGreaterThanOrEqual(undecided);
        expect(whole?.notApplicable).toBeGreaterThanOrEqual(notApplicable);
      }
    }
  });
});
