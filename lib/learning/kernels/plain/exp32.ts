const { fround } = Math;

const perDoubling = fround(Math.LOG2E);
const ln2High = fround(0.693359375);
const ln2Low = fround(2.1219444e-4);
const coefficients = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
].map(fround);
/** Adding and taking off 1.5 2^23 rounds a 32-bit float to a whole number. */
const big = 12582912;

const bits = new Int32Array(1);
const power = new Float32Array(bits.buffer);

/** exp of a number at most 0 (below -87 taken as -87), in 32-bit arithmetic: a power of two times a polynomial, as expf of Cephes. */
export function exp32(given: number): number {
  const x = Math.max(given, -87);
  const whole = fround(fround(fround(x * perDoubling) + big) - big);
  const rest = fround(fround(x - fround(whole * ln2High)) + fround(whole * ln2Low));
  const sum = coefficients.reduce((total, coefficient) => fround(fround(total * rest) + coefficient));
  bits[0] = (whole + 127) << 23;
  return fround(fround(fround(sum * fround(rest * rest)) + fround(rest + 1)) * (power[0] as number));
}
