// Each on n numbers, n a multiple of 4. The gradients change d in place.

/** y = x^2 */
export function square(n: i32, x: i32, y: i32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>x) << 2;
  const to = (<usize>y) << 2;
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(from + i);
    v128.store(to + i, f32x4.mul(value, value));
  }
}

/** d *= 2 x */
export function squareBack(n: i32, x: i32, d: i32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>x) << 2;
  const to = (<usize>d) << 2;
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(from + i);
    v128.store(to + i, f32x4.mul(v128.load(to + i), f32x4.add(value, value)));
  }
}

/** y = x where x > 0, else 0 */
export function relu(n: i32, x: i32, y: i32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>x) << 2;
  const to = (<usize>y) << 2;
  const zero = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(from + i);
    v128.store(to + i, v128.and(value, f32x4.gt(value, zero)));
  }
}

/** d = d where y > 0, else 0 */
export function reluBack(n: i32, y: i32, d: i32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>y) << 2;
  const to = (<usize>d) << 2;
  const zero = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(to + i, v128.and(v128.load(to + i), f32x4.gt(v128.load(from + i), zero)));
  }
}

/** y = tanh x, by a rational function of x within 7.9, beyond which a 32-bit float has no room between tanh and 1. */
export function tanh(n: i32, x: i32, y: i32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>x) << 2;
  const to = (<usize>y) << 2;
  const most = f32x4.splat(7.905311107635498);
  const least = f32x4.splat(-7.905311107635498);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = f32x4.max(f32x4.min(v128.load(from + i), most), least);
    const z = f32x4.mul(value, value);
    let p = f32x4.splat(-2.76076847742355e-16);
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.00018790482477e-13));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-8.60467152213735e-11));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(5.12229709037114e-8));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.48572235717979e-5));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(6.37261928875436e-4));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(4.89352455891786e-3));
    let q = f32x4.splat(1.19825839466702e-6);
    q = f32x4.add(f32x4.mul(q, z), f32x4.splat(1.18534705686654e-4));
    q = f32x4.add(f32x4.mul(q, z), f32x4.splat(2.268434632439e-3));
    q = f32x4.add(f32x4.mul(q, z), f32x4.splat(4.89352518554385e-3));
    v128.store(to + i, f32x4.div(f32x4.mul(value, p), q));
  }
}

/** d *= 1 - y^2 */
export function tanhBack(n: i32, y: i32, d: i32): void {
  const bytes = (<usize>n) << 2;
  const from = (<usize>y) << 2;
  const to = (<usize>d) << 2;
  const one = f32x4.splat(1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(from + i);
    v128.store(to + i, f32x4.mul(v128.load(to + i), f32x4.sub(one, f32x4.mul(value, value))));
  }
}
