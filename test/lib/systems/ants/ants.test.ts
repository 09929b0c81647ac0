import { type AntsOptions, ants, antsExact, antsRun } from "@emergence/lib/systems";
import { lgam } from "cephes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { farthest } from "../../chance";

const logBeta = (a: number, b: number) => lgam(a) + lgam(b) - lgam(a + b);
const moment = (chances: Float64Array, power: number) => {
  const size = chances.length - 1;
  return chances.reduce((sum, chance, j) => sum + chance * (j / size - 0.5) ** power, 0);
};

describe("antsExact", () => {
  it("is Polya's urn for n = 1: the closed beta-binomial distribution, to 1e-12", () => {
    const [count, k] = [200, 20];
    const chances = antsExact({ ants: count, k, n: 1 });
    for (let j = 0; j <= count; j++) {
      const choose = lgam(count + 1) - lgam(j + 1) - lgam(count - j + 1);
      expect(chances[j]).toBeCloseTo(Math.exp(choose + logBeta(k + j, k + count - j) - logBeta(k, k)), 12);
    }
  });

  it("is the sum over every sequence of choices, for six ants", () => {
    const [count, k, n] = [6, 1.5, 2.7];
    const sums = new Float64Array(count + 1);
    for (let code = 0; code < 2 ** count; code++) {
      let [first, chance] = [0, 1];
      for (let i = 0; i < count; i++) {
        const p = (k + first) ** n / ((k + first) ** n + (k + i - first) ** n);
        const chosen = (code >> i) & 1;
        chance *= chosen ? p : 1 - p;
        first += chosen;
      }
      sums[first] = (sums[first] as number) + chance;
    }
    const chances = antsExact({ ants: count, k, n });
    for (let j = 0; j <= count; j++) expect(chances[j]).toBeCloseTo(sums[j] as number, 14);
  });

  it("is binomial where ants do not heed marks, sums to 1 and does not tell the branches apart", () => {
    const chances = antsExact({ ants: 50, k: 3, n: 0 });
    expect(moment(chances, 2)).toBeCloseTo(0.25 / 50, 14);
    expect(antsExact({ ants: 300, k: 1, n: 200 })[300]).toBeCloseTo(0.5, 12); // the first ant decides
    const steep = antsExact({ ants: 300, n: 2 });
    expect(steep.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    for (let j = 0; j <= 300; j++) expect(steep[j]).toBeCloseTo(steep[300 - j] as number, 13);
  });
});

describe("ants", () => {
  it("fall on equal branches as the exact distribution says, for n = 1, 2 and 3 (chi-squared over ten bins)", () => {
    for (const [n, seed] of [
      [1, 11],
      [2, 12],
      [3, 13],
    ] as const) {
      const [count, replicates] = [200, 4000];
      const { shares } = antsRun({ ants: count, n, replicates, seed });
      const bin = (share: number) => Math.min(9, Math.floor(share * 10 + 1e-9));
      const [found, wanted] = [new Float64Array(10), new Float64Array(10)];
      for (const share of shares) found[bin(share)] = (found[bin(share)] as number) + 1;
      antsExact({ ants: count, n }).forEach((chance, j) => {
        wanted[bin(j / count)] = (wanted[bin(j / count)] as number) + chance * replicates;
      });
      const used = [...wanted.keys()].filter((b) => (wanted[b] as number) > 5);
      const squares = used.map((b) => ((found[b] as number) - (wanted[b] as number)) ** 2 / (wanted[b] as number));
      const chi = squares.reduce((sum, one) => sum + one, 0);
      expect(chi).toBeLessThan(used.length - 1 + 3 * Math.sqrt(2 * (used.length - 1)));
      // And not as another n says.
      if (n > 1)
        expect(moment(antsExact({ ants: count, n: n - 1 }), 2)).toBeLessThan(
          0.8 * moment(antsExact({ ants: count, n }), 2),
        );
    }
  });

  it("approach a Beta(k, k) for n = 1: its variance 1 / (4 (2 k + 1)), and fourth moment", () => {
    const { shares } = antsRun({ ants: 2000, k: 2, n: 1, replicates: 4000, seed: 5 });
    const mean = (power: number) => shares.reduce((sum, share) => sum + (share - 0.5) ** power, 0) / shares.length;
    // Central moments of Beta(2, 2), whose density is 6 (1/4 - y^2) at y = share - 1/2.
    const [second, fourth, eighth] = [1 / 20, 3 / 560, 12 / 2 ** 11 / 49.5];
    expect(Math.abs(mean(2) - second)).toBeLessThan(3 * Math.sqrt((fourth - second ** 2) / 4000));
    expect(Math.abs(mean(4) - fourth)).toBeLessThan(3 * Math.sqrt((eighth - fourth ** 2) / 4000));
  });

  it("break the symmetry of equal branches for n = 2 only, and take either branch equally often", () => {
    const steep = antsRun({ n: 2, ants: 2000, replicates: 400, seed: 2 });
    const even = antsRun({ n: 1, ants: 2000, replicates: 400, seed: 2 });
    expect(steep.majority.mean).toBeGreaterThan(0.9);
    expect(even.majority.mean).toBeLessThan(0.62);
    expect(Math.abs(steep.shortWins.mean - 0.5)).toBeLessThan(3 * steep.shortWins.standardError);
    expect(steep.shortWins.standardError).toBeCloseTo(0.025, 3);
  });

  it("take the shorter branch more often the longer the other one is, by time alone", () => {
    const wins = [1, 1.4, 2, 4].map(
      (lengthRatio) => antsRun({ lengthRatio, crossing: 40, replicates: 400, seed: 3 }).shortWins,
    );
    for (let i = 1; i < wins.length; i++) expect(wins[i]?.mean).toBeGreaterThan((wins[i - 1]?.mean as number) + 0.03);
    expect(Math.abs((wins[0]?.mean as number) - 0.5)).toBeLessThan(farthest(2) * 0.025);
    const blind = antsRun({ lengthRatio: 4, crossing: 40, n: 0, replicates: 400, seed: 3 });
    expect(Math.abs(blind.shortWins.mean - 0.5)).toBeLessThan(farthest(2) * 0.025);
  });

  it("leave one mark where they set off, one where they arrive, and none is lost", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer(),
        (count, crossing, seed) => {
          const bridge = ants({ crossing, lengthRatio: 1.7, seed: seed | 0 });
          bridge.step(count);
          const sum = bridge.marks.reduce((total, mark) => total + mark, 0);
          const onTheWay = Math.min(count, Math.round(1.7 * crossing));
          return (
            bridge.short + bridge.long === count &&
            sum <= 2 * count &&
            sum >= 2 * count - onTheWay &&
            bridge.chance > 0 &&
            bridge.chance < 1
          );
        },
      ),
      { numRuns: 50, seed: 1 },
    );
  });

  it("mark at once with crossing 0: both ends hold all that have passed", () => {
    const bridge = ants({ seed: 4 });
    bridge.step(100);
    expect([...bridge.marks]).toEqual([bridge.short, bridge.long, bridge.short, bridge.long]);
    expect(bridge.share).toBe(bridge.short / 100);
    const { short, long } = bridge;
    expect(bridge.chance).toBeCloseTo((20 + short) ** 2 / ((20 + short) ** 2 + (20 + long) ** 2), 14);
  });

  it("are the same for the same seed, and in steps as at once", () => {
    const [a, b] = [ants({ seed: 9, lengthRatio: 2 }), ants({ seed: 9, lengthRatio: 2 })];
    a.step(300);
    for (let i = 0; i < 300; i++) b.step();
    expect([a.short, ...a.marks]).toEqual([b.short, ...b.marks]);
  });

  it("say what is wrong", () => {
    const bad = (options: Partial<AntsOptions>) => () => ants({ seed: 1, ...options });
    expect(bad({ k: 0 })).toThrow("ants: k 0, needs a finite number above 0");
    expect(bad({ n: -1 })).toThrow("ants: n -1, needs a finite number from 0");
    expect(bad({ n: Number.NaN })).toThrow("ants: n NaN");
    expect(bad({ lengthRatio: 0.5 })).toThrow("ants: lengthRatio 0.5, needs a number from 1");
    expect(bad({ lengthRatio: 2, crossing: 0 })).toThrow(
      "ants: crossing 0 with lengthRatio 2, needs crossing from 1: length acts through the time to cross",
    );
    expect(bad({ seed: 0.5 })).toThrow("ants: seed 0.5");
    expect(() => antsRun({ ants: 10, last: 11, seed: 1 })).toThrow(
      "antsRun: last 11, needs at most the 10 ants there are",
    );
    expect(() => antsRun({ replicates: 1, seed: 1 })).toThrow("antsRun: replicates 1, needs a whole number from 2");
    expect(() => antsExact({ ants: 0 })).toThrow("antsExact: ants 0");
  });
});
