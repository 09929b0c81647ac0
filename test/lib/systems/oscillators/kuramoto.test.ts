import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kuramoto, kuramotoExact, kuramotoRun, solveOde } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const file = join(import.meta.dirname, "..", "..", "..", "fixtures", "systems", "solve.json");
const { gaussianOrder } = JSON.parse(readFileSync(file, "utf8")) as {
  gaussianOrder: { coupling: number; width: number; order: number }[];
};

describe("kuramotoExact", () => {
  it("knows the published values of the Lorentzian", () => {
    expect(kuramotoExact({ coupling: 2.5, distribution: "lorentzian", width: 1 }).order).toBeCloseTo(0.447214, 6);
    expect(kuramotoExact({ coupling: 4, distribution: "lorentzian", width: 1 }).order).toBeCloseTo(Math.SQRT1_2, 12);
    expect(kuramotoExact({ coupling: 1, distribution: "lorentzian", width: 0.7 })).toEqual({
      order: 0,
      criticalCoupling: 1.4,
    });
  });

  it("agrees with scipy's quadrature of the Gaussian's self-consistency", () => {
    for (const { coupling, width, order } of gaussianOrder) {
      expect(kuramotoExact({ coupling, distribution: "gaussian", width }).order).toBeCloseTo(order, 11);
    }
    expect(kuramotoExact({ coupling: 1, distribution: "gaussian", width: 1 }).criticalCoupling).toBeCloseTo(
      Math.sqrt(8 / Math.PI),
      14,
    );
  });

  it("rises from 0 at the critical coupling to 1", () => {
    for (const distribution of ["lorentzian", "gaussian"] as const) {
      const { criticalCoupling } = kuramotoExact({ coupling: 0, distribution, width: 3 });
      const order = (ratio: number) =>
        kuramotoExact({ coupling: ratio * criticalCoupling, distribution, width: 3 }).order;
      expect(order(1)).toBe(0);
      expect(order(1 + 1e-6)).toBeLessThan(0.003);
      expect(order(1 + 1e-6)).toBeGreaterThan(0);
      expect(order(1000)).toBeGreaterThan(0.999);
    }
  });

  it("names what is wrong with its input", () => {
    expect(() => kuramotoExact({ coupling: -1, distribution: "gaussian", width: 1 })).toThrow(
      "kuramotoExact: coupling -1, needs a finite number from 0",
    );
    expect(() => kuramotoExact({ coupling: 1, distribution: "gaussian", width: 0 })).toThrow(
      "kuramotoExact: width 0, needs a finite number above 0",
    );
    expect(() => kuramotoExact({ coupling: 1, distribution: "flat" as "gaussian", width: 1 })).toThrow(
      'distribution "flat", needs one of lorentzian, gaussian',
    );
  });
});

describe("kuramotoRun", () => {
  const run = { oscillators: 2000, steps: 800, warmup: 600, seed: 1 };
  // A tenth above the onset order comes and wavers slowly: it takes a longer run.
  const longer = { 2.2: { steps: 3000, warmup: 2000 }, 2.5: {} };
  for (const distribution of ["lorentzian", "gaussian"] as const) {
    for (const coupling of [2.2, 2.5] as const) {
      it(`is within 3 standard errors of the theory, those under .004: ${distribution}, K = ${coupling}`, () => {
        const { order } = kuramotoRun({ ...run, ...longer[coupling], coupling, distribution, width: 1 });
        const exact = kuramotoExact({ coupling, distribution, width: 1 }).order;
        expect(order.standardError).toBeLessThan(0.004);
        expect(Math.abs(order.mean - exact)).toBeLessThan(3 * order.standardError);
      });
    }
  }

  it("finds the locked state of finitely many, exact: r = mean of sqrt(1 - (omega / K r)^2)", () => {
    const system = kuramoto({ oscillators: 101, coupling: 4, distribution: "gaussian", width: 1, seed: 5 });
    const phasesApart = system.frequencies;
    system.step(2000);
    let r = 1;
    for (let i = 0; i < 200; i++) r = phasesApart.reduce((sum, w) => sum + Math.sqrt(1 - (w / (4 * r)) ** 2), 0) / 101;
    expect(system.order).toBeCloseTo(r, 10);
  });

  it("keeps only the noise of finite number below the critical coupling", () => {
    const { order } = kuramotoRun({ ...run, coupling: 0, distribution: "lorentzian", width: 1 });
    // Without coupling phases are independent: the mean of r is sqrt(pi / (4 N)).
    expect(Math.abs(order.mean / Math.sqrt(Math.PI / 8000) - 1)).toBeLessThan(0.2);
  });

  it("scatters more with drawn frequencies, and says so by errors over realizations", () => {
    const options = {
      oscillators: 400,
      coupling: 3,
      distribution: "lorentzian",
      width: 1,
      steps: 300,
      warmup: 300,
      seed: 2,
    } as const;
    const regular = kuramotoRun(options).order;
    const drawn = kuramotoRun({ ...options, frequencies: "drawn", replicates: 12 }).order;
    const { coupling, distribution, width } = options;
    const exact = kuramotoExact({ coupling, distribution, width }).order;
    expect(drawn.standardError * Math.sqrt(12)).toBeGreaterThan(4 * regular.standardError);
    expect(Math.abs(drawn.mean - exact)).toBeLessThan(3 * drawn.standardError);
    expect(() => kuramotoRun({ ...options, frequencies: "drawn", replicates: 1 })).toThrow(
      "kuramotoRun: realizations 1, needs a whole number from 2",
    );
  });

  it("gives the same for the same seed and another for another", () => {
    const options = { oscillators: 50, coupling: 2, distribution: "gaussian", width: 1, steps: 20, warmup: 0 } as const;
    expect(kuramotoRun({ ...options, seed: 3 })).toEqual(kuramotoRun({ ...options, seed: 3 }));
    expect(kuramotoRun({ ...options, seed: 4 }).order.mean).not.toBe(kuramotoRun({ ...options, seed: 3 }).order.mean);
  });
});

describe("kuramoto", () => {
  it("moves as the sum over all pairs says, by another solver", () => {
    const system = kuramoto({ oscillators: 7, coupling: 3, distribution: "gaussian", width: 1, step: 0.01, seed: 8 });
    const start = [...system.phases];
    const w = system.frequencies;
    const F = (theta: readonly number[]) =>
      theta.map((own, i) => (w[i] as number) + (3 / 7) * theta.reduce((sum, other) => sum + Math.sin(other - own), 0));
    const { x } = solveOde(F, start, { t: [0, 1, 2], tolerance: 1e-11 });
    system.step(200);
    for (const [i, phase] of system.phases.entries()) {
      expect(Math.abs(Math.sin((phase - (x[2]?.[i] as number)) / 2))).toBeLessThan(1e-7);
    }
    expect(system.time).toBeCloseTo(2, 12);
  });

  it("lets two oscillators lock exactly when the coupling passes their difference", () => {
    const pair = (coupling: number) => {
      const system = kuramoto({ oscillators: 2, coupling, distribution: "lorentzian", width: 1, seed: 1 });
      system.step(2000);
      const apart = () => Math.sin((system.phases[1] as number) - (system.phases[0] as number));
      const before = apart();
      system.step(7);
      return { apart: apart(), moved: Math.abs(apart() - before) };
    };
    // Frequencies -1 and 1: the phase difference d moves as 2 - K sin d.
    expect(pair(2.5).apart).toBeCloseTo(0.8, 9);
    expect(pair(1.5).moved).toBeGreaterThan(0.01);
  });

  it("turns by its frequency alone without coupling, and the mean of all frequencies is kept", () => {
    const system = kuramoto({ oscillators: 9, coupling: 0, distribution: "gaussian", width: 2, seed: 1 });
    const start = [...system.phases];
    system.step(100);
    for (const [i, phase] of system.phases.entries()) {
      const expected = (start[i] as number) + 5 * (system.frequencies[i] as number);
      expect(Math.abs(Math.sin((phase - expected) / 2))).toBeLessThan(1e-10);
    }
    expect(system.frequencies.reduce((sum, w) => sum + w, 0)).toBeCloseTo(0, 10);
  });

  it("names what is wrong with its input", () => {
    const good = { oscillators: 5, coupling: 1, distribution: "gaussian", width: 1, seed: 1 } as const;
    expect(() => kuramoto({ ...good, oscillators: 1 })).toThrow("kuramoto: oscillators 1, needs a whole number from 2");
    expect(() => kuramoto({ ...good, coupling: Number.NaN })).toThrow("kuramoto: coupling NaN");
    expect(() => kuramoto({ ...good, width: -1 })).toThrow("kuramoto: width -1");
    expect(() => kuramoto({ ...good, step: 0 })).toThrow("kuramoto: step 0");
    expect(() => kuramoto({ ...good, frequencies: "all" as "drawn" })).toThrow(
      'kuramoto: frequencies "all", needs one of quantiles, drawn',
    );
    expect(() => kuramoto({ ...good, seed: 0.5 })).toThrow("kuramoto: seed 0.5");
    expect(() => kuramoto(good).step(-1)).toThrow("kuramoto: count -1");
  });
});
