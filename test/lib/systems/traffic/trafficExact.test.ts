import { trafficExact } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stationary } from "./chain";

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("trafficExact", () => {
  it("has the two flows that PUBLISHED.md names", () => {
    expect(trafficExact({ density: 0.3, maxSpeed: 1, slowdown: 0.25 })).toBeCloseTo(0.195862, 6);
    expect(trafficExact({ density: 0.5, maxSpeed: 1, slowdown: 0.5 })).toBeCloseTo((1 - Math.SQRT1_2) / 2, 15);
  });

  it("is the flow of every state of a small ring, counted out, to 1e-10", () => {
    for (const [cells, cars, slowdown] of [
      [8, 3, 0.3],
      [9, 5, 0.7],
      [6, 1, 0.25],
      [7, 6, 0.5],
    ] as const) {
      const { flow } = stationary(cells, cars, 1, slowdown);
      expect(trafficExact({ cells, density: cars / cells, maxSpeed: 1, slowdown })).toBeCloseTo(flow, 10);
    }
  });

  it("comes from the ring as 1 / cells where the ring grows", () => {
    const at = { density: 0.4, maxSpeed: 1, slowdown: 0.3 };
    const excess = (cells: number) => cells * (trafficExact({ ...at, cells }) - trafficExact(at));
    expect(excess(10_000) / excess(1000)).toBeCloseTo(1, 2);
    expect(excess(100_000) / excess(1000)).toBeCloseTo(1, 2);
  });

  it("holds alike for cars and for holes at maxSpeed 1 (property)", () => {
    fc.assert(
      fc.property(share, share, (density, slowdown) => {
        const flow = (of: number) => trafficExact({ density: of, maxSpeed: 1, slowdown });
        expect(flow(density)).toBeCloseTo(flow(1 - density), 12);
        expect(flow(density)).toBeLessThanOrEqual(Math.min(density, 1 - density));
      }),
      { seed: 1 },
    );
  });

  it("agrees with itself where both formulas hold, and is 0 where every car slows down", () => {
    for (const density of [0, 0.2, 0.5, 0.9, 1]) {
      const flow = (slowdown: number) => trafficExact({ density, maxSpeed: 1, slowdown });
      expect(flow(1e-15)).toBeCloseTo(flow(0), 7);
      expect(flow(1)).toBe(0);
      expect(trafficExact({ density, maxSpeed: 1, slowdown: 0.2, cells: 10 })).toBeGreaterThanOrEqual(0);
    }
    expect(trafficExact({ density: 0.1, maxSpeed: 5, slowdown: 0 })).toBe(0.5);
    expect(trafficExact({ density: 1 / 6, maxSpeed: 5, slowdown: 0 })).toBeCloseTo(5 / 6, 15);
    expect(trafficExact({ density: 0.5, maxSpeed: 5, slowdown: 0, cells: 101 })).toBeCloseTo(50 / 101, 15);
  });

  it("refuses where no flow is known, rather than guess", () => {
    expect(() => trafficExact({ density: 0.2, maxSpeed: 5, slowdown: 0.25 })).toThrow(
      "trafficExact: maxSpeed 5 with slowdown 0.25, needs maxSpeed 1 or slowdown 0: no other flow is known exactly",
    );
    expect(() => trafficExact({ density: -0.1, maxSpeed: 1 })).toThrow(
      "trafficExact: density -0.1, needs a number from 0 to 1",
    );
    expect(() => trafficExact({ density: 0.1, maxSpeed: 1.5 })).toThrow("trafficExact: maxSpeed 1.5");
    expect(() => trafficExact({ density: 0.1, maxSpeed: 1, slowdown: 7 })).toThrow("trafficExact: slowdown 7");
    expect(() => trafficExact({ density: 0.1, maxSpeed: 1, cells: 0 })).toThrow("trafficExact: cells 0");
  });
});
