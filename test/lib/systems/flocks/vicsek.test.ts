import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../../../../lib/stats/index";
import { vicsek } from "../../../../lib/systems/index";
import numpyStep from "../../../fixtures/systems/vicsek.json";

interface Given {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly heading: readonly number[];
}

/** Mean headings by looking at every pair, at the nearest image; and how many neighbors each bird has. */
function everyPair({ x, y, heading }: Given, box: number, radius: number) {
  const near = (i: number, j: number): boolean => {
    const way = (a: number): number => a - box * Math.round(a / box);
    return Math.hypot(way((x[j] as number) - (x[i] as number)), way((y[j] as number) - (y[i] as number))) <= radius;
  };
  return x.map((_, i) => {
    const flock = heading.filter((_, j) => near(i, j));
    const c = flock.reduce((sum, angle) => sum + Math.cos(angle), 0);
    const s = flock.reduce((sum, angle) => sum + Math.sin(angle), 0);
    return { neighbors: flock.length, c, s };
  });
}
const flockOf = (birds: number, box: number, seed: number): Given => {
  const { uniform } = random(seed);
  const draw = (scale: number): number[] => Array.from({ length: birds }, () => scale * uniform());
  return { x: draw(box), y: draw(box), heading: draw(2 * Math.PI) };
};
const apart = (a: number, b: number): number => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));

describe("vicsek", () => {
  it("takes the mean heading over the same neighbors as looking at every pair does, in any box", () => {
    const shapes = fc.record({
      birds: fc.integer({ min: 1, max: 60 }),
      box: fc.double({ min: 0.5, max: 9, noNaN: true }),
      seed: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(shapes, ({ birds, box, seed }) => {
        const start = flockOf(birds, box, seed);
        const flock = vicsek({ birds, box, noise: 0, start, seed: 1 });
        flock.step();
        for (const [i, { c, s }] of everyPair(start, box, 1).entries()) {
          if (Math.hypot(c, s) < 1e-6) continue;
          expect(apart(flock.heading[i] as number, Math.atan2(s, c))).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
  it("agrees with numpy over one step of each kind (test/fixtures/systems/vicsek_values.py)", () => {
    const { box, speed, start, backward, forward } = numpyStep;
    for (const [update, wanted] of Object.entries({ backward, forward })) {
      const flock = vicsek({
        birds: start.x.length,
        box,
        speed,
        noise: 0,
        update: update as "backward" | "forward",
        start,
        seed: 1,
      });
      flock.step();
      for (const name of ["x", "y"] as const) {
        flock[name].forEach((value, i) => {
          expect(Math.abs(value - (wanted[name][i] as number))).toBeLessThan(1e-12);
        });
      }
      flock.heading.forEach((value, i) => {
        expect(apart(value, wanted.heading[i] as number)).toBeLessThan(1e-12);
      });
    }
  });
  it("turns by an error that is uniform over the width of the noise (Kolmogorov's distance)", () => {
    const start = flockOf(1500, 18, 3);
    const noise = 1.3;
    const flock = vicsek({ birds: 1500, box: 18, noise, start, seed: 2 });
    flock.step();
    const errors = everyPair(start, 18, 1)
      .map(({ c, s }, i) => {
        const by = (flock.heading[i] as number) - Math.atan2(s, c);
        return Math.atan2(Math.sin(by), Math.cos(by)) / noise + 0.5;
      })
      .sort((a, b) => a - b);
    expect(errors[0]).toBeGreaterThanOrEqual(-1e-9);
    expect(errors.at(-1)).toBeLessThanOrEqual(1 + 1e-9);
    const distance = Math.max(...errors.map((u, i) => Math.abs(u - (i + 0.5) / 1500)));
    expect(distance).toBeLessThan(1.95 / Math.sqrt(1500)); // 1 in 1000
  });
  it("adds a vector of length noise times neighbors where noise is vectorial", () => {
    const drawn = flockOf(500, 10, 4);
    const start = { ...drawn, heading: drawn.heading.map((angle) => angle / 3) };
    const noise = 0.7;
    const flock = vicsek({ birds: 500, box: 10, noise, noiseKind: "vectorial", start, seed: 2 });
    flock.step();
    // The new heading can lie no further from the mean one than a vector of that length can turn it.
    const turns = everyPair(start, 10, 1).map(({ c, s, neighbors }, i) => {
      const [length, error] = [Math.hypot(c, s), noise * neighbors];
      const most = error >= length ? Math.PI : Math.asin(error / length);
      return { by: apart(flock.heading[i] as number, Math.atan2(s, c)), most, bound: error < length };
    });
    const alone = vicsek({ birds: 300, box: 1e4, noise: 0.5, noiseKind: "vectorial", start: "aligned", seed: 1 });
    const [before] = alone.heading;
    alone.step();
    const widest = Math.max(...alone.heading.map((angle) => apart(angle, before as number)));
    expect(widest).toBeLessThan(Math.asin(0.5) + 1e-9);
    expect(widest).toBeGreaterThan(0.99 * Math.asin(0.5));
    for (const { by, most } of turns) expect(by).toBeLessThanOrEqual(most + 1e-9);
    const bound = turns.filter((turn) => turn.bound);
    expect(bound.length).toBeGreaterThan(5);
    expect(Math.max(...bound.map(({ by, most }) => by / most))).toBeGreaterThan(0.9);
  });
  it("does not mind where the box begins, which way is east, or who is who", () => {
    const box = 7;
    const start = flockOf(120, box, 9);
    const stepped = (given: Given) => {
      const flock = vicsek({ birds: 120, box, noise: 0, speed: 0.5, start: given, seed: 1 });
      flock.step();
      return flock;
    };
    const plain = stepped(start);
    const moved = stepped({ ...start, x: start.x.map((x) => (x + 3.3) % box) });
    const turned = stepped({
      x: start.y.map((y) => (box - y) % box),
      y: start.x,
      heading: start.heading.map((angle) => angle + Math.PI / 2),
    });
    const order = random(1).shuffle(start.x.map((_, i) => i));
    const pick = (values: readonly number[]): number[] => order.map((i) => values[i] as number);
    const renamed = stepped({ x: pick(start.x), y: pick(start.y), heading: pick(start.heading) });
    for (let i = 0; i < 120; i++) {
      expect(apart(moved.heading[i] as number, plain.heading[i] as number)).toBeLessThan(1e-9);
      expect(apart(turned.heading[i] as number, (plain.heading[i] as number) + Math.PI / 2)).toBeLessThan(1e-9);
      expect(apart(renamed.heading[i] as number, plain.heading[order[i] as number] as number)).toBeLessThan(1e-9);
      expect(
        apart((2 * Math.PI * (moved.x[i] as number)) / box, (2 * Math.PI * ((plain.x[i] as number) + 3.3)) / box),
      ).toBeLessThan(1e-9);
    }
  });
  it("keeps a bird's heading where the headings around it cancel out", () => {
    const start = { x: [1, 1.5], y: [1, 1], heading: [0, Math.PI] };
    const flock = vicsek({ birds: 2, box: 5, noise: 0, start, seed: 1 });
    flock.step(3);
    expect(flock.heading[0]).toBeCloseTo(0, 12);
    expect(Math.abs(flock.heading[1] as number)).toBeCloseTo(Math.PI, 12);
    expect(flock.time).toBe(3);
  });
  it("gives the same flock for the same seed, however its steps are counted, and stays in its box", () => {
    const options = { birds: 300, density: 2, speed: 0.9, noise: 2, seed: 5 };
    const [a, b, other] = [vicsek(options), vicsek(options), vicsek({ ...options, seed: 6 })];
    a.step(50);
    for (let t = 0; t < 50; t++) b.step();
    other.step(50);
    expect(a.x).toEqual(b.x);
    expect(a.heading).toEqual(b.heading);
    expect(other.x).not.toEqual(a.x);
    for (const value of [...a.x, ...a.y]) expect(value >= 0 && value < a.box).toBe(true);
  });
  it("refuses what makes no flock, and says what it needs", () => {
    const good = { birds: 10, box: 3, noise: 1, seed: 1 };
    const bad: [object, string][] = [
      [{ birds: 0 }, "vicsek: birds 0"],
      [{ birds: 1.5 }, "vicsek: birds 1.5"],
      [{ box: -1 }, "vicsek: box -1"],
      [{ density: 4 }, "vicsek: box 3 and density 4, needs one of the two"],
      [{ box: undefined }, "needs one of the two"],
      [{ noise: 7 }, "vicsek: angular noise 7, needs a width from 0 to 2 pi"],
      [{ noise: Number.NaN }, "vicsek: noise NaN"],
      [{ noise: 1.1, noiseKind: "vectorial" }, "vicsek: vectorial noise 1.1"],
      [{ noiseKind: "loud" }, 'vicsek: noiseKind "loud", needs one of angular, vectorial'],
      [{ update: "sideways" }, 'vicsek: update "sideways"'],
      [{ start: "there" }, 'vicsek: start "there"'],
      [{ start: flockOf(9, 3, 1) }, "vicsek: 9 values of start.x, needs one per bird, 10"],
      [{ start: { ...flockOf(10, 3, 1), x: Array(10).fill(3) } }, "vicsek: start.x 3 of bird 0"],
      [{ speed: -1 }, "vicsek: speed -1"],
      [{ radius: 0 }, "vicsek: radius 0"],
      [{ seed: 0.5 }, "seed 0.5"],
    ];
    for (const [change, words] of bad) expect(() => vicsek({ ...good, ...change } as typeof good)).toThrow(words);
    expect(() => vicsek(good).step(-1)).toThrow("vicsek.step: count -1");
  });
});
