import { describe, expect, it } from "vitest";
import { flockExact, type VicsekRunOptions, vicsekRun } from "../../../../lib/systems/index";

/** How far a measured mean lies from theory, in its standard errors. */
const errors = ({ mean, standardError }: { mean: number; standardError: number }, theory: number): number =>
  (mean - theory) / standardError;
const sinc = (noise: number): number => Math.sin(noise / 2) / (noise / 2);

describe("vicsekRun", () => {
  it("finds independent birds where noise is everything: Rayleigh's mean, susceptibility 1 - pi/4, Binder near 1/3", () => {
    const birds = 1000;
    const run = vicsekRun({ birds, density: 4, noise: 2 * Math.PI, steps: 2000, warmup: 5, seed: 1 });
    expect(run.polarization.standardError).toBeLessThan(0.03 * run.polarization.mean);
    expect(Math.abs(errors(run.polarization, Math.sqrt(Math.PI / birds) / 2))).toBeLessThan(3);
    expect(Math.abs(errors(run.susceptibility, 1 - Math.PI / 4))).toBeLessThan(3);
    // For sums of N unit vectors <|sum|^4> = 2 N^2 - N, exactly.
    expect(Math.abs(errors(run.binder, 1 - (2 * birds ** 2 - birds) / (3 * birds ** 2)))).toBeLessThan(3);
    expect(run.histogram.reduce((sum, count) => sum + count, 0)).toBe(2000);
  });
  it("orders fully without noise", () => {
    const { polarization } = vicsekRun({ birds: 300, density: 4, noise: 0, steps: 10, warmup: 2000, seed: 1 });
    expect(polarization.mean).toBeGreaterThan(1 - 1e-9);
  });
  it("is exact where all see all: <va^2> = (1 + (N - 1) sinc^2(noise / 2)) / N for any N", () => {
    for (const [noise, birds] of [
      [0.5, 2],
      [2, 10],
      [4, 50],
      [6, 10],
    ] as const) {
      const run = vicsekRun({ birds, box: 1, radius: 1, noise, steps: 20_000, warmup: 20, seed: 11 });
      // <va^2> from what a run returns: susceptibility / N + <va>^2; its error is bounded by the sum of the two.
      const square = run.susceptibility.mean / birds + run.polarization.mean ** 2;
      const error =
        run.susceptibility.standardError / birds + 2 * run.polarization.mean * run.polarization.standardError;
      expect(error).toBeLessThan(0.02 * square);
      expect(Math.abs(square - (1 + (birds - 1) * sinc(noise) ** 2) / birds)).toBeLessThan(3 * error);
    }
  });
  it("meets the exact solution of the flock that sees all, on both branches of vectorial noise", () => {
    const run = (noise: number, start: "random" | "aligned") => {
      const options: VicsekRunOptions = {
        birds: 8000,
        box: 1,
        radius: 1,
        noise,
        noiseKind: "vectorial",
        start,
        steps: 60,
        warmup: 60,
        seed: 3,
      };
      return vicsekRun(options).polarization;
    };
    for (const noise of [0.3, 0.55, 0.62]) {
      const { polarizations } = flockExact({ noise, noiseKind: "vectorial" });
      const ordered = run(noise, "aligned");
      expect(ordered.standardError).toBeLessThan(0.001);
      expect(Math.abs(errors(ordered, polarizations.at(-1) as number))).toBeLessThan(3);
      const other = run(noise, "random").mean;
      if (polarizations.length === 2) expect(other).toBeLessThan(0.1);
      else expect(Math.abs(other - ordered.mean)).toBeLessThan(0.005);
    }
    expect(run(0.72, "aligned").mean).toBeLessThan(0.1);
  });
  it("falls from order to disorder as noise grows and as birds get fewer", () => {
    const va = (change: object) =>
      vicsekRun({ birds: 400, density: 4, noise: 1, steps: 400, warmup: 400, seed: 2, ...change }).polarization.mean;
    expect(va({})).toBeGreaterThan(0.9);
    expect(va({ noise: 5.5 })).toBeLessThan(0.2);
    expect(va({ noise: 3, density: 8 })).toBeGreaterThan(va({ noise: 3, density: 0.5 }) + 0.2);
  });
  it("repeats itself for a seed and refuses too little", () => {
    const options = { birds: 50, density: 4, noise: 2, steps: 40, warmup: 10, seed: 1 };
    expect(vicsekRun(options)).toEqual(vicsekRun(options));
    expect(() => vicsekRun({ ...options, steps: 1 })).toThrow("vicsekRun: steps 1");
    expect(() => vicsekRun({ ...options, warmup: -1 })).toThrow("vicsekRun: warmup -1");
    expect(() => vicsekRun({ ...options, blocks: 1 })).toThrow("blocks");
  });
});

describe("flockExact", () => {
  it("solves va = <cos arg(va + noise e^(i xi))>, the mean taken point by point", () => {
    const mean = (va: number, noise: number): number => {
      const points = 20_000;
      let sum = 0;
      for (let k = 0; k < points; k++) {
        const xi = (2 * Math.PI * (k + 0.5)) / points;
        const [c, s] = [va + noise * Math.cos(xi), noise * Math.sin(xi)];
        sum += c / Math.hypot(c, s);
      }
      return sum / points;
    };
    for (const noise of [0.05, 0.3, 0.499, 0.5, 0.6, 0.63, 0.67]) {
      const { polarizations } = flockExact({ noise, noiseKind: "vectorial" });
      for (const va of polarizations) expect(Math.abs(mean(va, noise) - va)).toBeLessThan(2e-4);
      // Stable: nearer after a step than before.
      for (const va of polarizations) expect(Math.abs(mean(va + 1e-3, noise) - va)).toBeLessThan(1e-3);
      expect(polarizations.length).toBe(noise <= 0.5 ? 1 : 2);
    }
    const { orderTo } = flockExact({ noise: 0.7, noiseKind: "vectorial" });
    for (let va = 0.02; va < 1; va += 0.01) expect(mean(va, orderTo + 1e-3)).toBeLessThan(va);
    expect(flockExact({ noise: 0.7, noiseKind: "vectorial" }).polarizations).toEqual([0]);
  });
  it("has one value for angular noise, from 1 to 0", () => {
    expect(flockExact({ noise: 0 }).polarizations).toEqual([1]);
    expect(flockExact({ noise: Math.PI }).polarizations[0]).toBeCloseTo(2 / Math.PI, 12);
    expect(flockExact({ noise: 2 * Math.PI }).polarizations[0]).toBeCloseTo(0, 12);
    expect(() => flockExact({ noise: 7 })).toThrow("flockExact: angular noise 7");
    expect(() => flockExact({ noise: 1.1, noiseKind: "vectorial" })).toThrow("flockExact: vectorial noise 1.1");
    expect(() => flockExact({ noise: 1, noiseKind: "loud" as "angular" })).toThrow('flockExact: noiseKind "loud"');
  });
});
