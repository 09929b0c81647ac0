// Causal attention and the normalization of a transformer. Widths are multiples of 4.
import { exp4 } from "./exp";

/** Sum of a[i] b[i], in four partial sums. */
function dot(a: usize, b: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  }
  const front = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
  return front + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

/** to[i] += factor from[i] */
function addTo(to: usize, from: usize, factor: f32, bytes: usize): void {
  const by = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(to + i, f32x4.add(v128.load(to + i), f32x4.mul(by, v128.load(from + i))));
  }
}

/** y = x inverse, inverse = 1 / sqrt(mean of x^2 + 1e-6), row by row. */
export function normalize(rows: i32, width: i32, x: i32, y: i32, inverses: i32): void {
  const bytes = (<usize>width) << 2;
  let from = (<usize>x) << 2;
  let to = (<usize>y) << 2;
  for (let r = 0; r < rows; r++) {
    const inverse = <f32>1 / sqrt<f32>(dot(from, from, bytes) / <f32>width + <f32>1e-6);
    store<f32>((<usize>(inverses + r)) << 2, inverse);
    const by = f32x4.splat(inverse);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, f32x4.mul(by, v128.load(from + i)));
    from += bytes;
    to += bytes;
  }
}

/** dx += inverse (d - y mean(d y)), row by row: the gradient of `normalize`. */
export function normalizeBack(rows: i32, width: i32, y: i32, inverses: i32, d: i32, dx: i32): void {
  const bytes = (<usize>width) << 2;
  let atY = (<usize>y) << 2;
  let atD = (<usize>d) << 2;
  let to = (<usize>dx) << 2;
  for (let r = 0; r < rows; r++) {
    const mean = f32x4.splat(dot(atD, atY, bytes) / <f32>width);
    const by = f32x4.splat(load<f32>((<usize>(inverses + r)) << 2));
    for (let i: usize = 0; i < bytes; i += 16) {
      const slope = f32x4.sub(v128.load(atD + i), f32x4.mul(v128.load(atY + i), mean));
      v128.store(to + i, f32x4.add(v128.load(to + i), f32x4.mul(by, slope)));
    }
    atY += bytes;
    atD += bytes;
    to += bytes;
  }
}

/**
 * Causal attention: in each example and head, out_t = sum over u <= t of w_tu v_u, w_t = softmax of q_t . k_u times a factor. A row holds
 * queries, keys and values, `width` of each, a head being `size` of them. The weights are kept: `length` rows per head, `strideW` apart.
 */
export function attend(
  examples: i32,
  length: i32,
  heads: i32,
  size: i32,
  factor: f32,
  qkv: i32,
  out: i32,
  weights: i32,
  strideW: i32,
): void {
  const bytes = (<usize>size) << 2;
  const width = heads * size;
  const next = (<usize>(3 * width)) << 2;
  let w = (<usize>weights) << 2;
  for (let e = 0; e < examples; e++) {
    for (let h = 0; h < heads; h++) {
      const q = (<usize>(qkv + e * length * 3 * width + h * size)) << 2;
      const k = q + ((<usize>width) << 2);
      const v = k + ((<usize>width) << 2);
      for (let t = 0; t < length; t++) {
        let largest = <f32>-Infinity;
        for (let u = 0; u <= t; u++) {
          const score = factor * dot(q + <usize>t * next, k + <usize>u * next, bytes);
          store<f32>(w + ((<usize>u) << 2), score);
          if (score > largest) largest = score;
        }
        const top = f32x4.splat(largest);
        let u = 0;
        for (; u + 4 <= t + 1; u += 4) {
          const at = w + ((<usize>u) << 2);
          v128.store(at, exp4(f32x4.sub(v128.load(at), top)));
        }
        for (; u <= t; u++) {
          const at = w + ((<usize>u) << 2);
          store<f32>(at, f32x4.extract_lane(exp4(f32x4.splat(load<f32>(at) - largest)), 0));
        }
        let sum: f32 = 0;
        for (u = 0; u <= t; u++) sum += load<f32>(w + ((<usize>u) << 2));
        const inverse = <f32>1 / sum;
        const to = (<usize>(out + (e * length + t) * width + h * size)) << 2;
        for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, f32x4.splat(0));
        for (u = 0; u <= t; u++) {
          const at = w + ((<usize>u) << 2);
          const weight = load<f32>(at) * inverse;
          store<f32>(at, weight);
          addTo(to, v + <usize>u * next, weight, bytes);
        }
        w += (<usize>strideW) << 2;
      }
    }
  }
}

/** Adds to `slopes` (as `qkv`) the gradient of `attend`, for the gradient d with respect to its output; `room` is for `length` floats. */
export function attendBack(
  examples: i32,
  length: i32,
  heads: i32,
  size: i32,
  factor: f32,
  qkv: i32,
  d: i32,
  weights: i32,
  strideW: i32,
  slopes: i32,
  room: i32,
): void {
  const bytes = (<usize>size) << 2;
  const width = heads * size;
  const next = (<usize>(3 * width)) << 2;
  const g = (<usize>room) << 2;
  let w = (<usize>weights) << 2;
  for (let e = 0; e < examples; e++) {
    for (let h = 0; h < heads; h++) {
      const place = e * length * 3 * width + h * size;
      const q = (<usize>(qkv + place)) << 2;
      const k = q + ((<usize>width) << 2);
      const v = k + ((<usize>width) << 2);
      const dq = (<usize>(slopes + place)) << 2;
      const dk = dq + ((<usize>width) << 2);
      const dv = dk + ((<usize>width) << 2);
      for (let t = 0; t < length; t++) {
        const from = (<usize>(d + (e * length + t) * width + h * size)) << 2;
        let total: f32 = 0;
        for (let u = 0; u <= t; u++) {
          const slope = dot(from, v + <usize>u * next, bytes);
          store<f32>(g + ((<usize>u) << 2), slope);
          total += load<f32>(w + ((<usize>u) << 2)) * slope;
        }
        for (let u = 0; u <= t; u++) {
          const weight = load<f32>(w + ((<usize>u) << 2));
          const score = weight * (load<f32>(g + ((<usize>u) << 2)) - total) * factor;
          addTo(dq + <usize>t * next, k + <usize>u * next, score, bytes);
          addTo(dk + <usize>u * next, q + <usize>t * next, score, bytes);
          addTo(dv + <usize>u * next, from, weight, bytes);
        }
        w += (<usize>strideW) << 2;
      }
    }
  }
}
