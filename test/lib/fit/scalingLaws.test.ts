import { readFileSync } from "node:fs";
import { join } from "node:path";
import { curve, fit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

interface Runs {
  id: string;
  N: number[];
  D: number[];
  loss: number[];
}
type Expected = Record<string, { cost: number; parameters: Record<string, number> }>;

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", name), "utf8"));
const sets: Runs[] = read("scaling-laws.json");
// By scipy from 64 starts: test/fixtures/fit/scaling_laws_values.py.
const values: Record<string, Expected> = read("scaling-laws-values.json");

const predictors = ["N", "D"];
const linear = curve("E + A / N^alpha + B / D^beta", { predictors });
const log = curve("log(E + A / N^alpha + B / D^beta)", { predictors });
const logSumExp = curve("log(exp(e) + exp(a - al * log(N)) + exp(b - be * log(D)))", { predictors });

const losses = [
  ["linear", {}],
  ["huber", { loss: "huber", lossScale: 1e-3 }],
] as const;

describe("scaling laws in raw N and D, by defaults, on public runs", () => {
  for (const { id, N, D, loss } of sets) {
    const x = N.map((n, i) => [n, D[i] as number]);
    const expected = values[id] as Expected;
    for (const [name, options] of losses) {
      const best = (form: string) => expected[`${form}, ${name}`] as Expected[string];

      it(`${id}, ${name} loss: the curve itself and its logarithm`, () => {
        for (const [form, model, y] of [
          ["linear", linear, loss],
          ["log", log, loss.map(Math.log)],
        ] as const) {
          const result = fit(model, x, y, options);
          if (result.kind === "failed") throw new Error(result.reason);
          const { cost, parameters } = best(form);
          expect(result.cost).toBeLessThan(cost * (1 + 1e-8));
          // Where a robust loss is nearly flat along a valley, a cost to ten digits leaves the parameters three.
          for (const [word, value] of Object.entries(parameters)) {
            expect(Math.abs((result.parameters[word] as number) / value - 1)).toBeLessThan(1e-3);
          }
        }
      });

      // The exponentials cannot be negative, as the best B of the families' published losses is: there the form has another minimum.
      if (!Object.values(best("log").parameters).every((value) => value > 0)) continue;
      it(`${id}, ${name} loss: log-sum-exp`, () => {
        const result = fit(logSumExp, x, loss.map(Math.log), options);
        if (result.kind === "failed") throw new Error(result.reason);
        const { cost, parameters } = best("log");
        expect(result.cost).toBeLessThan(cost * (1 + 1e-8));
        expect(Math.abs((result.parameters.al as number) / (parameters.alpha as number) - 1)).toBeLessThan(1e-3);
        expect(Math.abs((result.parameters.be as number) / (parameters.beta as number) - 1)).toBeLessThan(1e-3);
      });
    }
  }

  it("gives the printed values of Besiroglu et al. 2024", () => {
    const { N, D, loss } = sets.find(({ id }) => id === "chinchilla") as Runs;
    const x = N.map((n, i) => [n, D[i] as number]);
    const { parameters } = fit(log, x, loss.map(Math.log), { loss: "huber", lossScale: 1e-3, multistart: 20 });
    const printed = { E: 1.8172, A: 477.8, alpha: 0.3473, B: 2143, beta: 0.3672 };
    for (const [name, value] of Object.entries(printed)) {
      expect(Math.abs((parameters[name] as number) / value - 1)).toBeLessThan(3e-4);
    }
  });

  it("does not depend on the units of N and D, on bounds that hold the best curve, or on a start for some parameters", () => {
    const { N, D, loss } = sets.find(({ id }) => id === "llama-3") as Runs;
    const y = loss.map(Math.log);
    const raw = N.map((n, i) => [n, D[i] as number]);
    const whole = fit(log, raw, y);
    const bounds = { E: [0, 10], A: [0, 1e9], B: [0, 1e9], alpha: [0, 2], beta: [0, 2] } as const;
    const others = [
      fit(
        log,
        raw.map(([n = 0, d = 0]) => [n / 1e9, d / 1e12]),
        y,
      ),
      fit(
        log,
        raw.map(([n = 0, d = 0]) => [n * 1e9, d * 1e3]),
        y,
      ),
      fit(log, raw, y, { bounds }),
      fit(log, raw, y, { start: { alpha: 0.5 } }),
    ];
    for (const other of others) {
      expect(other.parameters.alpha).toBeCloseTo(whole.parameters.alpha as number, 7);
      expect(other.parameters.beta).toBeCloseTo(whole.parameters.beta as number, 7);
    }
  });
});
