import { max, sum } from "d3-array";

/** A factor of the partition function: the logarithm of its scale, and its value and two derivatives in K divided by that scale. */
interface Term {
  readonly log: number;
  readonly value: number;
  readonly slope: number;
  readonly bend: number;
}

/**
 * Energy and specific heat per spin of the torus of n x n spins. With K = 1 / T and S = sinh(2 K)
 *
 *     Z = 1/2 (2 S)^(n^2 / 2) (prod 2 cosh(n g_odd / 2) + prod 2 sinh(n g_odd / 2) + prod 2 cosh(n g_even / 2) + prod 2 sinh(n g_even / 2))
 *     cosh g_l = S + 1 / S - cos(pi l / n),  g_0 = 2 K + ln tanh K, which is negative above Tc
 *
 * Each product is kept as its logarithm with first and second derivative in K, so that energy and specific heat are exact derivatives.
 * Kaufman 1949; derivatives as in Ferdinand & Fisher 1969.
 */
export function kaufman(temperature: number, n: number): { energy: number; specificHeat: number } {
  const coupling = 1 / temperature;
  // exp(-8 K) is below the last digit of -2.
  if (coupling > 20) return { energy: -2, specificHeat: 0 };
  const [sinh, cosh] = [Math.sinh(2 * coupling), Math.cosh(2 * coupling)];
  const gammas = Array.from({ length: 2 * n }, (_, l) => gamma(l, n, coupling));
  const odd = gammas.filter((_, l) => l % 2 === 1);
  const even = gammas.filter((_, l) => l % 2 === 0 && l > 0);
  const zero = gammas[0] as Gamma;
  const terms = [
    product(odd.map((g) => factor(g, n, 1))),
    product(odd.map((g) => factor(g, n, -1))),
    product([zero, ...even].map((g) => factor(g, n, 1))),
    product([zero, ...even].map((g) => factor(g, n, -1))),
  ];
  const top = max(terms, ({ log }) => log) as number;
  const total = (part: "value" | "slope" | "bend") => sum(terms, (term) => Math.exp(term.log - top) * term[part]);
  const slope = total("slope") / total("value");
  const bend = total("bend") / total("value") - slope * slope;
  const sites = n * n;
  return {
    energy: -cosh / sinh - slope / sites,
    specificHeat: coupling ** 2 * (-2 / sinh ** 2 + bend / sites),
  };
}

interface Gamma {
  readonly g: number;
  readonly first: number;
  readonly second: number;
}

/** g_l with its derivatives in K, written so that nothing cancels near Tc, where S = 1. */
function gamma(l: number, n: number, coupling: number): Gamma {
  const [sinh, cosh] = [Math.sinh(2 * coupling), Math.cosh(2 * coupling)];
  if (l === 0) {
    const g = 2 * coupling + Math.log(Math.tanh(coupling));
    return { g, first: 2 + 2 / sinh, second: (-4 * cosh) / sinh ** 2 };
  }
  const excess = (sinh - 1) ** 2 / sinh + 2 * Math.sin((Math.PI * l) / (2 * n)) ** 2;
  const sinhG = Math.sqrt(excess * (excess + 2));
  const first = (2 * cosh * (1 - 1 / sinh ** 2)) / sinhG;
  const bend = 4 * sinh - 4 / sinh + (8 * cosh ** 2) / sinh ** 3;
  return { g: 2 * Math.asinh(Math.sqrt(excess / 2)), first, second: (bend - (1 + excess) * first ** 2) / sinhG };
}

/** 2 cosh(n g / 2) for sign 1, 2 sinh(n g / 2) for sign -1, over exp(n |g| / 2), with both derivatives in K. */
function factor({ g, first, second }: Gamma, n: number, sign: 1 | -1): Term {
  const small = Math.exp(-n * Math.abs(g));
  const side = Math.sign(g) || 1;
  const [even, odd] = [1 + small, side * -Math.expm1(-n * Math.abs(g))];
  const [value, slope] = sign === 1 ? [even, odd] : [odd, even];
  const scale = n / 2;
  return {
    log: scale * Math.abs(g),
    value,
    slope: scale * first * slope,
    bend: scale ** 2 * first ** 2 * value + scale * second * slope,
  };
}

/** Product and its derivatives by the product rule. Scaled values are between 0 and 2; they are rescaled to order 1 after each factor. */
function product(factors: readonly Term[]): Term {
  let [log, value, slope, bend] = [0, 1, 0, 0];
  for (const f of factors) {
    bend = bend * f.value + 2 * slope * f.slope + value * f.bend;
    slope = slope * f.value + value * f.slope;
    value *= f.value;
    log += f.log;
    const scale = Math.max(Math.abs(value), Math.abs(slope), Math.abs(bend));
    [value, slope, bend, log] = [value / scale, slope / scale, bend / scale, log + Math.log(scale)];
  }
  return { log, value, slope, bend };
}
