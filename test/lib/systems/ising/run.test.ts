import { isingExact, isingRun, isingSum } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { farthest, off, together } from "../../chance";
import { binderAt, binderCrossing, scatterAndError, smallMagnets } from "../agreement";

const { criticalTemperature } = isingExact(1);

describe("isingRun", () => {
  it("agrees with the sum over all states of 4 x 4 at ten temperatures, each way of updating", () => {
    // Errors of forty blocks: by Student's t with 39 degrees of freedom one of 300 lies beyond 5.4 for one of a thousand
    // pairs of seeds.
    for (const { label, off, energyError } of [...smallMagnets(11), ...smallMagnets(12)]) {
      expect(off, label).toBeLessThan(5.4);
      expect(energyError, label).toBeLessThan(0.008);
    }
  });

  it("agrees where flips in order would not: 2 x 2 and 3 x 3, and in a field", () => {
    for (const size of [2, 3]) {
      for (const field of [0, 0.2]) {
        const run = isingRun({ size, temperature: 6, field, sweeps: 100_000, blocks: 50, seed: 3 });
        const sum = isingSum({ size, temperature: 6, field });
        for (const name of ["energy", "absMagnetization", "susceptibility"] as const) {
          expect(off(run[name], sum[name]), `${size} ${field} ${name}`).toBeLessThan(4);
        }
      }
    }
  });

  it("on 128 x 128 has Kaufman's energy and Yang's magnetization for three seeds together, with small errors", {
    tags: ["slow"],
  }, () => {
    for (const temperature of [1.5, 2, 2.2, criticalTemperature, 3]) {
      const how =
        temperature === criticalTemperature
          ? ({ sweeps: 600, warmup: 60, algorithm: "wolff" } as const)
          : ({ sweeps: 6000, warmup: 1000 } as const);
      const runs = [5, 6, 7].map((seed) => isingRun({ size: 128, temperature, seed, ...how }));
      const exact = isingExact(temperature, { size: 128 });
      const energy = together(runs.map((run) => run.energy));
      expect(off(energy, exact.energy), `energy at ${temperature}`).toBeLessThan(farthest(8));
      expect(Math.abs(energy.mean / exact.energy - 1)).toBeLessThan(0.005);
      expect(energy.standardError / Math.abs(exact.energy)).toBeLessThan(0.0025);
      if (temperature > 2.25) continue;
      const magnetization = together(runs.map((run) => run.absMagnetization));
      expect(off(magnetization, exact.magnetization), `m at ${temperature}`).toBeLessThan(farthest(8));
      expect(magnetization.standardError).toBeLessThan(0.003);
    }
  });

  it("has errors as large as the scatter over runs where |m| is skewed, a little below Tc, though not in each run", () => {
    const runs = Array.from({ length: 40 }, (_, i) =>
      isingRun({ size: 64, temperature: 2.2, sweeps: 3000, warmup: 500, seed: i + 1 }),
    ).map((run) => run.absMagnetization);
    const { scatter, said } = scatterAndError(runs);
    // Forty runs know their scatter to 11 percent.
    expect(Math.abs(said / scatter - 1)).toBeLessThan(0.33);
  });

  it("packs sizes that fill no word: 100 x 100 and 66 x 66 have Kaufman's energy", () => {
    for (const size of [66, 100]) {
      const { energy } = isingRun({ size, temperature: 2.5, sweeps: 4000, seed: 2 });
      expect(off(energy, isingExact(2.5, { size }).energy)).toBeLessThan(3);
    }
  });

  it("finds Tc where the Binder cumulants of 16 and 32 cross, within 0.5 %, and near Tc the value .6107", () => {
    const { below, above, ratio } = binderCrossing();
    expect(below).toBeGreaterThan(0);
    expect(above).toBeLessThan(0);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.005);
    const critical = binderAt(32, criticalTemperature);
    expect(Math.abs(critical.mean - 0.6107)).toBeLessThan(3 * critical.standardError + 0.002);
    expect(critical.standardError).toBeLessThan(0.004);
  });

  it("gives the measured series on request, and the averages are theirs", () => {
    const run = isingRun({ size: 16, temperature: 2.5, sweeps: 400, seed: 1, record: true });
    expect(run.energies.length).toBe(400);
    expect(run.magnetizations.reduce((sum, m) => sum + Math.abs(m), 0) / 400).toBeCloseTo(
      run.absMagnetization.mean,
      12,
    );
    const plain = isingRun({ size: 16, temperature: 2.5, sweeps: 400, seed: 1 });
    expect("energies" in plain).toBe(false);
    expect(plain.energy).toEqual(run.energy);
  });

  it("says what it needs, in its own name", () => {
    const good = { size: 4, temperature: 1, seed: 1 };
    expect(() => isingRun({ ...good, sweeps: 10 })).toThrow("isingRun: sweeps 10, needs a whole number from 40");
    expect(() => isingRun({ ...good, warmup: -1 })).toThrow("isingRun: warmup -1");
    expect(() => isingRun({ ...good, blocks: 1 })).toThrow("isingRun: blocks 1");
    expect(() => isingRun({ ...good, size: 0 })).toThrow("isingRun: size 0");
  });
});
