import { readFileSync } from "node:fs";
import { join } from "node:path";
import { curve, fit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

// Certified by NIST to 11 digits (Lanczos1's errors lie below double precision): test/fixtures/fit/nist-fixture.mjs.
interface Problem {
  name: string;
  expression: string;
  predictors: string[];
  parameters: string[];
  starts: [number[], number[]];
  certified: number[];
  deviations: number[];
  rss: number;
  x: number[] | number[][];
  y: number[];
}

const problems: Problem[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "nist.json"), "utf8"),
);

/** Agreement in decimal digits; the certificates carry 11. */
function digits(got: number, certified: number): number {
  return Math.min(11, -Math.log10(Math.abs(got - certified) / Math.abs(certified)));
}

const runs = problems.flatMap((problem) => {
  const model = curve(problem.expression, { predictors: problem.predictors, name: problem.name });
  return problem.starts.map((values, i) => {
    const start = Object.fromEntries(problem.parameters.map((name, j) => [name, values[j] as number]));
    const result = fit(model, problem.x, problem.y, { start });
    const worst = (got: Record<string, number>, certified: number[]) =>
      Math.min(...problem.parameters.map((name, j) => digits(got[name] as number, certified[j] as number)));
    return {
      title: `${problem.name} from start ${i + 1}`,
      problem,
      result,
      parameters: worst(result.parameters, problem.certified),
      errors: result.kind === "fit" ? worst(result.standardErrors, problem.deviations) : 0,
      rss: result.kind === "fit" ? digits(result.rss, problem.rss) : 0,
    };
  });
});

describe("fit on NIST StRD, 27 problems from 2 starts each, by default settings", () => {
  it("has all the problems", () => {
    expect(runs.length).toBe(54);
  });

  for (const { title, parameters } of runs) {
    it(`${title}: parameters to six digits`, () => expect(parameters).toBeGreaterThanOrEqual(6));
  }

  it("gives parameters to nine digits in at least 50 of 54 runs", () => {
    expect(runs.filter(({ parameters }) => parameters >= 9).length).toBeGreaterThanOrEqual(50);
  });

  it("gives certified standard deviations and residual sums to four digits in all runs but Lanczos1's", () => {
    const short = runs.filter(({ errors, rss }) => errors < 4 || rss < 4).map(({ problem }) => problem.name);
    expect(new Set(short)).toEqual(new Set(["Lanczos1"]));
  });

  it("finds every problem identified", () => {
    expect(
      runs.filter(({ result }) => result.kind === "failed" || !result.identifiable).map(({ title }) => title),
    ).toEqual([]);
  });

  it("says where it took a start of its own", () => {
    const replaced = runs.filter(
      ({ result }) => result.kind === "fit" && result.warnings.some((w) => w.includes("own start")),
    );
    expect(replaced.length).toBeLessThanOrEqual(3);
    for (const { title } of replaced) expect(title).toMatch(/start 1$/);
  });
});
