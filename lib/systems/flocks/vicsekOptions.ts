import {
  type Kinds,
  partsOf,
  requireList,
  requireNonNegative,
  requireOneOf,
  requirePositive,
  requireProportion,
  requireWhole,
} from "../../core/require";
import { shown } from "../../core/shown";

/** Positions and headings, one entry per bird. */
export interface Birds {
  /** From 0 to below the side of the box. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Radians. */
  readonly heading: ArrayLike<number>;
}

/** Options of a flock after Vicsek. Lengths are in any unit; Vicsek's is the radius. */
export interface VicsekOptions {
  /** N, number of birds, >= 1. */
  readonly birds: number;
  /** L, side of the square box with periodic boundaries. Give this or `density`. */
  readonly box?: number;
  /** Birds per unit of area, N / L^2. Give this or `box`. */
  readonly density?: number;
  /** Distance within which a bird sees others, > 0. Default: 1. */
  readonly radius?: number;
  /** Distance moved per step, >= 0. Default: 0.03. */
  readonly speed?: number;
  /** eta. Angular: width of the uniform error around the mean heading, in radians, 0 to 2 pi. Vectorial: length of the random vector per neighbor, 0 to 1. */
  readonly noise: number;
  /** `"angular"` (Vicsek 1995; default): birds err in turning. `"vectorial"` (Gregoire & Chate 2004): they err in looking. */
  readonly noiseKind?: "angular" | "vectorial";
  /** `"backward"` (Vicsek 1995; default): birds move by the old heading. `"forward"` (Chate et al. 2008): by the new one. */
  readonly update?: "backward" | "forward";
  /** `"random"`: random positions and headings (default). `"aligned"`: random positions and one heading. Or birds of your own. */
  readonly start?: "random" | "aligned" | Birds;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const vicsekKinds: Kinds<VicsekOptions> = {
  birds: "number",
  box: "number",
  density: "number",
  radius: "number",
  speed: "number",
  noise: "number",
  noiseKind: "text",
  update: "text",
  start: "any",
  seed: "number",
};

/** Options with defaults filled in. */
export type FullVicsekOptions = Required<Omit<VicsekOptions, "density">>;

/** Checks options and fills in defaults. */
export function vicsekOptions(where: string, options: VicsekOptions): FullVicsekOptions {
  const { birds, density, radius = 1, speed = 0.03, noise, seed } = options;
  const { noiseKind = "angular", update = "backward", start = "random" } = options;
  requireWhole(where, "birds", birds);
  requirePositive(where, "radius", radius);
  requireNonNegative(where, "speed", speed);
  if ((options.box === undefined) === (density === undefined)) {
    throw new RangeError(`${where}: box ${options.box} and density ${density}, needs one of the two`);
  }
  if (density !== undefined) requirePositive(where, "density", density);
  const box = options.box ?? Math.sqrt(birds / (density as number));
  requirePositive(where, "box", box);
  requireNoise(where, noiseKind, noise);
  requireOneOf(where, "update", update, ["backward", "forward"]);
  if (typeof start === "string") requireOneOf(where, "start", start, ["random", "aligned"]);
  else requireBirds(where, start, birds, box);
  return { birds, box, radius, speed, noise, noiseKind, update, start, seed };
}

/** Checks for a known kind of noise, and for noise within its range. */
export function requireNoise(where: string, noiseKind: string, noise: number): void {
  requireOneOf(where, "noiseKind", noiseKind, ["angular", "vectorial"]);
  if (noiseKind === "vectorial") requireProportion(where, "vectorial noise", noise);
  else if (!(noise >= 0 && noise <= 2 * Math.PI)) {
    throw new RangeError(`${where}: angular noise ${noise}, needs a width from 0 to 2 pi radians`);
  }
}

/** Kinds of a given start, for their check. */
const birdsKinds: Kinds<Birds> = { x: "list", y: "list", heading: "list" };

function requireBirds(where: string, start: Birds, birds: number, box: number): void {
  partsOf(where, start, birdsKinds, "start");
  for (const name of ["x", "y", "heading"] as const) {
    const values = start[name];
    requireList(where, `start.${name}`, values, "an array of numbers");
    if (values.length !== birds) {
      throw new RangeError(`${where}: ${values.length} values of start.${name}, needs one per bird, ${birds}`);
    }
    for (let i = 0; i < birds; i++) {
      const value = values[i] as number;
      if (Number.isFinite(value) && (name === "heading" || (value >= 0 && value < box))) continue;
      const needs = name === "heading" ? "a finite angle" : `a number from 0 to below ${box}`;
      throw new RangeError(`${where}: start.${name} ${shown(value)} of bird ${i}, needs ${needs}`);
    }
  }
}
