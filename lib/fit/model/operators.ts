/** An operator on two operands, with its derivatives by the left and the right one; flat (a truth value) if it has none. */
interface Binary {
  readonly value: (a: number, b: number) => number;
  readonly byLeft?: (a: number, b: number) => number;
  readonly byRight?: (a: number, b: number, value: number) => number;
}

/** A truth value as 1 or 0; NaN beside NaN, so that a condition outside its domain is seen. */
const truth = (test: (a: number, b: number) => boolean): Binary => ({
  value: (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(test(a, b))),
});

/** The four that a tape spells out. */
type Arithmetic = "+" | "-" | "*" | "/";

/** The operators that a tape calls. */
type Called =
  | "*log"
  | "^"
  | "mod"
  | "atan2"
  | "max"
  | "min"
  | "<"
  | "<="
  | ">"
  | ">="
  | "=="
  | "!="
  | "and"
  | "or"
  | "xor";

/** The operators of a tape. */
export type Operator = Arithmetic | Called;

const operators: Readonly<Record<Called, Binary>> = {
  // A product with a logarithm: at 0 its limit, 0, as in x log x.
  "*log": { value: (a, b) => (a === 0 || b === 0 ? 0 : a * b), byLeft: (_, b) => b, byRight: (a) => a },
  "^": {
    value: (a, b) => a ** b,
    byLeft: (a, b) => (b === 0 ? 0 : b * a ** (b - 1)),
    // At 0^b, b above 0, the limit of 0^b log 0.
    byRight: (a, _, value) => (value === 0 ? 0 : value * Math.log(a)),
  },
  mod: { value: (a, b) => a - b * Math.floor(a / b), byLeft: () => 1, byRight: (a, b) => -Math.floor(a / b) },
  atan2: {
    value: Math.atan2,
    byLeft: (y, x) => (y === 0 && x === 0 ? 0 : x / (x * x + y * y)),
    byRight: (y, x) => (y === 0 && x === 0 ? 0 : -y / (x * x + y * y)),
  },
  // Where both are equal, the derivative of the left one: a subgradient.
  max: { value: Math.max, byLeft: (a, b) => Number(a >= b), byRight: (a, b) => Number(b > a) },
  min: { value: Math.min, byLeft: (a, b) => Number(a <= b), byRight: (a, b) => Number(b < a) },
  "<": truth((a, b) => a < b),
  "<=": truth((a, b) => a <= b),
  ">": truth((a, b) => a > b),
  ">=": truth((a, b) => a >= b),
  "==": truth((a, b) => a === b),
  "!=": truth((a, b) => a !== b),
  and: truth((a, b) => a !== 0 && b !== 0),
  or: truth((a, b) => a !== 0 || b !== 0),
  xor: truth((a, b) => (a !== 0) !== (b !== 0)),
};

/** The operator of that name. */
export function operatorOf(name: Called): Binary {
  return operators[name];
}

/** True for + - * /. */
export function isArithmetic(name: Operator): name is Arithmetic {
  return /^[-+*/]$/.test(name);
}

/** True for the two forms of a product. */
export function isProduct(name: Operator): name is "*" | "*log" {
  return name === "*" || name === "*log";
}

/** The operator that a formula writes so; undefined if there is none. */
export function operatorNamed(text: string): Operator | undefined {
  if (text === "%") return "mod";
  const known = isArithmetic(text as Operator) || (text !== "*log" && Object.hasOwn(operators, text));
  return known ? (text as Operator) : undefined;
}

/** Names of the comparisons that a chain such as 0 < x <= 3 is written with in mathjs. */
export const comparisons: Readonly<Record<string, Operator>> = {
  smaller: "<",
  smallerEq: "<=",
  larger: ">",
  largerEq: ">=",
  equal: "==",
  unequal: "!=",
};

/** True if the operator's value is true or false. */
export function isTruth(name: Operator): boolean {
  return !isArithmetic(name) && operatorOf(name).byLeft === undefined;
}
