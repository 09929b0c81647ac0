import { requireNonNegative, requirePositive, requireWhole } from "../../core/require";

/** What a flock after Reynolds is told. Lengths in units of `perception`'s default. */
export interface BoidsOptions {
  /** Whole number from 1. */
  readonly birds: number;
  /** Side of the square box, whose opposite edges are one; above 0. */
  readonly box: number;
  /** How far a bird sees, above 0. Default: 1. */
  readonly perception?: number;
  /** How near is too near: from 0 to `perception`. Default: 0.4. */
  readonly tooNear?: number;
  /** Weight of keeping away from those too near, from 0. Default: 1.5. */
  readonly separation?: number;
  /** Weight of flying as the neighbors do, from 0. Default: 1. */
  readonly alignment?: number;
  /** Weight of flying to the neighbors' middle, from 0. Default: 1. */
  readonly cohesion?: number;
  /** Way a step at most, above 0. Default: 0.05. */
  readonly maxSpeed?: number;
  /** Way a step at least, from 0 to `maxSpeed`. Default: half of `maxSpeed`. */
  readonly minSpeed?: number;
  /** Change of velocity a step at most that one rule may ask for, before its weight; above 0. Default: 0.004. */
  readonly maxForce?: number;
  /** Width in radians of a uniform error in each new heading, 0 to 2 pi. Default: 0, the flock of Reynolds. */
  readonly noise?: number;
  /** Whole number from -2^31 to 2^31 - 1: places and headings at the start, and the noise. */
  readonly seed: number;
}

/** Options with everything filled in. */
export interface FullBoidsOptions extends Required<Omit<BoidsOptions, "separation" | "alignment" | "cohesion">> {
  readonly weights: { readonly separation: number; readonly alignment: number; readonly cohesion: number };
}

/** Checks the options and fills in defaults. */
export function boidsOptions(options: BoidsOptions): FullBoidsOptions {
  const { birds, box, perception = 1, maxSpeed = 0.05, maxForce = 0.004, noise = 0, seed } = options;
  const { tooNear = Math.min(0.4, perception), minSpeed = maxSpeed / 2 } = options;
  const weights = {
    separation: options.separation ?? 1.5,
    alignment: options.alignment ?? 1,
    cohesion: options.cohesion ?? 1,
  };
  requireWhole("boids", "birds", birds);
  for (const [name, value] of Object.entries({ box, perception, maxSpeed, maxForce }))
    requirePositive("boids", name, value);
  for (const [name, value] of Object.entries(weights)) requireNonNegative("boids", name, value);
  requireUpTo("tooNear", tooNear, perception, "perception");
  requireUpTo("minSpeed", minSpeed, maxSpeed, "maxSpeed");
  requireUpTo("noise", noise, 2 * Math.PI, "2 pi");
  return { birds, box, perception, tooNear, weights, maxSpeed, minSpeed, maxForce, noise, seed };
}

function requireUpTo(name: string, value: number, most: number, called: string): void {
  if (!(value >= 0 && value <= most))
    throw new RangeError(`boids: ${name} ${value}, needs one from 0 to ${called}, ${most}`);
}
