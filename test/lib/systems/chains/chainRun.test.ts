import { stationaryDistribution } from "@emergence/lib/measures";
import { chainRun, glauberChain } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const weather = [
  [0.6, 0.3, 0.1],
  [0.2, 0.5, 0.3],
  [0.5, 0, 0.5],
];

describe("chainRun", () => {
  it("steps by the chances of the rows, within four standard errors", () => {
    const run = chainRun({ tpm: weather }, { steps: 60_000, seed: 1 });
    for (const [from, row] of weather.entries()) {
      const after = Array.from(run.subarray(1)).filter((_, t) => run[t] === from);
      for (const [to, p] of row.entries()) {
        const share = after.filter((state) => state === to).length / after.length;
        expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / after.length) + 1e-12);
      }
    }
  });
  it("is in the stationary regime after the steps that are not shown", () => {
    const chain = glauberChain({ spins: 3, coupling: "ring", temperature: 2 });
    const last = Array.from({ length: 3000 }, (_, seed) => chainRun(chain, { steps: 1, seed, discard: 100 })[0]);
    for (const [state, p] of stationaryDistribution(chain.tpm).entries()) {
      const share = last.filter((one) => one === state).length / last.length;
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / last.length));
    }
  });
  it("is the same for the same seed, and another for another", () => {
    const run = (seed: number) => chainRun({ tpm: weather }, { steps: 50, seed }).join();
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
    expect(chainRun({ tpm: weather }, { steps: 50, seed: 1 })).toHaveLength(51);
  });
  it("throws on a matrix that is none, and options out of range", () => {
    const bad = (row: number[]) => () => chainRun({ tpm: [row, [0, 1]] }, { steps: 1, seed: 1 });
    expect(bad([0.5, 0.4])).toThrow("chainRun: row 0 adds up to 0.9, needs chances from 0 to 1 that add up to 1");
    expect(() => chainRun({ tpm: [[0.5, 0.5]] }, { steps: 1, seed: 1 })).toThrow(
      "chainRun: row 0 has 2 entries, needs 1",
    );
    expect(() => chainRun({ tpm: weather }, { steps: 0, seed: 1 })).toThrow("chainRun: steps 0");
    expect(() => chainRun({ tpm: weather }, { steps: 1, seed: 1, discard: -1 })).toThrow("chainRun: discard -1");
  });
});
