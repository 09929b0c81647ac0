import type { ReadonlyTyped } from "../../core/numbers";
import { optionsOf, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { cells } from "./cells";
import { headingSums } from "./headingSums";
import { inside } from "./inside";
import { type FullVicsekOptions, type VicsekOptions, vicsekKinds, vicsekOptions } from "./vicsekOptions";

/** A flock. Entry i always belongs to bird i. `x`, `y` and `heading` are the same arrays each time, brought up to date when read. */
export interface Vicsek {
  readonly birds: number;
  /** Side of the box. */
  readonly box: number;
  /** Number of steps made. */
  readonly time: number;
  /** Positions, from 0 to the side of the box. */
  readonly x: ReadonlyTyped<Float64Array>;
  readonly y: ReadonlyTyped<Float64Array>;
  /** Headings in radians, from -pi to pi. */
  readonly heading: ReadonlyTyped<Float64Array>;
  /** va, length of the mean of all headings as unit vectors: 1 if all fly in the same direction. */
  readonly polarization: number;
  /** Makes `count` steps (default 1). */
  step(count?: number): void;
  /** Places and headings as they are now, in arrays of the caller's own; fit to be another flock's `start`. */
  copy(): { x: Float64Array; y: Float64Array; heading: Float64Array };
}

/** State of all birds in the order of their cells; `id` is the index of the bird. */
interface Store {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  readonly id: Int32Array;
}

/**
 * A flock of birds that see only their neighbors: each adopts the mean heading of all birds within `radius`, itself included, up to an error.
 *
 *     angular:    heading' = arg(sum_j e^(i heading_j)) + eta u,   u uniform on [-1/2, 1/2)
 *     vectorial:  heading' = arg(sum_j e^(i heading_j) + eta n e^(i xi)),   n neighbors, xi uniform on the circle
 *     place' = place + speed e^(i heading)     ("backward": the old heading; "forward": the new one)
 *
 * All birds move at once, in a box with periodic boundaries. At a given density the time per step is linear in the number of birds: they are kept sorted
 * by cells of half a radius, and each pair is visited once.
 *
 * @param options see VicsekOptions
 * @throws RangeError for an option out of range, or unless exactly one of `box` and `density` is given
 * @example
 * import { vicsek } from "@emergence/lib/systems";
 * const flock = vicsek({ birds: 40, box: 3, noise: 0, seed: 1 });
 * flock.step(500);
 * Math.round(1e6 * flock.polarization); // => 1e6
 *
 * Source: Vicsek, Czirok, Ben-Jacob, Cohen & Shochet 1995, Phys. Rev. Lett. 75, 1226; Gregoire & Chate 2004, Phys. Rev. Lett. 92, 025702.
 */
export function vicsek(options: VicsekOptions): Vicsek {
  optionsOf("vicsek", options, vicsekKinds);
  const full = vicsekOptions("vicsek", options);
  const { birds, box, radius, speed, noise } = full;
  const stream = random(full.seed, "vicsek");
  const grid = cells(birds, box, radius / 2);
  const sums = {
    sumCos: new Float64Array(birds),
    sumSin: new Float64Array(birds),
    neighbors: new Float64Array(birds),
    counting: full.noiseKind === "vectorial",
  };
  let now = begin(full, stream.uniform);
  let spare = empty(birds);
  const forward = full.update === "forward";
  const vectorial = full.noiseKind === "vectorial";
  const perWord = (vectorial ? 2 * Math.PI : noise) / 2 ** 32;
  let time = 0;

  function once(): void {
    grid.sort(now.x, now.y);
    sorted(now, spare, grid.places);
    [now, spare] = [spare, now];
    const { x, y, cos, sin } = now;
    const { sumCos, sumSin, neighbors } = sums;
    headingSums({ x, y, cos, sin, ...sums }, grid, box, radius);
    for (let i = 0; i < birds; i++) {
      let c = sumCos[i] as number;
      let s = sumSin[i] as number;
      const angle = stream.int32() * perWord;
      const turnCos = Math.cos(angle);
      const turnSin = Math.sin(angle);
      if (vectorial) {
        const error = noise * (neighbors[i] as number);
        c += error * turnCos;
        s += error * turnSin;
      }
      const oldCos = cos[i] as number;
      const oldSin = sin[i] as number;
      const length = Math.sqrt(c * c + s * s);
      // If headings cancel out there is no mean heading, and the bird keeps its own.
      let newCos = length > 1e-12 ? c / length : oldCos;
      let newSin = length > 1e-12 ? s / length : oldSin;
      if (!vectorial) {
        const before = newCos;
        newCos = before * turnCos - newSin * turnSin;
        newSin = before * turnSin + newSin * turnCos;
      }
      cos[i] = newCos;
      sin[i] = newSin;
      x[i] = inside((x[i] as number) + speed * (forward ? newCos : oldCos), box);
      y[i] = inside((y[i] as number) + speed * (forward ? newSin : oldSin), box);
    }
  }

  /** Fills a list in the order of the birds, whatever their places in the store. */
  function byBird(values: Float64Array, value: (place: number) => number): Float64Array {
    for (let place = 0; place < birds; place++) values[now.id[place] as number] = value(place);
    return values;
  }
  const xOf = (to: Float64Array) => byBird(to, (place) => now.x[place] as number);
  const yOf = (to: Float64Array) => byBird(to, (place) => now.y[place] as number);
  const headingOf = (to: Float64Array) =>
    byBird(to, (place) => Math.atan2(now.sin[place] as number, now.cos[place] as number));
  const own = () => new Float64Array(birds);
  const view = { x: own(), y: own(), heading: own() };

  return {
    birds,
    box,
    get time() {
      return time;
    },
    get x() {
      return xOf(view.x);
    },
    get y() {
      return yOf(view.y);
    },
    get heading() {
      return headingOf(view.heading);
    },
    get polarization() {
      return meanLength(now.cos, now.sin);
    },
    copy: () => ({ x: xOf(own()), y: yOf(own()), heading: headingOf(own()) }),
    step(count = 1) {
      requireWhole("vicsek.step", "count", count, 0);
      for (let step = 0; step < count; step++) once();
      time += count;
    },
  };
}

function empty(birds: number): Store {
  const [x, y, cos, sin] = [0, 1, 2, 3].map(() => new Float64Array(birds)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { x, y, cos, sin, id: new Int32Array(birds) };
}

function begin({ birds, box, start }: FullVicsekOptions, uniform: () => number): Store {
  const store = empty(birds);
  const common = 2 * Math.PI * uniform();
  for (let i = 0; i < birds; i++) {
    const given = typeof start === "string" ? undefined : start;
    const chance = start === "random" ? 2 * Math.PI * uniform() : common;
    const heading = given ? (given.heading[i] as number) : chance;
    store.x[i] = given ? (given.x[i] as number) : box * uniform();
    store.y[i] = given ? (given.y[i] as number) : box * uniform();
    store.cos[i] = Math.cos(heading);
    store.sin[i] = Math.sin(heading);
    store.id[i] = i;
  }
  return store;
}

function sorted(from: Store, to: Store, places: Int32Array): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    to.x[place] = from.x[i] as number;
    to.y[place] = from.y[i] as number;
    to.cos[place] = from.cos[i] as number;
    to.sin[place] = from.sin[i] as number;
    to.id[place] = from.id[i] as number;
  }
}

function meanLength(cos: Float64Array, sin: Float64Array): number {
  let c = 0;
  let s = 0;
  for (let i = 0; i < cos.length; i++) {
    c += cos[i] as number;
    s += sin[i] as number;
  }
  return Math.sqrt(c * c + s * s) / cos.length;
}
