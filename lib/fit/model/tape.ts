import { elementary } from "./elementary";
import { isArithmetic, type Operator, operatorOf } from "./operators";

/**
 * A formula as a tape: each entry takes some earlier ones, so that one pass forward gives the value and one pass back
 * (reverse-mode differentiation: Griewank & Walther 2008, Evaluating Derivatives, chapter 3) the exact derivative by every parameter. This is one entry of it; operands are positions of earlier entries.
 */
export type Entry =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "parameter"; readonly index: number }
  | { readonly kind: "predictor"; readonly index: number }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: number; readonly right: number }
  | { readonly kind: "call"; readonly name: string; readonly of: number }
  /** One of two values, by whether a third is other than 0. */
  | { readonly kind: "choice"; readonly condition: number; readonly left: number; readonly right: number };

/** What an entry does, as a small number: the four arithmetic operators are spelled out in the loops, all others are called. */
const codes = { constant: 0, parameter: 1, predictor: 2, "+": 3, "-": 4, "*": 5, "/": 6, choice: 7, call: 8, other: 9 };

function codeOf(entry: Entry): number {
  if (entry.kind !== "binary") return codes[entry.kind];
  return isArithmetic(entry.operator) ? codes[entry.operator] : codes.other;
}

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

/** Positions of the entries that an entry is made of. */
export function sidesOf(entry: Entry): readonly number[] {
  if (entry.kind === "call") return [entry.of];
  if (entry.kind === "binary") return [entry.left, entry.right];
  return entry.kind === "choice" ? [entry.condition, entry.left, entry.right] : [];
}

/** The entry with its operands elsewhere. */
export function withSides(entry: Entry, moved: (position: number) => number): Entry {
  if (entry.kind === "call") return { ...entry, of: moved(entry.of) };
  if (entry.kind === "binary") return { ...entry, left: moved(entry.left), right: moved(entry.right) };
  if (entry.kind !== "choice") return entry;
  return { ...entry, condition: moved(entry.condition), left: moved(entry.left), right: moved(entry.right) };
}

/** Whether each entry depends on a parameter by other than a condition: no other one passes a derivative on. */
function dependsOnParameters(entries: readonly Entry[]): boolean[] {
  const moving: boolean[] = [];
  for (const entry of entries) {
    const sides = entry.kind === "choice" ? [entry.left, entry.right] : sidesOf(entry);
    moving.push(entry.kind === "parameter" || sides.some((side) => moving[side]));
  }
  return moving;
}

/** The functions and operators that a tape calls, at the positions of their entries. */
function called(entries: readonly Entry[]) {
  return {
    functions: entries.map((entry) => (entry.kind === "call" ? elementary(entry.name) : undefined)),
    operators: entries.map((entry) =>
      entry.kind === "binary" && !isArithmetic(entry.operator) ? operatorOf(entry.operator) : undefined,
    ),
  };
}

function interpreted(entries: readonly Entry[], moving: readonly boolean[]): Evaluate {
  const size = entries.length;
  const last = size - 1;
  const values = new Float64Array(size);
  const adjoints = new Float64Array(size);
  const code = Uint8Array.from(entries, codeOf);
  const operands = (pick: (entry: Entry) => number) => Int32Array.from(entries, pick);
  // Of a parameter or predictor, its index; of a call, its argument.
  const left = operands((entry) =>
    entry.kind === "call" ? entry.of : "left" in entry ? entry.left : "index" in entry ? entry.index : 0,
  );
  const right = operands((entry) => ("right" in entry ? entry.right : 0));
  const conditions = operands((entry) => (entry.kind === "choice" ? entry.condition : 0));
  const { functions, operators } = called(entries);
  for (const [at, entry] of entries.entries()) if (entry.kind === "constant") values[at] = entry.value;

  function forward(x: number | Float64Array, parameters: Float64Array): void {
    for (let at = 0; at <= last; at++) {
      const a = values[left[at] as number] as number;
      const b = values[right[at] as number] as number;
      switch (code[at]) {
        case 0:
          break;
        case 1:
          values[at] = parameters[left[at] as number] as number;
          break;
        case 2:
          values[at] = typeof x === "number" ? x : (x[left[at] as number] as number);
          break;
        case 3:
          values[at] = a + b;
          break;
        case 4:
          values[at] = a - b;
          break;
        case 5:
          values[at] = a * b;
          break;
        case 6:
          values[at] = a / b;
          break;
        case 7: {
          const condition = values[conditions[at] as number] as number;
          values[at] = Number.isNaN(condition) ? condition : condition === 0 ? b : a;
          break;
        }
        case 8:
          values[at] = (functions[at] as ReturnType<typeof elementary>)[0](a);
          break;
        default:
          values[at] = (operators[at] as ReturnType<typeof operatorOf>).value(a, b);
      }
    }
  }

  // An entry with adjoint 0 passes nothing on, however steep it is, and one that does not depend on its operand passes nothing to it, however
  // large the adjoint: 0 times infinity is 0 here. So (x / d)^f has the derivative 0 by d at x = 0, its limit.
  function pass(to: number, adjoint: number, slope: number): void {
    if (slope !== 0 && moving[to]) adjoints[to] = (adjoints[to] as number) + adjoint * slope;
  }

  return (x, parameters, gradient) => {
    forward(x, parameters);
    gradient.fill(0);
    adjoints.fill(0);
    adjoints[last] = 1;
    for (let at = last; at >= 0; at--) {
      const adjoint = adjoints[at] as number;
      if (adjoint === 0) continue;
      const i = left[at] as number;
      const j = right[at] as number;
      const a = values[i] as number;
      const b = values[j] as number;
      const value = values[at] as number;
      switch (code[at]) {
        case 0:
        case 2:
          break;
        case 1:
          gradient[i] = (gradient[i] as number) + adjoint;
          break;
        case 3:
          adjoints[i] = (adjoints[i] as number) + adjoint;
          adjoints[j] = (adjoints[j] as number) + adjoint;
          break;
        case 4:
          adjoints[i] = (adjoints[i] as number) + adjoint;
          adjoints[j] = (adjoints[j] as number) - adjoint;
          break;
        case 5:
          pass(i, adjoint, b);
          pass(j, adjoint, a);
          break;
        case 6:
          pass(i, adjoint, 1 / b);
          pass(j, adjoint, -value / b);
          break;
        case 7:
          pass(values[conditions[at] as number] === 0 ? j : i, adjoint, 1);
          break;
        case 8:
          pass(i, adjoint, (functions[at] as ReturnType<typeof elementary>)[1](a, value));
          break;
        default: {
          const { byLeft, byRight } = operators[at] as ReturnType<typeof operatorOf>;
          if (byLeft !== undefined && moving[i]) pass(i, adjoint, byLeft(a, b));
          // The logarithm of a derivative by a constant exponent would be for nothing.
          if (byRight !== undefined && moving[j]) pass(j, adjoint, byRight(a, b, value));
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
  const names: string[] = [];
  const forward: string[] = [];
  const back: string[] = [];
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === "call") names.push(`const [f${at}, d${at}] = functions[${at}];`);
    if (entry.kind === "binary" && !isArithmetic(entry.operator))
      names.push(`const { value: f${at}, byLeft: l${at}, byRight: r${at} } = operators[${at}];`);
    forward.push(`const v${at} = ${valueText(entry, at)};`);
    if (moving[at]) back.unshift(`if (a${at} !== 0) { ${slopeText(entries, at, moving)} }`);
  }
  const adjoints = entries.map((_, at) => `a${at} = ${at === last ? 1 : 0}`).join(", ");
  const code = `${names.join("\n")}
return (x, p, g) => {
${forward.join("\n")}
g.fill(0);
let s, ${adjoints};
${back.join("\n")}
return v${last};
};`;
  const { functions, operators } = called(entries);
  try {
    return new Function("functions", "operators", code)(functions, operators) as Evaluate;
  } catch {
    return undefined;
  }
}

function valueText(entry: Entry, at: number): string {
  if (entry.kind === "constant") return `${entry.value}`;
  if (entry.kind === "parameter") return `p[${entry.index}]`;
  if (entry.kind === "predictor") return `typeof x === "number" ? x : x[${entry.index}]`;
  if (entry.kind === "call") return `f${at}(v${entry.of})`;
  const { left, right } = entry;
  if (entry.kind === "choice") {
    const condition = `v${entry.condition}`;
    return `Number.isNaN(${condition}) ? ${condition} : ${condition} === 0 ? v${right} : v${left}`;
  }
  if (isArithmetic(entry.operator)) return `v${left} ${entry.operator} v${right}`;
  return entry.operator === "^" ? `v${left} ** v${right}` : `f${at}(v${left}, v${right})`;
}

/** What an entry passes on to the gradient or to the entries that it is made of. */
function slopeText(entries: readonly Entry[], at: number, moving: readonly boolean[]): string {
  const entry = entries[at] as Entry;
  const pass = (to: number, slope: string) => (moving[to] ? `s = ${slope}; if (s !== 0) a${to} += a${at} * s;` : "");
  if (entry.kind === "parameter") return `g[${entry.index}] += a${at};`;
  if (entry.kind === "call") return pass(entry.of, `d${at}(v${entry.of}, v${at})`);
  if (entry.kind === "choice")
    return `if (v${entry.condition} === 0) { ${pass(entry.right, "1")} } else { ${pass(entry.left, "1")} }`;
  if (entry.kind !== "binary") return "";
  const { operator, left, right } = entry;
  if (operator === "+") return pass(left, "1") + pass(right, "1");
  if (operator === "-") return pass(left, "1") + pass(right, "-1");
  if (operator === "*") return pass(left, `v${right}`) + pass(right, `v${left}`);
  if (operator === "/") return pass(left, `1 / v${right}`) + pass(right, `-v${at} / v${right}`);
  const { byLeft, byRight } = operatorOf(operator);
  return [
    byLeft === undefined ? "" : pass(left, `l${at}(v${left}, v${right})`),
    byRight === undefined ? "" : pass(right, `r${at}(v${left}, v${right}, v${at})`),
  ].join("");
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
  if (entry.kind === "call") return elementary(entry.name)[0](value(entry.of));
  if (entry.kind === "choice") {
    const condition = value(entry.condition);
    return Number.isNaN(condition) ? condition : value(condition === 0 ? entry.right : entry.left);
  }
  const [a, b] = [value(entry.left), value(entry.right)];
  if (!isArithmetic(entry.operator)) return operatorOf(entry.operator).value(a, b);
  if (entry.operator === "+") return a + b;
  if (entry.operator === "-") return a - b;
  return entry.operator === "*" ? a * b : a / b;
}
