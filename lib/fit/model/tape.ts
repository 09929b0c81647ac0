/**
 * A formula as a tape: each entry takes one or two earlier ones, so that one pass forward gives the value and one pass back
 * (reverse-mode differentiation: Griewank & Walther 2008, Evaluating Derivatives, chapter 3) the exact derivative by every parameter. This is one entry of it; operands are positions of earlier entries.
 */
export type Entry =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "parameter"; readonly index: number }
  | { readonly kind: "predictor"; readonly index: number }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: number; readonly right: number }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: number };

/** The operators of a tape. */
export type Operator = "+" | "-" | "*" | "/" | "^";

/** A function and its derivative, the latter from the argument and the value. */
type Elementary = readonly [value: (x: number) => number, slope: (x: number, y: number) => number];

const functions = {
  negate: [(x) => -x, () => -1],
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
  sin: [Math.sin, Math.cos],
  cos: [Math.cos, (x) => -Math.sin(x)],
  tan: [Math.tan, (_, y) => 1 + y * y],
  asin: [Math.asin, (x) => 1 / Math.sqrt(1 - x * x)],
  acos: [Math.acos, (x) => -1 / Math.sqrt(1 - x * x)],
  atan: [Math.atan, (x) => 1 / (1 + x * x)],
  sinh: [Math.sinh, Math.cosh],
  cosh: [Math.cosh, Math.sinh],
  tanh: [Math.tanh, (_, y) => 1 - y * y],
} as const satisfies Record<string, Elementary>;

/** The functions of a tape. */
export type FunctionName =
  | "negate"
  | "exp"
  | "expm1"
  | "log"
  | "log10"
  | "log2"
  | "log1p"
  | "sqrt"
  | "cbrt"
  | "square"
  | "cube"
  | "abs"
  | "sin"
  | "cos"
  | "tan"
  | "asin"
  | "acos"
  | "atan"
  | "sinh"
  | "cosh"
  | "tanh";

/** Names that a formula may call. */
export const functionNames: readonly FunctionName[] = Object.keys(functions) as FunctionName[];

/** Value and gradient of a formula at one point. */
type Evaluate = (x: number | Float64Array, parameters: Float64Array, gradient: Float64Array) => number;

/** Number of evaluations from which on a tape is worth being compiled. */
const worthwhile = 100;

/** The tape as a function of predictors and parameters that writes the gradient; it allocates nothing when called. */
export function compile(entries: readonly Entry[]): Evaluate {
  const moving = dependsOnParameters(entries);
  let run = interpreted(entries, moving);
  let calls = 0;
  return (x, parameters, gradient) => {
    if (calls < worthwhile && ++calls === worthwhile) run = straightened(entries, moving) ?? run;
    return run(x, parameters, gradient);
  };
}

/** Whether each entry depends on a parameter: no other one passes a derivative on. */
function dependsOnParameters(entries: readonly Entry[]): boolean[] {
  const moving: boolean[] = [];
  for (const entry of entries) {
    if (entry.kind === "call") moving.push(moving[entry.of] as boolean);
    else if (entry.kind === "binary") moving.push((moving[entry.left] || moving[entry.right]) as boolean);
    else moving.push(entry.kind === "parameter");
  }
  return moving;
}

function interpreted(entries: readonly Entry[], moving: readonly boolean[]): Evaluate {
  const values = new Float64Array(entries.length);
  const adjoints = new Float64Array(entries.length);
  const last = entries.length - 1;

  function forward(x: number | Float64Array, parameters: Float64Array): void {
    for (let at = 0; at <= last; at++) {
      const entry = entries[at] as Entry;
      if (entry.kind === "constant") values[at] = entry.value;
      else if (entry.kind === "parameter") values[at] = parameters[entry.index] as number;
      else if (entry.kind === "predictor") values[at] = typeof x === "number" ? x : (x[entry.index] as number);
      else if (entry.kind === "call") values[at] = functions[entry.name][0](values[entry.of] as number);
      else values[at] = apply(entry.operator, values[entry.left] as number, values[entry.right] as number);
    }
  }

  return (x, parameters, gradient) => {
    forward(x, parameters);
    gradient.fill(0);
    adjoints.fill(0);
    adjoints[last] = 1;
    for (let at = last; at >= 0; at--) {
      const entry = entries[at] as Entry;
      const adjoint = adjoints[at] as number;
      // An entry with adjoint 0 passes nothing on, however steep it is: 0 times infinity is 0 here.
      if (adjoint === 0 || !moving[at]) continue;
      if (entry.kind === "parameter") gradient[entry.index] = (gradient[entry.index] as number) + adjoint;
      else if (entry.kind === "call") {
        const slope: (x: number, y: number) => number = functions[entry.name][1];
        const part = adjoint * slope(values[entry.of] as number, values[at] as number);
        adjoints[entry.of] = (adjoints[entry.of] as number) + part;
      } else if (entry.kind === "binary") {
        const { operator, left, right } = entry;
        const a = values[left] as number;
        const b = values[right] as number;
        if (moving[left]) adjoints[left] = (adjoints[left] as number) + adjoint * byLeft(operator, a, b);
        if (moving[right]) {
          adjoints[right] = (adjoints[right] as number) + adjoint * byRight(operator, a, b, values[at] as number);
        }
      }
    }
    return values[last] as number;
  };
}

/**
 * The tape as straight code, some five times as fast as going through it entry by entry; the same operations in the same order, and so the same
 * numbers to the last bit. Undefined where a page forbids code made from text.
 */
function straightened(entries: readonly Entry[], moving: readonly boolean[]): Evaluate | undefined {
  const last = entries.length - 1;
  const forward: string[] = [];
  const back: string[] = [];
  for (const [at, entry] of entries.entries()) {
    forward.push(`const v${at} = ${valueText(entry)};`);
    if (!moving[at]) continue;
    const slope = slopeText(entry, at, moving);
    back.unshift(`if (a${at} !== 0) { ${slope} }`);
  }
  const adjoints = entries.map((_, at) => `a${at} = ${at === last ? 1 : 0}`).join(", ");
  const code = `return (x, p, g) => {
${forward.join("\n")}
g.fill(0);
let ${adjoints};
${back.join("\n")}
return v${last};
};`;
  try {
    return new Function("functions", "apply", "byLeft", "byRight", code)(functions, apply, byLeft, byRight) as Evaluate;
  } catch {
    return undefined;
  }
}

const plain = new Set<string>(["+", "-", "*", "/"]);

function valueText(entry: Entry): string {
  if (entry.kind === "constant") return `${entry.value}`;
  if (entry.kind === "parameter") return `p[${entry.index}]`;
  if (entry.kind === "predictor") return `typeof x === "number" ? x : x[${entry.index}]`;
  if (entry.kind === "call") return `functions.${entry.name}[0](v${entry.of})`;
  const { operator, left, right } = entry;
  if (plain.has(operator)) return `v${left} ${operator} v${right}`;
  return operator === "^" ? `v${left} ** v${right}` : `apply("${operator}", v${left}, v${right})`;
}

/** What an entry passes on to the gradient or to the entries that it is made of. */
function slopeText(entry: Entry, at: number, moving: readonly boolean[]): string {
  if (entry.kind === "parameter") return `g[${entry.index}] += a${at};`;
  if (entry.kind === "call") return `a${entry.of} += a${at} * functions.${entry.name}[1](v${entry.of}, v${at});`;
  if (entry.kind !== "binary") return "";
  const { operator, left, right } = entry;
  const onLeft: Partial<Record<string, string>> = { "+": "", "-": "", "*": ` * v${right}`, "/": ` * (1 / v${right})` };
  const onRight: Partial<Record<string, string>> = {
    "+": "",
    "-": " * -1",
    "*": ` * v${left}`,
    "/": ` * (-v${at} / v${right})`,
  };
  const parts: string[] = [];
  if (moving[left])
    parts.push(`a${left} += a${at}${onLeft[operator] ?? ` * byLeft("${operator}", v${left}, v${right})`};`);
  if (moving[right])
    parts.push(`a${right} += a${at}${onRight[operator] ?? ` * byRight("${operator}", v${left}, v${right}, v${at})`};`);
  return parts.join(" ");
}

/** Value of an entry from those of the earlier ones. */
export function entryValue(
  entry: Entry,
  x: number | Float64Array,
  parameter: (index: number) => number,
  value: (at: number) => number,
): number {
  if (entry.kind === "constant") return entry.value;
  if (entry.kind === "parameter") return parameter(entry.index);
  if (entry.kind === "predictor") return typeof x === "number" ? x : (x[entry.index] as number);
  if (entry.kind === "call") return functions[entry.name][0](value(entry.of));
  return apply(entry.operator, value(entry.left), value(entry.right));
}

function apply(operator: Operator, a: number, b: number): number {
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  if (operator === "*") return a * b;
  if (operator === "/") return a / b;
  return a ** b;
}

function byLeft(operator: Operator, a: number, b: number): number {
  if (operator === "*") return b;
  if (operator === "/") return 1 / b;
  if (operator === "^") return b === 0 ? 0 : b * a ** (b - 1);
  return 1;
}

function byRight(operator: Operator, a: number, b: number, value: number): number {
  if (operator === "*") return a;
  if (operator === "/") return -value / b;
  if (operator === "-") return -1;
  if (operator === "^") return value === 0 ? 0 : value * Math.log(a);
  return 1;
}
