/** Energy and specific heat per spin of the infinite lattice; Onsager 1944. */
export function onsager(temperature: number): { energy: number; specificHeat: number } {
  const coupling = 1 / temperature;
  // tanh(2 K) is 1 to the last digit beyond 20.
  if (coupling > 20) return { energy: -2, specificHeat: 0 };
  const tanh = Math.tanh(2 * coupling);
  const signed = 2 * tanh * tanh - 1;
  const modulus = Math.abs(signed);
  if (modulus < 1e-15) return { energy: -1 / tanh, specificHeat: Number.POSITIVE_INFINITY };
  const { first, second } = ellipticIntegrals(modulus);
  const inner = 1 + (2 / Math.PI) * signed * first;
  const heat = first - second - (1 - tanh * tanh) * (Math.PI / 2 + signed * first);
  return { energy: -inner / tanh, specificHeat: (4 / Math.PI) * (coupling / tanh) ** 2 * heat };
}

/**
 * Complete elliptic integrals of both kinds, of the modulus whose complement is given, by the arithmetic-geometric mean.
 * Abramowitz & Stegun 1964, 17.6.
 */
function ellipticIntegrals(complement: number): { first: number; second: number } {
  let a = 1;
  let b = complement;
  let power = 0.5;
  let sum = power * (1 - complement * complement);
  while (Math.abs(a - b) > 1e-15 * a) {
    const c = (a - b) / 2;
    [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
    power *= 2;
    sum += power * c * c;
  }
  const first = Math.PI / (2 * a);
  return { first, second: first * (1 - sum) };
}
