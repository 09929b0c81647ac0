import { fireflies } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { writable } from "../writable";

describe("fireflies", () => {
  it("end in step for every seed where all see all, as Mirollo and Strogatz prove, and stay there", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const swarm = fireflies({ fireflies: 20, coupling: 0.05, seed });
      swarm.step(2000);
      expect(swarm.groups).toBe(1);
      swarm.step(100);
      expect(swarm.groups).toBe(1);
    }
  });

  it("never lose a group without coupling", () => {
    const swarm = fireflies({ fireflies: 20, coupling: 0, seed: 1 });
    swarm.step(2000);
    expect(swarm.groups).toBe(20);
    expect(swarm.time).toBeCloseTo(100, 9);
  });

  it("follow the return map of a pair: R = h(h(phase)), h(phase) = voltage^-1(coupling + voltage(1 - phase))", () => {
    const [b, coupling] = [3, 0.002];
    const voltage = (phase: number) => Math.log(1 + (Math.exp(b) - 1) * phase) / b;
    const phaseAt = (height: number) => (Math.exp(b * height) - 1) / (Math.exp(b) - 1);
    const h = (phase: number) => phaseAt(coupling + voltage(1 - phase));
    const pair = fireflies({ fireflies: 2, coupling, dissipation: b, interval: 1e-3, seed: 3 });
    // Phase of the second just after the first flashed, round by round.
    const rounds: number[] = [];
    while (rounds.length < 4) {
      pair.step();
      if (pair.flashed[0] === 1) rounds.push((pair.phases[1] as number) - (pair.phases[0] as number));
    }
    for (let i = 1; i < 4; i++) expect(rounds[i]).toBeCloseTo(h(h(rounds[i - 1] as number)), 9);
  });

  it("are lifted once by each of those who flash together", () => {
    const trio = fireflies({ fireflies: 3, coupling: 0.05, interval: 0.2, seed: 1 });
    writable(trio.phases).set([0.9, 0.9, 0.3]);
    trio.step();
    const voltage = (phase: number) => Math.log(1 + Math.expm1(3) * phase) / 3;
    // After 0.1 two flash, and 0.1 later the third is as far as two lifts made it.
    expect(voltage((trio.phases[2] as number) - 0.1)).toBeCloseTo(voltage(0.4) + 2 * 0.05, 12);
    expect([...trio.flashed]).toEqual([1, 1, 0]);
    expect(trio.groups).toBe(2);
  });

  it("do not depend on the length of a step", () => {
    const at = (interval: number) => {
      const swarm = fireflies({ fireflies: 9, coupling: 0.01, interval, seed: 4 });
      swarm.step(Math.round(3 / interval));
      return [...swarm.phases].map((phase) => Math.round(1e8 * phase));
    };
    expect(at(0.01)).toEqual(at(0.3));
  });

  it("see only four neighbors on a lattice: one flash lifts four", () => {
    const swarm = fireflies({ fireflies: 25, coupling: 1e-4, neighbors: "lattice", interval: 1e-4, seed: 2 });
    let before = [...swarm.phases];
    for (;;) {
      swarm.step();
      if (swarm.flashed.includes(1)) break;
      before = [...swarm.phases];
    }
    const who = swarm.flashed.indexOf(1);
    const lifted = [...swarm.phases].flatMap((phase, i) => (phase - (before[i] as number) > 1.01e-4 ? [i] : []));
    const [row, column] = [Math.floor(who / 5), who % 5];
    const expected = [
      [1, 0],
      [4, 0],
      [0, 1],
      [0, 4],
    ].map(([y = 0, x = 0]) => 5 * ((row + y) % 5) + ((column + x) % 5));
    expect(lifted.sort()).toEqual(expected.sort());
  });

  it("name what is wrong with their input", () => {
    expect(() => fireflies({ fireflies: 1, seed: 1 })).toThrow("fireflies: fireflies 1, needs a whole number from 2");
    expect(() => fireflies({ fireflies: 10, neighbors: "lattice", seed: 1 })).toThrow(
      "fireflies: 10 on a lattice, needs a square number from 9",
    );
    expect(() => fireflies({ fireflies: 9, dissipation: 0, seed: 1 })).toThrow("fireflies: dissipation 0");
    expect(() => fireflies({ fireflies: 9, coupling: -1, seed: 1 })).toThrow("fireflies: coupling -1");
    expect(() => fireflies({ fireflies: 9, neighbors: "few" as "all", seed: 1 })).toThrow(
      'neighbors "few", needs one of all, lattice',
    );
  });
});
