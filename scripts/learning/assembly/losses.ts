// Gradients of a loss with respect to outputs, times a factor (one over the number of examples, say). Losses themselves are
// computed in TypeScript, when they are asked for.
import { exp4 } from "./exp";

/** y = factor x, n numbers, a multiple of 4 */
export function scaled(n: i32, x: i32, y: i32, factor: f32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>x) << 2;
  const to = (<usize>y) << 2;
  const by = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, f32x4.mul(by, v128.load(from + i)));
}

/** d = factor (x - target), n numbers, a multiple of 4 */
export function difference(n: i32, x: i32, target: i32, d: i32, factor: f32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>x) << 2;
  const aim = (<usize>target) << 2;
  const to = (<usize>d) << 2;
  const by = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(to + i, f32x4.mul(by, f32x4.sub(v128.load(from + i), v128.load(aim + i))));
  }
}

/** d[r, label] = factor (x[r, label] - 1): what `scaled` leaves to do for squared errors against one-hot targets. */
export function labelGradient(
  rows: i32,
  stride: i32,
  x: i32,
  labels: i32,
  strideLabel: i32,
  d: i32,
  factor: f32,
): void {
  for (let r = 0; r < rows; r++) {
    const at = r * stride + load<i32>((<usize>(labels + r * strideLabel)) << 2);
    store<f32>((<usize>(d + at)) << 2, factor * (load<f32>((<usize>(x + at)) << 2) - <f32>1));
  }
}

/** d = factor (softmax x - one-hot label), for `classes` numbers of each row. */
export function softmaxGradient(
  rows: i32,
  classes: i32,
  stride: i32,
  x: i32,
  labels: i32,
  strideLabel: i32,
  d: i32,
  factor: f32,
): void {
  for (let r = 0; r < rows; r++) {
    const from = (<usize>(x + r * stride)) << 2;
    const to = (<usize>(d + r * stride)) << 2;
    let largest = load<f32>(from);
    for (let j = 1; j < classes; j++) {
      const value = load<f32>(from + ((<usize>j) << 2));
      if (value > largest) largest = value;
    }
    const top = f32x4.splat(largest);
    let j = 0;
    for (; j + 4 <= classes; j += 4) {
      const at = (<usize>j) << 2;
      v128.store(to + at, exp4(f32x4.sub(v128.load(from + at), top)));
    }
    for (; j < classes; j++) {
      const at = (<usize>j) << 2;
      store<f32>(to + at, f32x4.extract_lane(exp4(f32x4.splat(load<f32>(from + at) - largest)), 0));
    }
    let sum: f32 = 0;
    for (j = 0; j < classes; j++) sum += load<f32>(to + ((<usize>j) << 2));
    const inverse = <f32>1 / sum;
    const label = load<i32>((<usize>(labels + r * strideLabel)) << 2);
    for (j = 0; j < classes; j++) {
      const at = to + ((<usize>j) << 2);
      store<f32>(at, factor * (load<f32>(at) * inverse - (j === label ? <f32>1 : <f32>0)));
    }
  }
}

/** d[r, 0] = factor (1 / (1 + exp(-x)) - bit), the first number of each row. */
export function logisticGradient(rows: i32, stride: i32, x: i32, bits: i32, d: i32, factor: f32): void {
  for (let r = 0; r < rows; r++) {
    const at = (<usize>(r * stride)) << 2;
    const value = load<f32>(((<usize>x) << 2) + at);
    const bit = load<i32>((<usize>(bits + r)) << 2);
    const weight = f32x4.extract_lane(exp4(f32x4.splat(-abs(value))), 0);
    const small = weight / (<f32>1 + weight);
    const chance: f32 = value > 0 ? <f32>1 - small : small;
    store<f32>(((<usize>d) << 2) + at, factor * (chance - <f32>bit));
  }
}
