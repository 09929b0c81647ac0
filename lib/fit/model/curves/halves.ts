import type { Shape } from "../model";

/** Sums over the points on one side of a place, at distances d from it. */
export interface Side {
  /** Sums of w, w d and w d^2. */
  readonly weight: number;
  readonly distance: number;
  readonly square: number;
  /** Sums of w y and w y d. */
  readonly y: number;
  readonly yDistance: number;
}

/** The data in two halves; y is counted from `center`. */
export interface Halves {
  readonly place: number;
  /** Points with x < place. */
  readonly left: Side;
  /** Points with x >= place. */
  readonly right: Side;
  /** Weighted mean of y, and the weighted sum of squares about it. */
  readonly center: number;
  readonly total: number;
}

/**
 * The sums on both sides of each place, carried from place to place. Sums of distances grow by terms of one sign as the place moves away from the points, so
 * that no digits are lost where x spans many decades; differences of cumulative sums of x^2 would lose them.
 *
 * @param places in ascending order
 */
export function halvesAt({ x, y, weights }: Shape, places: Float64Array): Halves[] {
  let [weight, center, total] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    weight += weights[i] as number;
    center += (weights[i] as number) * (y[i] as number);
  }
  center /= weight;
  const centered = y.map((value) => value - center);
  for (let i = 0; i < y.length; i++) total += (weights[i] as number) * (centered[i] as number) ** 2;
  // The right half is the left half of the mirror image.
  const mirrored = (values: Float64Array) => values.map((value) => -value).reverse();
  const lefts = sweep(x, centered, weights, places, (here, place) => here < place);
  const [backY, backWeights] = [centered.slice().reverse(), weights.slice().reverse()];
  const rights = sweep(mirrored(x), backY, backWeights, mirrored(places), (here, place) => here <= place).reverse();
  return lefts.map((left, i) => ({ place: places[i] as number, left, right: rights[i] as Side, center, total }));
}

/** Sums over the points before each place; points and places in ascending order. */
function sweep(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  places: Float64Array,
  isBefore: (here: number, place: number) => boolean,
): Side[] {
  let [next, at, weight, distance, square, ySum, yDistance] = [0, 0, 0, 0, 0, 0, 0];
  const moveTo = (place: number) => {
    const by = weight > 0 ? place - at : 0;
    square += by * (2 * distance + by * weight);
    distance += by * weight;
    yDistance += by * ySum;
    at = place;
  };
  return Array.from(places, (place) => {
    for (; next < x.length && isBefore(x[next] as number, place); next++) {
      moveTo(x[next] as number);
      weight += weights[next] as number;
      ySum += (weights[next] as number) * (y[next] as number);
    }
    moveTo(place);
    return { weight, distance, square, y: ySum, yDistance };
  });
}
