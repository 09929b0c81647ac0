import { erf as cephesErf, erfc as cephesErfc, gamma as cephesGamma, lgam, psi } from "cephes";
import { normalCdf } from "../../stats/distributions";

/** A function of one argument and its derivative, the latter from the argument and the value. */
type Elementary = readonly [value: (x: number) => number, slope: (x: number, y: number) => number];

/** Slope of a function that is flat between its jumps. */
const flat = (): number => 0;

/** A value of Cephes, which throws at a pole and where a result is too small for a number. */
function settled(value: () => number, instead: number): number {
  try {
    return value();
  } catch {
    return instead;
  }
}

function erfc(x: number): number {
  if (Math.abs(x) > 6) return x > 0 ? settled(() => cephesErfc(x), 0) : 2;
  return cephesErfc(x);
}

function erf(x: number): number {
  return Math.abs(x) > 6 ? Math.sign(x) : cephesErf(x);
}

/** Twice the density of a normal variable of variance 1/2, the slope of erf. */
const bell = (x: number): number => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);

const gamma = (x: number): number => settled(() => cephesGamma(x), Number.NaN);
const digamma = (x: number): number => settled(() => psi(x), Number.NaN);

/** To the nearest whole number, halves away from 0, as in mathjs. */
const round = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));

/**
 * The functions of one argument that a formula may call. Where a function has a kink (abs at 0) the slope is one of its subgradients; where
 * it jumps (floor, sign) the slope is that between the jumps, 0.
 */
const functions: Readonly<Record<string, Elementary>> = {
  exp: [Math.exp, (_, y) => y],
  expm1: [Math.expm1, (_, y) => y + 1],
  log: [Math.log, (x) => 1 / x],
  log10: [Math.log10, (x) => Math.LOG10E / x],
  log2: [Math.log2, (x) => Math.LOG2E / x],
  log1p: [Math.log1p, (x) => 1 / (1 + x)],
  sqrt: [Math.sqrt, (_, y) => 0.5 / y],
  cbrt: [Math.cbrt, (_, y) => 1 / (3 * y * y)],
  square: [(x) => x * x, (x) => 2 * x],
  cube: [(x) => x * x * x, (x) => 3 * x * x],
  abs: [Math.abs, Math.sign],
  sign: [Math.sign, flat],
  heaviside: [(x) => (Number.isNaN(x) ? x : Number(x >= 0)), flat],
  floor: [Math.floor, flat],
  ceil: [Math.ceil, flat],
  round: [round, flat],
  fix: [Math.trunc, flat],
  sin: [Math.sin, Math.cos],
  cos: [Math.cos, (x) => -Math.sin(x)],
  tan: [Math.tan, (_, y) => 1 + y * y],
  sec: [(x) => 1 / Math.cos(x), (x, y) => y * Math.tan(x)],
  csc: [(x) => 1 / Math.sin(x), (x, y) => -y / Math.tan(x)],
  cot: [(x) => 1 / Math.tan(x), (_, y) => -(1 + y * y)],
  asin: [Math.asin, (x) => 1 / Math.sqrt(1 - x * x)],
  acos: [Math.acos, (x) => -1 / Math.sqrt(1 - x * x)],
  atan: [Math.atan, (x) => 1 / (1 + x * x)],
  sinh: [Math.sinh, Math.cosh],
  cosh: [Math.cosh, Math.sinh],
  tanh: [Math.tanh, (_, y) => 1 - y * y],
  sech: [(x) => 1 / Math.cosh(x), (x, y) => -y * Math.tanh(x)],
  csch: [(x) => 1 / Math.sinh(x), (x, y) => -y / Math.tanh(x)],
  coth: [(x) => 1 / Math.tanh(x), (_, y) => 1 - y * y],
  asinh: [Math.asinh, (x) => 1 / Math.hypot(1, x)],
  acosh: [Math.acosh, (x) => 1 / Math.sqrt((x - 1) * (x + 1))],
  atanh: [Math.atanh, (x) => 1 / ((1 - x) * (1 + x))],
  erf: [erf, bell],
  erfc: [erfc, (x) => -bell(x)],
  normalCdf: [normalCdf, (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)],
  gamma: [gamma, (x, y) => y * digamma(x)],
  lgamma: [(x) => settled(() => lgam(x), Number.POSITIVE_INFINITY), digamma],
};

const own: Readonly<Record<string, Elementary>> = {
  ...functions,
  negate: [(x) => -x, () => -1],
  not: [(x) => (Number.isNaN(x) ? x : Number(x === 0)), flat],
};

/** The function of that name. */
export function elementary(name: string): Elementary {
  return own[name] as Elementary;
}

/** Other names under which formulas call a function. */
const aliases: Readonly<Record<string, string>> = {
  ln: "log",
  arcsin: "asin",
  arccos: "acos",
  arctan: "atan",
  arcsinh: "asinh",
  arccosh: "acosh",
  arctanh: "atanh",
  loggamma: "lgamma",
  gammaln: "lgamma",
  sgn: "sign",
  ndtr: "normalCdf",
};

/** The function that a formula calls by this name; undefined if there is none. */
export function functionNamed(name: string): string | undefined {
  const known = Object.hasOwn(aliases, name) ? (aliases[name] as string) : name;
  return Object.hasOwn(functions, known) ? known : undefined;
}

/** Names of the functions of one argument. */
export const functionNames: readonly string[] = Object.keys(functions);

/** True if the slope of the function is 0 wherever it has one. */
export function isFlat(name: string): boolean {
  return elementary(name)[1] === flat;
}
