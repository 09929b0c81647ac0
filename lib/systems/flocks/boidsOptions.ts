import { type Kinds, requireNonNegative, requirePositive, requireWhole } from "../../core/require";

/** Options of a flock after Reynolds. Lengths are in units of the default of `perception`. */
export interface BoidsOptions {
  /** Number of birds, >= 1. */
  readonly birds: number;
  /** Side of the square box with periodic boundaries, > 0. */
  readonly box: number;
  /** Distance within which a bird sees others, > 0. Default: 1. */
  readonly perception?: number;
  /** Distance below which another bird is too near, 0 to `perception`. Default: 0.4. */
  readonly tooNear?: number;
  /** Weight of keeping away from birds that are too near, >= 0. Default: 1.5. */
  readonly separation?: number;
  /** Weight of matching the mean direction of the neighbors, >= 0. Default: 1. */
  readonly alignment?: number;
  /** Weight of flying to the center of the neighbors, >= 0. Default: 1. */
  readonly cohesion?: number;
  /** Largest distance moved per step, > 0. Default: 0.05. */
  readonly maxSpeed?: number;
  /** Smallest distance moved per step, 0 to `maxSpeed`. Default: half of `maxSpeed`. */
  readonly minSpeed?: number;
  /** Largest change of velocity per step that one rule may contribute, before weighting; > 0. Default: 0.004. */
  readonly maxForce?: number;
  /** Width of a uniform error in each new heading, in radians, 0 to 2 pi. Default: 0, as in Reynolds. */
  readonly noise?: number;
  /** Whole number from -2^31 to 2^31 - 1: initial positions and headings, and the noise. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const boidsKinds: Kinds<BoidsOptions> = {
  birds: "number",
  box: "number",
  perception: "number",
  tooNear: "number",
  separation: "number",
  alignment: "number",
  cohesion: "number",
  maxSpeed: "number",
  minSpeed: "number",
  maxForce: "number",
  noise: "number",
  seed: "number",
};

/** Options with defaults filled in. */
export interface FullBoidsOptions extends Required<Omit<BoidsOptions, "separation" | "alignment" | "cohesion">> {
  readonly weights: { readonly separation: number; readonly alignment: number; readonly cohesion: number };
}

/** Checks options and fills in defaults. */
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
    throw new RangeError(`boids: ${name} ${value}, needs a number from 0 to ${called}, ${most}`);
}
