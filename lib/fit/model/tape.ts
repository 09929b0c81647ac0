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

/** The tape as a function of predictors and parameters that writes the gradient; it allocates nothing when called. */
export function compile(
  entries: readonly Entry[],
): (x: number | Float64Array, parameters: Float64Array, gradient: Float64Array) => number {
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
  const functions = entries.map((entry) => (entry.kind === "call" ? elementary(entry.name) : undefined));
  const operators = entries.map((entry) =>
    entry.kind === "binary" && !isArithmetic(entry.operator) ? operatorOf(entry.operator) : undefined,
  );
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
    if (slope !== 0) adjoints[to] = (adjoints[to] as number) + adjoint * slope;
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
          if (byLeft !== undefined) pass(i, adjoint, byLeft(a, b));
          // The logarithm of a derivative by a constant exponent would be for nothing.
          if (byRight !== undefined && code[j] !== 0) pass(j, adjoint, byRight(a, b, value));
        }
      }
    }
    return values[last] as number;
  };
}
