import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boids } from "../../../../lib/systems/index";
import { writable } from "../writable";

type Flock = ReturnType<typeof boids>;

/** One step by looking at every pair, rule by rule, as the docstring says it. */
function byTheBook(flock: Flock, box: number, w: { separation: number; alignment: number; cohesion: number }) {
  const [perception, tooNear, maxSpeed, minSpeed, maxForce] = [1, 0.4, 0.05, 0.025, 0.004];
  const image = (a: number): number => a - box * Math.round(a / box);
  return Array.from(flock.x, (_, i) => {
    const seen = Array.from(flock.x, (_, j) => ({
      j,
      dx: image((flock.x[j] as number) - (flock.x[i] as number)),
      dy: image((flock.y[j] as number) - (flock.y[i] as number)),
    })).filter(({ j, dx, dy }) => j !== i && dx * dx + dy * dy <= perception * perception);
    const sum = (value: (one: (typeof seen)[0]) => number): number =>
      seen.reduce((total, one) => total + value(one), 0);
    const away = (part: "dx" | "dy") =>
      sum((one) => {
        const square = one.dx ** 2 + one.dy ** 2;
        return square <= tooNear * tooNear ? -one[part] / square : 0;
      });
    const v = [flock.velocityX[i] as number, flock.velocityY[i] as number] as const;
    const wishes = [
      [w.separation, away("dx"), away("dy")],
      [w.alignment, sum(({ j }) => flock.velocityX[j] as number), sum(({ j }) => flock.velocityY[j] as number)],
      [w.cohesion, sum(({ dx }) => dx), sum(({ dy }) => dy)],
    ] as const;
    let [vx, vy]: [number, number] = [...v];
    for (const [weight, x, y] of wishes) {
      const length = Math.sqrt(x * x + y * y);
      if (seen.length === 0 || length < 1e-12) continue;
      const steer = [(maxSpeed * x) / length - v[0], (maxSpeed * y) / length - v[1]] as const;
      const shrink = Math.min(1, maxForce / Math.hypot(...steer));
      vx += weight * shrink * steer[0];
      vy += weight * shrink * steer[1];
    }
    const speed = Math.hypot(vx, vy);
    const scale = Math.min(maxSpeed, Math.max(minSpeed, speed)) / speed;
    return [vx * scale, vy * scale] as const;
  });
}

// fc.double from 0 on draws mostly tiny numbers.
const hundredths = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count / 100);

describe("boids", () => {
  it("does a step as looking at every pair does", () => {
    const shapes = fc.record({
      birds: fc.integer({ min: 1, max: 40 }),
      box: fc.double({ min: 0.8, max: 8, noNaN: true }),
      seed: fc.integer({ min: 1, max: 1e6 }),
      separation: hundredths(300),
      alignment: hundredths(300),
      cohesion: hundredths(300),
    });
    fc.assert(
      fc.property(shapes, ({ birds, box, seed, ...weights }) => {
        const flock = boids({ birds, box, seed, ...weights });
        flock.step(3);
        const wanted = byTheBook(flock, box, weights);
        flock.step();
        for (const [i, [vx, vy]] of wanted.entries()) {
          expect(Math.abs((flock.velocityX[i] as number) - vx)).toBeLessThan(1e-9);
          expect(Math.abs((flock.velocityY[i] as number) - vy)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });
  it("keeps every speed within its limits and every bird in the box", () => {
    const flock = boids({ birds: 120, box: 6, noise: 0.4, seed: 2 });
    flock.step(200);
    for (let i = 0; i < 120; i++) {
      const speed = Math.hypot(flock.velocityX[i] as number, flock.velocityY[i] as number);
      expect(speed).toBeGreaterThan(0.025 - 1e-12);
      expect(speed).toBeLessThan(0.05 + 1e-12);
      for (const place of [flock.x[i], flock.y[i]] as number[]) expect(place >= 0 && place < 6).toBe(true);
    }
  });
  it("aligns because of alignment, gathers because of cohesion, and keeps apart because of separation", () => {
    const alone = { birds: 60, box: 5, separation: 0, alignment: 0, cohesion: 0, seed: 4 };
    const run = (change: object): Flock => {
      const flock = boids({ ...alone, ...change });
      flock.step(600);
      return flock;
    };
    const none = run({});
    const start = boids(alone);
    // No rule: all fly on as they began.
    expect(none.polarization).toBeCloseTo(start.polarization, 9);
    expect(run({ alignment: 1 }).polarization).toBeGreaterThan(0.9);
    expect(run({ box: 12, cohesion: 1 }).groups).toBeLessThan(run({ box: 12 }).groups);
    const nearest = (flock: Flock): number => {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 60; i++) {
        for (let j = 0; j < i; j++) {
          const [dx, dy] = [
            (flock.x[i] as number) - (flock.x[j] as number),
            (flock.y[i] as number) - (flock.y[j] as number),
          ];
          least = Math.min(least, Math.hypot(dx, dy));
        }
      }
      return least;
    };
    expect(nearest(run({ alignment: 1, separation: 2 }))).toBeGreaterThan(2 * nearest(run({ alignment: 1 })));
  });
  it("counts groups: alone, two that see each other over the edge, all", () => {
    expect(boids({ birds: 1, box: 5, seed: 1 }).groups).toBe(1);
    const flock = boids({ birds: 3, box: 10, seed: 1 });
    writable(flock.x).set([0.1, 9.7, 5]);
    writable(flock.y).set([5, 5, 5]);
    expect(flock.groups).toBe(2);
    expect(boids({ birds: 30, box: 1, seed: 1 }).groups).toBe(1);
  });
  it("repeats itself for a seed", () => {
    const run = (seed: number): Flock => {
      const flock = boids({ birds: 40, box: 4, noise: 0.2, seed });
      flock.step(50);
      return flock;
    };
    expect(run(1).x).toEqual(run(1).x);
    expect(run(1).x).not.toEqual(run(2).x);
  });
  it("refuses what makes no flock, and says what it needs", () => {
    const bad: [object, string][] = [
      [{ birds: 0 }, "boids: birds 0"],
      [{ box: 0 }, "boids: box 0"],
      [{ tooNear: 2 }, "boids: tooNear 2, needs a number from 0 to perception, 1"],
      [{ minSpeed: 1 }, "boids: minSpeed 1, needs a number from 0 to maxSpeed, 0.05"],
      [{ maxForce: 0 }, "boids: maxForce 0"],
      [{ noise: 7 }, "boids: noise 7"],
      [{ cohesion: -1 }, "boids: cohesion -1"],
      [{ separation: Number.NaN }, "boids: separation NaN"],
      [{ seed: 0.5 }, "seed 0.5"],
    ];
    for (const [change, words] of bad) expect(() => boids({ birds: 5, box: 5, seed: 1, ...change })).toThrow(words);
    expect(() => boids({ birds: 5, box: 5, seed: 1 }).step(0.5)).toThrow("boids.step: count 0.5");
  });
});
