import { ising, type ReversalRunOptions, reversalRun, switchingTimes } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

/** The Markov chain of all 2^N states of a torus: bit i of a state is 1 where spin i is up, and each state has a weight. */
function chain(size: number, temperature: number) {
  const states = 2 ** (size * size);
  const sites = Array.from({ length: size * size }, (_, site) => site);
  const wrapped = (x: number, y: number) => ((y + size) % size) * size + ((x + size) % size);
  const spin = (state: number, site: number) => ((state >> site) & 1 ? 1 : -1);
  const m = (state: number) => sites.reduce((sum, site) => sum + spin(state, site), 0) / sites.length;
  const flips = sites.map((site) => {
    const [x, y] = [site % size, Math.floor(site / size)];
    const around = [wrapped(x + 1, y), wrapped(x - 1, y), wrapped(x, y + 1), wrapped(x, y - 1)];
    return Float64Array.from({ length: states }, (_, state) => {
      const cost = 2 * spin(state, site) * around.reduce((sum, i) => sum + spin(state, i), 0);
      return Math.min(1, Math.exp(-cost / temperature));
    });
  });

  /** Weights after a try at one spin, which is left out with chance 1 - `tried`. */
  function attempt(weights: Float64Array, site: number, tried = 1): Float64Array {
    const moved = weights.slice();
    const flip = flips[site] as Float64Array;
    for (let state = 0; state < states; state++) {
      const flow = tried * (flip[state] as number) * (weights[state] as number);
      moved[state] = (moved[state] as number) - flow;
      moved[state ^ (1 << site)] = (moved[state ^ (1 << site)] as number) + flow;
    }
    return moved;
  }

  function mean(all: readonly Float64Array[]): Float64Array {
    const total = new Float64Array(states);
    for (const one of all) for (let i = 0; i < states; i++) total[i] = (total[i] as number) + (one[i] as number);
    return total.map((value) => value / all.length);
  }

  const sweeps = {
    /** As many tries as spins, at sites drawn at random. */
    plain: (weights: Float64Array) => sites.reduce((now) => mean(sites.map((site) => attempt(now, site))), weights),
    /** Each spin once, color by color of the checkerboard; in one row, drawn for each color, spins sit out with chance 1/2. */
    packed: (weights: Float64Array) =>
      [0, 1].reduce((now, color) => {
        const own = sites.filter((site) => ((site % size) + Math.floor(site / size)) % 2 === color);
        const row = (site: number) => Math.floor(site / size);
        const withIdle = (idle: number) => own.reduce((w, site) => attempt(w, site, row(site) === idle ? 0.5 : 1), now);
        return mean(Array.from({ length: size }, (_, idle) => withIdle(idle)));
      }, weights),
  };
  return { states, m, sweeps };
}

type System = { size: number; temperature: number; sweeps: number; layout: "plain" | "packed" };

/** Expected number of reversals in each sweep of a lattice that starts all up: by its state and the side it was last on. */
function expected({ size, temperature, sweeps, layout }: System, threshold = 0.45): number[] {
  const { states, m, sweeps: ways } = chain(size, temperature);
  const sides = Int8Array.from({ length: states }, (_, state) =>
    Math.abs(m(state)) < threshold ? 0 : Math.sign(m(state)),
  );
  const none = () => new Map([-1, 0, 1].map((side) => [side, new Float64Array(states)]));
  let bySide = none();
  bySide.get(0)?.fill(1, states - 1);
  return Array.from({ length: sweeps }, () => {
    const next = none();
    let reversed = 0;
    for (const [side, weights] of bySide) {
      if (weights.every((weight) => weight === 0)) continue;
      ways[layout](weights).forEach((weight, state) => {
        const now = sides[state] || side;
        if (now * side < 0) reversed += weight;
        const all = next.get(now) as Float64Array;
        all[state] = (all[state] as number) + weight;
      });
    }
    bySide = next;
    return reversed;
  });
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Runs of many seeds. */
const runs = (count: number, options: Omit<ReversalRunOptions, "seed">) =>
  Array.from({ length: count }, (_, seed) => reversalRun({ ...options, seed }));

describe("reversalRun", () => {
  it.each<System & { count: number }>([
    { size: 2, temperature: 3, sweeps: 300, layout: "plain", count: 200 },
    { size: 3, temperature: 2.5, sweeps: 200, layout: "plain", count: 300 },
    { size: 4, temperature: 3, sweeps: 25, layout: "packed", count: 3000 },
  ])("counts what the chain of all states of size $size expects, within 4 standard errors", ({ count, ...system }) => {
    const theory = sum(expected(system));
    const counts = runs(count, system).map((run) => run.count);
    const average = sum(counts) / count;
    const error = Math.sqrt(sum(counts.map((n) => (n - average) ** 2)) / (count - 1) / count);
    expect(error / theory).toBeLessThan(0.03);
    expect(Math.abs(average - theory) / error).toBeLessThan(4);
  });

  it("states an error as large as the scatter where reversals are rare", { tags: ["slow"] }, () => {
    const system: System = { size: 3, temperature: 1.8, sweeps: 20_000, layout: "plain" };
    // Far from the start the rate is that of the stationary chain.
    const rate = expected({ ...system, sweeps: 200 }).at(-1) as number;
    expect(rate).toBeLessThan(0.01);
    const off = runs(200, { ...system, warmup: 200 }).map(
      ({ meanTime, logError }) => Math.log(meanTime * rate) / logError,
    );
    // The mean of 200 squares has a standard deviation of sqrt(2 / 200).
    const squares = sum(off.map((z) => z * z)) / off.length;
    expect(Math.abs(squares - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
  });

  it("is the count over the lattice's own magnetizations", () => {
    const magnet = ising({ size: 4, temperature: 2, seed: 8, start: "random" });
    magnet.sweep(7);
    const m = Array.from({ length: 5000 }, () => {
      magnet.sweep();
      return magnet.magnetization;
    });
    const run = reversalRun({
      size: 4,
      temperature: 2,
      seed: 8,
      start: "random",
      warmup: 7,
      sweeps: 5000,
      threshold: 0.6,
    });
    expect(run).toEqual(switchingTimes(m, { threshold: 0.6 }));
    expect(run.count).toBeGreaterThan(0);
  });

  it.each([
    [{ sweeps: 1 }, "reversalRun: sweeps 1, needs a whole number from 2"],
    [{ warmup: -1 }, "reversalRun: warmup -1, needs a whole number from 0"],
    [{ threshold: 0 }, "reversalRun: threshold 0, needs a finite number above 0"],
    [{ size: 1 }, "reversalRun: size 1, needs a whole number from 2"],
    [{ temperature: 0 }, "reversalRun: temperature 0, needs a finite number above 0"],
  ])("refuses %j", (wrong, message) => {
    expect(() => reversalRun({ size: 4, temperature: 2, seed: 1, ...wrong })).toThrow(message);
  });
});
