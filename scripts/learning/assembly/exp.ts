/** exp of four numbers at most 0 (below -87 taken as -87): a power of two times a polynomial, as expf of Cephes. */
export function exp4(given: v128): v128 {
  const x = f32x4.max(given, f32x4.splat(-87));
  // Adding and taking off 1.5 2^23 rounds to a whole number.
  const big = f32x4.splat(12582912);
  const whole = f32x4.sub(f32x4.add(f32x4.mul(x, f32x4.splat(<f32>Math.LOG2E)), big), big);
  let rest = f32x4.sub(x, f32x4.mul(whole, f32x4.splat(0.693359375)));
  rest = f32x4.add(rest, f32x4.mul(whole, f32x4.splat(2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(p, f32x4.mul(rest, rest)), f32x4.add(rest, f32x4.splat(1)));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}
