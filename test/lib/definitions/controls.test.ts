import { controls, definitions, type Evidence, falsePositives } from "@emergence/lib/definitions";
import { describe, expect, it } from "vitest";

const idOf = ({ id }: { id: string }) => id;
const only = (...ids: string[]) => definitions.filter(({ id }) => ids.includes(id));

describe("controls", () => {
  it("are six, of four kinds", () => {
    expect(controls.map(idOf)).toEqual([
      "additiveCurve",
      "shuffledCurve",
      "straightCurve",
      "additiveSystem",
      "commonCause",
      "shuffledSystem",
    ]);
    expect(new Set(controls.map(({ kind }) => kind))).toEqual(new Set(["additive", "shuffled", "smooth", "driven"]));
  });

  it.each(controls.map((one) => [one.id, one] as const))(
    "%s is the same for the same seed, another for another",
    (_, control) => {
      expect(control.make(5)).toEqual(control.make(5));
      expect(control.make(5)).not.toEqual(control.make(6));
      expect(() => control.make(0.5)).toThrow(/^make: seed 0.5, needs a whole number/);
    },
  );

  it("have all parts that their kind can have", () => {
    const curve: (keyof Evidence)[] = [
      "scale",
      "score",
      "trials",
      "chance",
      "smooth",
      "loss",
      "seeds",
      "tasks",
      "structure",
    ];
    for (const { make } of controls) {
      const evidence = make(1);
      const parts = evidence.scale === undefined ? (["micro", "macro", "symmetry"] as const) : curve;
      for (const part of parts) expect(evidence[part], part).toBeDefined();
    }
  });

  it("are what they say: sums of independent units, one field, no order", () => {
    const covariance = (id: string) => {
      const micro = controls.find((one) => one.id === id)?.make(3).micro as readonly string[];
      const of = (i: number) => Array.from(micro, (state) => Number(state[i]));
      const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
      const [a, b] = [of(0), of(1)];
      return mean(a.map((one, t) => one * (b[t] as number))) - mean(a) * mean(b);
    };
    expect(Math.abs(covariance("additiveSystem"))).toBeLessThan(0.03);
    expect(covariance("commonCause")).toBeGreaterThan(0.05);
    // 2,000 independent coins: four standard errors of .25 / sqrt(2000).
    expect(Math.abs(covariance("shuffledSystem"))).toBeLessThan(0.023);
  });
});

describe("falsePositives", () => {
  it("counts what each operational definition says, with Wilson's interval", () => {
    const [control] = controls.filter(({ id }) => id === "shuffledSystem");
    const rows = falsePositives(control as (typeof controls)[0], {
      seeds: 6,
      definitions: only("lewes", "systemsTheory", "caron", "wei"),
    });
    expect(rows.map(({ definition }) => definition)).toEqual(["lewes", "wei", "systemsTheory"]);
    for (const { yes, no, undecided, notApplicable, seeds, rate, lower, upper } of rows) {
      expect(yes + no + undecided + notApplicable).toBe(6);
      expect(seeds).toBe(6);
      expect(rate).toBe(yes / 6);
      expect(lower).toBeLessThanOrEqual(rate);
      expect(upper).toBeGreaterThanOrEqual(rate);
    }
    expect(rows[2]).toMatchObject({ no: 6, rate: 0, lower: 0 });
    expect(rows[1]).toMatchObject({ notApplicable: 6 });
  });

  it("takes a control of one's own", () => {
    const own = { id: "own", make: () => ({ interacting: true }) };
    expect(falsePositives(own, { seeds: 3, definitions: only("systemsTheory") })[0]).toMatchObject({
      control: "own",
      yes: 3,
      rate: 1,
      upper: 1,
    });
  });

  it("refuses what is no control, and seeds that are no number of them", () => {
    expect(() => falsePositives({ id: "a" } as (typeof controls)[0])).toThrow(
      "falsePositives: control.make undefined, needs a function",
    );
    expect(() => falsePositives(controls[0] as (typeof controls)[0], { seeds: 0 })).toThrow(
      "falsePositives: seeds 0, needs a whole number",
    );
  });
});
