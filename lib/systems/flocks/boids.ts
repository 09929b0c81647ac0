import type { ReadonlyTyped } from "../../core/numbers";
import { optionsOf, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { type BoidsOptions, boidsKinds, boidsOptions } from "./boidsOptions";
import { cells } from "./cells";
import { inside } from "./inside";
import { pairs } from "./pairs";

/** A flock. The arrays are live: they change with each step. */
export interface Boids {
  readonly birds: number;
  readonly box: number;
  /** Positions, from 0 to the side of the box, one entry per bird. */
  readonly x: ReadonlyTyped<Float64Array>;
  readonly y: ReadonlyTyped<Float64Array>;
  /** Velocities: displacement per step. */
  readonly velocityX: ReadonlyTyped<Float64Array>;
  readonly velocityY: ReadonlyTyped<Float64Array>;
  /** Length of the mean of all headings as unit vectors: 1 if all fly in the same direction. */
  readonly polarization: number;
  /** Number of groups: two birds are in the same group if a chain of birds that see each other connects them. */
  readonly groups: number;
  /** Makes `count` steps (default 1). */
  step(count?: number): void;
}

/**
 * A flock that follows three rules. Each asks a bird to fly at top speed in one direction: away from birds that are too near (the nearer the stronger),
 * in the mean direction of its neighbors, and to their center.
 *
 *     v' = v + sum_rules weight limit(maxSpeed e_rule - v, maxForce),   then minSpeed <= |v'| <= maxSpeed,   place' = place + v'
 *
 * e_rule is that direction as a unit vector; a bird without neighbors flies on. All birds move at once, in a box with periodic boundaries.
 *
 * @param options see BoidsOptions
 * @throws RangeError for an option outside its range
 * @example
 * import { boids } from "@emergence/lib/systems";
 * const flock = boids({ birds: 50, box: 5, seed: 1 });
 * flock.step(1000);
 * flock.polarization > 0.7; // => true
 *
 * Source: Reynolds 1987, Computer Graphics 21, 25-34; steering as in Reynolds 1999, Game Developers Conference.
 */
export function boids(options: BoidsOptions): Boids {
  optionsOf("boids", options, boidsKinds);
  const { birds, box, perception, tooNear, weights, maxSpeed, minSpeed, maxForce, noise, seed } = boidsOptions(options);
  const { uniform } = random(seed, "boids");
  const grid = cells(birds, box, perception);
  const [x, y, velocityX, velocityY, seen, awayX, awayY, alongX, alongY, middleX, middleY] = Array.from(
    { length: 11 },
    () => new Float64Array(birds),
  ) as unknown as Columns;
  const sums = [seen, awayX, awayY, alongX, alongY, middleX, middleY];
  for (let i = 0; i < birds; i++) {
    const heading = 2 * Math.PI * uniform();
    x[i] = box * uniform();
    y[i] = box * uniform();
    velocityX[i] = maxSpeed * Math.cos(heading);
    velocityY[i] = maxSpeed * Math.sin(heading);
  }

  const add = (to: Float64Array, i: number, value: number): void => {
    to[i] = (to[i] as number) + value;
  };
  function look(i: number, j: number, dx: number, dy: number, square: number): void {
    add(seen, i, 1);
    add(seen, j, 1);
    add(alongX, i, velocityX[j] as number);
    add(alongX, j, velocityX[i] as number);
    add(alongY, i, velocityY[j] as number);
    add(alongY, j, velocityY[i] as number);
    add(middleX, i, dx);
    add(middleX, j, -dx);
    add(middleY, i, dy);
    add(middleY, j, -dy);
    if (square === 0 || square > tooNear * tooNear) return;
    add(awayX, i, -dx / square);
    add(awayX, j, dx / square);
    add(awayY, i, -dy / square);
    add(awayY, j, dy / square);
  }

  /** Contribution of one rule to a bird's velocity; nothing if the rule asks for no direction. */
  const change = { x: 0, y: 0 };
  function wish(i: number, weight: number, wishX: number, wishY: number): void {
    const length = Math.hypot(wishX, wishY);
    if (length < 1e-12) return;
    const steerX = (maxSpeed * wishX) / length - (velocityX[i] as number);
    const steerY = (maxSpeed * wishY) / length - (velocityY[i] as number);
    const limit = Math.min(1, maxForce / Math.hypot(steerX, steerY));
    change.x += weight * limit * steerX;
    change.y += weight * limit * steerY;
  }

  function once(): void {
    for (const sum of sums) sum.fill(0);
    pairs(x, y, grid, box, perception, look);
    for (let i = 0; i < birds; i++) {
      change.x = 0;
      change.y = 0;
      if ((seen[i] as number) > 0) {
        wish(i, weights.separation, awayX[i] as number, awayY[i] as number);
        wish(i, weights.alignment, alongX[i] as number, alongY[i] as number);
        wish(i, weights.cohesion, middleX[i] as number, middleY[i] as number);
      }
      const vx = (velocityX[i] as number) + change.x;
      const vy = (velocityY[i] as number) + change.y;
      const speed = Math.min(maxSpeed, Math.max(minSpeed, Math.hypot(vx, vy)));
      const heading = Math.atan2(vy, vx) + (noise > 0 ? noise * (uniform() - 0.5) : 0);
      velocityX[i] = speed * Math.cos(heading);
      velocityY[i] = speed * Math.sin(heading);
    }
    // Only now: all birds look before any moves.
    for (let i = 0; i < birds; i++) {
      x[i] = inside((x[i] as number) + (velocityX[i] as number), box);
      y[i] = inside((y[i] as number) + (velocityY[i] as number), box);
    }
  }

  return {
    birds,
    box,
    x,
    y,
    velocityX,
    velocityY,
    get polarization() {
      let c = 0;
      let s = 0;
      for (let i = 0; i < birds; i++) {
        const speed = Math.hypot(velocityX[i] as number, velocityY[i] as number);
        if (speed === 0) continue;
        c += (velocityX[i] as number) / speed;
        s += (velocityY[i] as number) / speed;
      }
      return Math.hypot(c, s) / birds;
    },
    get groups() {
      const parent = Int32Array.from({ length: birds }, (_, i) => i);
      const root = (i: number): number => {
        let at = i;
        while (parent[at] !== at) {
          parent[at] = parent[parent[at] as number] as number;
          at = parent[at] as number;
        }
        return at;
      };
      let left = birds;
      pairs(x, y, grid, box, perception, (i, j) => {
        const [a, b] = [root(i), root(j)];
        if (a === b) return;
        parent[a] = b;
        left--;
      });
      return left;
    },
    step(count = 1) {
      requireWhole("boids.step", "count", count, 0);
      for (let step = 0; step < count; step++) once();
    },
  };
}

type F = Float64Array;
type Columns = readonly [F, F, F, F, F, F, F, F, F, F, F];
