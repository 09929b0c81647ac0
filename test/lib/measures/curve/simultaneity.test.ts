import { simultaneity } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { simultaneities } from "../../../fixtures/measures/thresholds.json";
import { expectMisses } from "../../chance";

type Source = ReturnType<typeof random>;
const jump = (source: Source, n: number, place: number) =>
  Array.from({ length: n }, (_, i) => 0.25 + (i >= place ? 0.5 : 0) + 0.05 * source.normal());

/** Verdicts of runs of 5 tasks at n checkpoints. */
function verdicts(runs: number, n: number, placesOf: (place: number, source: Source) => number[]): string[] {
  return Array.from({ length: runs }, (_, k) => {
    const source = random(100 * n + k);
    const place = source.integer(3, n - 3);
    const curves = placesOf(place, source).map((at) => jump(source, n, at));
    const found = simultaneity(curves, jump(source, n, place), { replicates: 99, seed: k });
    return found.kind === "failed" ? found.kind : found.verdict;
  });
}

const count = (list: readonly string[], ...words: string[]) => list.filter((one) => words.includes(one)).length;
const tasks = <T>(make: () => T) => Array.from({ length: 5 }, make);

describe("simultaneity", () => {
  it("has the places, the distance and the share of gaps that brute force by numpy has", () => {
    for (const { x, curves, places, distance, nearP } of simultaneities) {
      const [structure = [], ...others] = curves;
      const found = simultaneity(others, structure, { x, replicates: 199 });
      if (found.kind === "failed") throw new Error(found.reason);
      expect([found.structure.place, ...found.tasks.map(({ place }) => place)]).toEqual(
        places.map((place) => expect.closeTo(place, 12)),
      );
      expect(found.distance).toBeCloseTo(distance, 12);
      expect(found.nearP).toBeCloseTo(nearP, 12);
      for (const { place, lower, upper, lag } of found.tasks) {
        expect(lower).toBeLessThanOrEqual(place);
        expect(upper).toBeGreaterThanOrEqual(place);
        expect(lag.value).toBeCloseTo(place - found.structure.place, 12);
      }
    }
  });

  it("leaves out tasks without a change, and fails without any", () => {
    const source = random(6);
    const line = Array.from({ length: 30 }, (_, i) => 0.01 * i + 0.05 * source.normal());
    const found = simultaneity([line, jump(source, 30, 12)], jump(source, 30, 12));
    expect(found).toMatchObject({ kind: "simultaneity", unchanged: [0], tasks: [{ task: 1, place: 11.5 }] });
    const none = simultaneity([jump(source, 30, 12)], line);
    expect(none.kind === "failed" && none.reason).toMatch(/^the structure has no change point: p/);
    const idle = simultaneity([line], jump(source, 30, 12));
    expect(idle.kind === "failed" && idle.reason).toMatch(/^none of 1 tasks has a change point/);
  });

  it("calls changes apart that happen together, or near that happen anywhere, in at most 5 of 100 runs", () => {
    for (const n of [24, 51]) {
      const runs = n === 24 ? 30 : 15;
      expectMisses(
        count(
          verdicts(runs, n, (place) => tasks(() => place)),
          "apart",
          "near",
        ),
        runs,
        0.05,
        `together ${n}`,
      );
      const anywhere = (_: number, source: Source) => tasks(() => source.integer(3, n - 3));
      expectMisses(count(verdicts(runs, n, anywhere), "simultaneous", "near"), runs, 0.05, `anywhere ${n}`);
      const elsewhere = (_: number, source: Source) => {
        const other = source.integer(3, n - 3);
        return tasks(() => other);
      };
      expectMisses(count(verdicts(runs, n, elsewhere), "simultaneous", "near"), runs, 0.05, `elsewhere ${n}`);
    }
  });

  it("finds simultaneous changes and lags as often as its comment says", () => {
    const runs = 20;
    expectMisses(
      runs -
        count(
          verdicts(runs, 51, (place) => tasks(() => place)),
          "simultaneous",
        ),
      runs,
      0.01,
    );
    const later = verdicts(runs, 51, (place) => tasks(() => Math.min(48, place + 2)));
    expectMisses(count(later, "simultaneous", "undecided"), runs, 1 - 0.91);
  });

  it("says what it needs", () => {
    const y = [0, 0, 0, 0, 1, 1, 1, 1];
    expect(() => simultaneity([], y)).toThrow("simultaneity: no curves, needs the scores of at least one task");
    expect(() => simultaneity([y], y.slice(1))).toThrow("simultaneity: 7 checkpoints, needs at least 8");
    expect(() => simultaneity([y.slice(1)], y)).toThrow("simultaneity: 8 scores of structure but 7 in curves[0]");
    expect(() => simultaneity([y], y, { x: [8, 7, 6, 5, 4, 3, 2, 1] })).toThrow(
      /needs finite numbers in increasing order/,
    );
    expect(() => simultaneity([y], y, { x: [1, 2] })).toThrow("simultaneity: 8 scores of structure but 2 x");
  });
});
