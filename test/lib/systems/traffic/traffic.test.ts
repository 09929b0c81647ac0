import { type Traffic, type TrafficOptions, traffic } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sureStep } from "./chain";

const starts = fc.constantFrom("random" as const, "even" as const, "jam" as const);
const roads = fc.record({
  cells: fc.integer({ min: 1, max: 120 }),
  density: fc.double({ min: 0.01, max: 1, noNaN: true }),
  maxSpeed: fc.integer({ min: 1, max: 7 }),
  slowdown: fc.constantFrom(0, 0.1, 0.5, 1),
  startSlowdown: fc.constantFrom(0, 0.3, 1),
  start: starts,
  seed: fc.integer(),
});
const made = (options: TrafficOptions): Traffic => {
  fc.pre(Math.round(options.density * (options.cells ?? 1000)) >= 1);
  return traffic(options);
};

describe("traffic", () => {
  it("loses no car, puts no two into a cell, lets none pass another, keeps the speed limit (property)", () => {
    fc.assert(
      fc.property(roads, (options) => {
        const road = made(options);
        const { cells, cars, positions, speeds } = road;
        for (let step = 0; step < 30; step++) {
          const before = [...positions];
          road.step();
          expect(road.road.filter((v) => v >= 0).length).toBe(cars);
          // Headways around the ring add up to one round: the order has not changed.
          const headways = before.map((_, car) => {
            const ahead = positions[(car + 1) % cars] as number;
            return ((ahead - (positions[car] as number) + cells - 1) % cells) + 1;
          });
          expect(headways.reduce((sum, h) => sum + h, 0)).toBe(cells);
          for (const [car, was] of before.entries()) {
            const speed = speeds[car] as number;
            expect(speed >= 0 && speed <= options.maxSpeed).toBe(true);
            expect((was + speed) % cells).toBe(positions[car]);
          }
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("does step by step what the rules say, where slowdowns are never or sure (property)", () => {
    const sure = fc.constantFrom(0 as const, 1 as const);
    fc.assert(
      fc.property(roads, sure, sure, (options, slowdown, startSlowdown) => {
        const road = made({ ...options, slowdown, startSlowdown });
        for (let step = 0; step < 30; step++) {
          const wanted = sureStep([...road.road], options.maxSpeed, slowdown, startSlowdown);
          road.step();
          expect([...road.road]).toEqual(wanted);
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it("gives each car slowdowns of its own: one lone car a lane slows in a share p of steps, each word of 32 alike", () => {
    // Far apart and at the limit, a car moves 2 or 1: the share of 1s is p, for car 0 as for car 69 (the third word).
    const road = traffic({ cells: 7000, density: 0.01, maxSpeed: 2, slowdown: 0.3, start: "even", seed: 5 });
    const steps = 4000;
    const slow = new Float64Array(road.cars);
    const both = new Float64Array(road.cars);
    for (let step = 0; step < steps; step++) {
      road.step();
      for (let car = 0; car < road.cars; car++) {
        const one = road.speeds[car] === 1 ? 1 : 0;
        const other = road.speeds[(car + 1) % road.cars] === 1 ? 1 : 0;
        slow[car] = (slow[car] as number) + one / steps;
        both[car] = (both[car] as number) + (one * other) / steps;
      }
    }
    const errors = (p: number) => Math.sqrt((p * (1 - p)) / steps);
    for (const share of slow) expect(Math.abs(share - 0.3)).toBeLessThan(4 * errors(0.3));
    for (const share of both) expect(Math.abs(share - 0.09)).toBeLessThan(4 * errors(0.09));
  });

  it("repeats itself with the same seed, whatever the number of steps in a call, and differs with another", () => {
    const options = { cells: 200, density: 0.3, seed: 3 };
    const [one, two, other] = [traffic(options), traffic(options), traffic({ ...options, seed: 4 })];
    one.step(50);
    for (let step = 0; step < 50; step++) two.step();
    other.step(50);
    expect([...two.road]).toEqual([...one.road]);
    expect(two.time).toBe(50);
    expect([...other.road]).not.toEqual([...one.road]);
  });

  it("starts as told: at random, evenly at speed, or in one queue that stands", () => {
    const start = (kind: "random" | "even" | "jam") =>
      [...traffic({ cells: 12, density: 0.25, start: kind, seed: 1 }).road].join(" ");
    expect(start("even")).toBe("3 -1 -1 -1 3 -1 -1 -1 3 -1 -1 -1");
    expect(start("jam")).toBe("0 0 0 -1 -1 -1 -1 -1 -1 -1 -1 -1");
    const first = (run: number) => [...traffic({ cells: 5, density: 0.4, seed: run }).positions].join();
    const seen = new Map<string, number>();
    for (let run = 0; run < 4000; run++) seen.set(first(run), (seen.get(first(run)) ?? 0) + 1);
    expect(seen.size).toBe(10);
    for (const count of seen.values()) expect(Math.abs(count - 400)).toBeLessThan(4 * Math.sqrt(360));
  });

  it("shows flow, mean speed and share of standing cars of the last step, and fills a full road", () => {
    const road = traffic({ cells: 4, density: 0.5, slowdown: 0, start: "jam", seed: 1 });
    road.step();
    expect([...road.road]).toEqual([0, -1, 1, -1]);
    expect([road.flow, road.meanSpeed, road.jammedShare]).toEqual([1 / 4, 1 / 2, 1 / 2]);
    const full = traffic({ cells: 9, density: 1, seed: 1 });
    full.step(10);
    expect([full.flow, full.jammedShare]).toEqual([0, 1]);
    const alone = traffic({ cells: 10, density: 0.1, maxSpeed: 20, slowdown: 0, seed: 1 });
    alone.step(30);
    expect(alone.meanSpeed).toBe(9); // its own tail is the car ahead
  });

  it("lets one braked car make a jam that stays where starts are slow, and one that goes where they are not", () => {
    const even = { cells: 1000, density: 0.12, slowdown: 0, start: "even" as const, seed: 1 };
    const drive = (startSlowdown: number, brake: boolean) => {
      const road = traffic({ ...even, startSlowdown });
      road.step(100);
      for (let held = 0; brake && held < 10; held++) {
        road.brake(7);
        road.step();
      }
      road.step(5000);
      return road;
    };
    expect(drive(0.5, false).meanSpeed).toBe(5);
    expect(drive(0, true).meanSpeed).toBe(5);
    const jam = drive(0.5, true);
    // Cars leave the queue one in 1 / (1 - q) steps, q the chance to hesitate: flow (1 - q) (1 - density) = .44 against 5 * .12 = .6 without the jam.
    let moved = 0;
    for (let step = 0; step < 20_000; step++) {
      jam.step();
      moved += jam.flow / 20_000;
    }
    expect(moved).toBeGreaterThan(0.43);
    expect(moved).toBeLessThan(0.45);
  });

  it("refuses what is no road", () => {
    const bad = (options: Partial<TrafficOptions>) => () => traffic({ density: 0.1, seed: 1, ...options });
    expect(bad({ cells: 0 })).toThrow("traffic: cells 0, needs a whole number from 1");
    expect(bad({ density: 1.1 })).toThrow("traffic: density 1.1, needs a number from 0 to 1");
    expect(bad({ density: Number.NaN })).toThrow(RangeError);
    expect(bad({ cells: 10, density: 0.04 })).toThrow(
      "traffic: density 0.04 of 10 cells leaves 0 cars, needs at least 1",
    );
    expect(bad({ maxSpeed: 0 })).toThrow("traffic: maxSpeed 0, needs a whole number from 1");
    expect(bad({ maxSpeed: 128 })).toThrow("traffic: maxSpeed 128, needs a whole number from 1 to 127");
    expect(bad({ slowdown: -0.1 })).toThrow("traffic: slowdown -0.1, needs a number from 0 to 1");
    expect(bad({ startSlowdown: 2 })).toThrow("traffic: startSlowdown 2, needs a number from 0 to 1");
    expect(bad({ start: "odd" as "even" })).toThrow('traffic: start "odd", needs one of random, even, jam');
    expect(bad({ seed: 0.5 })).toThrow("traffic: seed 0.5");
    expect(() => traffic({ density: 0.1, seed: 1 }).step(-1)).toThrow("traffic: step count -1");
    expect(() => traffic({ cells: 10, density: 0.1, seed: 1 }).brake(1)).toThrow(
      "traffic: car 1, needs a whole number from 0 to 0",
    );
  });
});
