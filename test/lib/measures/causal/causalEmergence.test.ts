import { readFileSync } from "node:fs";
import { join } from "node:path";
import { causalEmergence, type Distribution, distribution, type Letter } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

interface Fixture {
  readonly systems: readonly {
    readonly parts: number;
    readonly outcomes: number[][];
    readonly probabilities: number[];
    readonly psi: number;
    readonly delta: number;
    readonly gamma: number;
  }[];
  readonly normal: readonly { covariance: number[][]; psi: number; delta: number; gamma: number }[];
}
// By plain counting with numpy: test/fixtures/measures/series_values.py.
const fixture: Fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "series.json"), "utf8"),
);

const states = (n: number) => Array.from({ length: 2 ** n }, (_, s) => [...s.toString(2).padStart(n, "0")].map(Number));
const parity = (state: readonly number[]) => state.reduce((sum, bit) => sum ^ bit, 0);

/** Parts now, V now, parts next, V next, from a chance of each step out of evenly likely states. */
function steps(n: number, chance: (x: number[], y: number[]) => number): Distribution {
  const rows: number[][] = [];
  const p: number[] = [];
  for (const x of states(n)) {
    for (const y of states(n)) {
      rows.push([...x, parity(x), ...y, parity(y)]);
      p.push(chance(x, y) / 2 ** n);
    }
  }
  return distribution(rows, p);
}

function groupsOf(n: number) {
  const parts = (from: number) => Array.from({ length: n }, (_, i) => from + i);
  return { now: { parts: parts(0), macro: n }, next: { parts: parts(n + 1), macro: 2 * n + 1 } };
}

describe("causal emergence of Rosas et al. 2020, exact", () => {
  it("causal decoupling, parity kept with chance .99: Psi .919207, Delta 0, Gamma 0, for 2 to 4 parts", () => {
    const g = 0.99;
    for (const n of [2, 3, 4]) {
      const d = steps(n, (x, y) => (parity(x) === parity(y) ? g : 1 - g) / 2 ** (n - 1));
      const psi = causalEmergence.psi(d, groupsOf(n));
      expect(psi.toFixed(6)).toBe("0.919207");
      expect(Math.abs(psi - (1 + g * Math.log2(g) + (1 - g) * Math.log2(1 - g)))).toBeLessThan(1e-9);
      expect(causalEmergence.delta(d, groupsOf(n))).toBeCloseTo(0, 9);
      expect(causalEmergence.gamma(d, groupsOf(n))).toBeCloseTo(0, 9);
    }
  });

  it("downward causation, the first part becomes the parity and the others are coins: Psi 0, Delta 1, Gamma 1", () => {
    const d = steps(3, (x, y) => (y[0] === parity(x) ? 1 / 4 : 0));
    expect(causalEmergence.psi(d, groupsOf(3))).toBeCloseTo(0, 9);
    expect(causalEmergence.delta(d, groupsOf(3))).toBeCloseTo(1, 9);
    expect(causalEmergence.gamma(d, groupsOf(3))).toBeCloseTo(1, 9);
  });

  it("agrees with an independent program on 12 random systems to 1e-9, and gives nats", () => {
    for (const { parts, outcomes, probabilities, ...values } of fixture.systems) {
      const d = distribution(outcomes, probabilities);
      for (const name of ["psi", "delta", "gamma"] as const) {
        expect(Math.abs(causalEmergence[name](d, groupsOf(parts)) - values[name])).toBeLessThan(1e-9);
        const nats = causalEmergence[name](d, { ...groupsOf(parts), unit: "nats" });
        expect(Math.abs(nats - values[name] * Math.LN2)).toBeLessThan(1e-9);
      }
    }
  });

  it("takes a macro variable that reads the parts with noise, but none that knows more than they do", () => {
    // Part, a coin as macro variable, and the part again as the next one.
    const noisy = distribution(["000", "010", "101", "111"], [0.25, 0.25, 0.25, 0.25]);
    expect(causalEmergence.psi(noisy, { now: { parts: [0], macro: 1 }, next: { macro: 2 } })).toBeCloseTo(-1, 12);
    const knows = distribution(["000", "011", "100", "111"], [0.25, 0.25, 0.25, 0.25]);
    expect(() => causalEmergence.psi(knows, { now: { parts: [0], macro: 1 }, next: { macro: 2 } })).toThrow(
      "causalEmergence.psi: the macro variable tells 1.00 bits of the next step that the parts do not, needs a function of the parts",
    );
  });

  it("throws on groups that are missing, empty, unknown or both now and next", () => {
    const d = distribution(["000", "111"], [0.5, 0.5]);
    const now = { parts: [0], macro: 1 };
    expect(() => causalEmergence.delta(d, { now, next: { macro: 2 } })).toThrow("no next.parts, needs it");
    expect(() => causalEmergence.psi(d, { now, next: {} })).toThrow("no next.macro, needs it");
    expect(() => causalEmergence.psi(d, { now: { parts: [], macro: 1 }, next: { macro: 2 } })).toThrow("0 parts now");
    expect(() => causalEmergence.gamma(d, { now, next: { parts: [] } })).toThrow("0 next, needs at least one");
    expect(() => causalEmergence.psi(d, { now, next: { macro: 3 } })).toThrow("no variable 3");
    expect(() => causalEmergence.psi(d, { now, next: { macro: 0 } })).toThrow("variable 0 is both now and next");
  });
});

describe("causal emergence from samples by counting", () => {
  /** n states of bits and what follows them: parity kept with a chance, all else anew. */
  function decoupled(n: number, parts: number, keep: number, seed: number): [number[][], number[][]] {
    const source = random(seed);
    const coin = () => Number(source.uniform() < 0.5);
    const now = Array.from({ length: n }, () => Array.from({ length: parts }, coin));
    const next = now.map((x) => {
      const free = Array.from({ length: parts - 1 }, coin);
      return [...free, parity(free) ^ parity(x) ^ Number(source.uniform() >= keep)];
    });
    return [now, next];
  }

  it("finds causal decoupling in 5,000 samples within .03 bits", () => {
    const [now, next] = decoupled(5000, 3, 0.99, 1);
    const { psi, delta, gamma } = causalEmergence.fromSamples(now, next, parity);
    expect(Math.abs(psi.value - 0.919207)).toBeLessThan(0.03);
    expect(Math.abs(delta.value)).toBeLessThan(0.005);
    expect(Math.abs(gamma.value)).toBeLessThan(0.005);
    expect(psi.value).toBeGreaterThan(10 * psi.chance);
  });

  it("shows the bias and takes it away: over 40 seeds Psi of 8 parts without any tie is -bias as counted and 0 corrected", () => {
    const runs = Array.from({ length: 40 }, (_, seed) => {
      const source = random(seed + 1);
      const draw = () => Array.from({ length: 200 }, () => Array.from({ length: 8 }, () => source.integer(0, 1)));
      return causalEmergence.fromSamples(draw(), draw(), parity, { shuffles: 50, seed });
    });
    const mean = (read: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + read(run) / runs.length, 0);
    // Each of the pairs of bits is biased by about 1 / (2 n ln 2): one up, eight down.
    const expected = (1 - 8) / (2 * 200 * Math.LN2);
    expect(mean(({ psi }) => psi.uncorrected)).toBeCloseTo(expected, 2);
    expect(Math.abs(mean(({ psi }) => psi.bias) / expected - 1)).toBeLessThan(0.15);
    const spread = mean(({ psi }) => psi.chance);
    expect(Math.abs(mean(({ psi }) => psi.value))).toBeLessThan((3 * spread) / Math.sqrt(runs.length));
    expect(Math.abs(mean(({ psi }) => psi.uncorrected))).toBeGreaterThan((3 * spread) / Math.sqrt(runs.length));
  });

  it("gives the same for the same seed, reads strings, and leaves its input as it was", () => {
    const now = Object.freeze(["00", "11", "01", "10", "11"]);
    const next = Object.freeze(["01", "11", "00", "10", "00"]);
    const macro = (x: string): Letter => (x[0] === x[1] ? "same" : "other");
    const run = () => causalEmergence.fromSamples(now, next, macro, { seed: 7 });
    expect(run()).toEqual(run());
    expect(run().psi.value + run().psi.bias).toBeCloseTo(run().psi.uncorrected, 12);
  });

  it("throws on samples that do not fit", () => {
    const f = causalEmergence.fromSamples<string>;
    const macro = () => 0;
    expect(() => f(["0"], ["0", "1"], macro)).toThrow("1 states but 2 next states");
    expect(() => f(["0"], ["0"], macro)).toThrow("1 samples, needs at least 2");
    expect(() => f(["0", "00"], ["0", "1"], macro)).toThrow("state 1 has 2 parts, needs 1");
    expect(() => f(["", ""], ["", ""], macro)).toThrow("states of 0 parts");
    expect(() => f(["0", "1"], ["0", "1"], macro, { shuffles: 1 })).toThrow("shuffles 1, needs a whole number from 2");
  });
});

describe("causal emergence of normal variables", () => {
  it("agrees with an independent program on 6 linear systems to 1e-9", () => {
    for (const { covariance, ...values } of fixture.normal) {
      const found = causalEmergence.gaussian(covariance, groupsOf(3));
      for (const name of ["psi", "delta", "gamma"] as const) {
        expect(Math.abs(found[name] - values[name])).toBeLessThan(1e-9);
      }
    }
  });

  const normals = (n: number, parts: number, seed: number) => {
    const source = random(seed);
    return Array.from({ length: n }, () => Array.from({ length: parts }, () => source.normal()));
  };
  const sum = (x: readonly number[]) => x.reduce((total, value) => total + value, 0);

  it("Psi of independent normal variables is within .01 of 0 at 50,000 samples", () => {
    const { psi, delta, gamma } = causalEmergence.gaussianFromSamples(
      normals(50_000, 4, 1),
      normals(50_000, 4, 2),
      sum,
      {
        shuffles: 20,
      },
    );
    for (const { value, uncorrected } of [psi, delta, gamma]) {
      expect(Math.abs(value)).toBeLessThan(0.01);
      expect(Math.abs(uncorrected)).toBeLessThan(0.01);
    }
  });

  it("is not 0 for independent parts that go on by themselves: the sum foretells itself", () => {
    const now = normals(20_000, 2, 3);
    const noise = normals(20_000, 2, 4);
    const next = now.map((x, t) => x.map((value, i) => 0.9 * value + Math.sqrt(1 - 0.81) * (noise[t]?.[i] as number)));
    const exact = -Math.log2(1 - 0.81) / 2 + Math.log2(1 - 0.81 / 2);
    const { psi } = causalEmergence.gaussianFromSamples(now, next, sum, { shuffles: 20 });
    expect(Math.abs(psi.value - exact)).toBeLessThan(0.03);
    expect(exact).toBeGreaterThan(0.4);
  });

  it("throws on what has no finite answer", () => {
    const four = [[1], [2], [3], [5]];
    expect(() => causalEmergence.gaussianFromSamples(four, four, ([x]) => x as number)).toThrow(
      "variable 0 now determines variable 0 next, needs finite information",
    );
    expect(() => causalEmergence.gaussianFromSamples(four, [[2], [1], [9], [4]], () => 1)).toThrow(
      "the macro variable now is constant, needs",
    );
    expect(() =>
      causalEmergence.gaussianFromSamples([[1], [2], [3], [Number.NaN]], four, ([x]) => x as number),
    ).toThrow("now[3][0] is NaN, needs a finite number");
    expect(() => causalEmergence.gaussianFromSamples([[1], [2]], [[1], [2]], ([x]) => x as number)).toThrow(
      "2 samples, needs at least 4",
    );
    expect(() => causalEmergence.gaussian([[1]], { now: { parts: [0], macro: 0 }, next: { macro: 0 } })).toThrow(
      "no next.parts",
    );
    expect(() =>
      causalEmergence.gaussian([[1]], { now: { parts: [], macro: 0 }, next: { macro: 0, parts: [0] } }),
    ).toThrow("0 parts now");
  });
});
