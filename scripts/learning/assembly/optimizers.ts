/**
 * A step of Adam on n numbers, a multiple of 4: gradient g + coupled w; decoupled decay w *= shrink; m and v as means that
 * forget; w -= rate m / (sqrt(correction v) + epsilon), the correction of m being within `rate`.
 */
export function adam(
  n: i32,
  w: i32,
  g: i32,
  m: i32,
  v: i32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction: f32,
  shrink: f32,
  coupled: f32,
): void {
  const bytes = (<usize>n) << 2;
  const atW = (<usize>w) << 2;
  const atG = (<usize>g) << 2;
  const atM = (<usize>m) << 2;
  const atV = (<usize>v) << 2;
  const keepM = f32x4.splat(beta1);
  const takeM = f32x4.splat(<f32>1 - beta1);
  const keepV = f32x4.splat(beta2);
  const takeV = f32x4.splat(<f32>1 - beta2);
  const speed = f32x4.splat(rate);
  const least = f32x4.splat(epsilon);
  const unbias = f32x4.splat(correction);
  const keepW = f32x4.splat(shrink);
  const pull = f32x4.splat(coupled);
  for (let i: usize = 0; i < bytes; i += 16) {
    const weight = v128.load(atW + i);
    const gradient = f32x4.add(v128.load(atG + i), f32x4.mul(pull, weight));
    const first = f32x4.add(f32x4.mul(keepM, v128.load(atM + i)), f32x4.mul(takeM, gradient));
    const second = f32x4.add(f32x4.mul(keepV, v128.load(atV + i)), f32x4.mul(takeV, f32x4.mul(gradient, gradient)));
    const size = f32x4.add(f32x4.sqrt(f32x4.mul(second, unbias)), least);
    v128.store(atM + i, first);
    v128.store(atV + i, second);
    v128.store(atW + i, f32x4.sub(f32x4.mul(weight, keepW), f32x4.div(f32x4.mul(speed, first), size)));
  }
}

/** A step of gradient descent on n numbers, a multiple of 4: velocity = momentum velocity + g + coupled w; w -= rate velocity. */
export function sgd(n: i32, w: i32, g: i32, velocity: i32, rate: f32, momentum: f32, coupled: f32): void {
  const bytes = (<usize>n) << 2;
  const atW = (<usize>w) << 2;
  const atG = (<usize>g) << 2;
  const atV = (<usize>velocity) << 2;
  const speed = f32x4.splat(rate);
  const keep = f32x4.splat(momentum);
  const pull = f32x4.splat(coupled);
  for (let i: usize = 0; i < bytes; i += 16) {
    const weight = v128.load(atW + i);
    const gradient = f32x4.add(v128.load(atG + i), f32x4.mul(pull, weight));
    const next = f32x4.add(f32x4.mul(keep, v128.load(atV + i)), gradient);
    v128.store(atV + i, next);
    v128.store(atW + i, f32x4.sub(weight, f32x4.mul(speed, next)));
  }
}
