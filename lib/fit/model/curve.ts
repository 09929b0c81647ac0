import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireString } from "../../core/require";
import { expressionCandidates } from "./expressionGuesses";
import { type Model, symbol, toVector } from "./model";
import { withOrigin } from "./origin";
import { compile, type Entry, type FunctionName, functionNames, type Operator } from "./tape";

/** The parts of a mathjs syntax tree that are read here. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly fn?: Node | string;
  readonly args?: readonly Node[];
  readonly content?: Node;
  toTex(options: { handler: (node: Node) => string | undefined }): string;
}

interface MathJs {
  parse(text: string): Node;
}

declare function require(name: "mathjs"): MathJs;

/** Options of `curve`. */
export interface CurveOptions {
  /** Names of the predictors. Default `["x"]`. */
  readonly predictors?: readonly string[];
  /** Name shown in results and tables. Default: the text. */
  readonly name?: string;
}

/**
 * A model from text. Every symbol that is neither a predictor nor a called function is a parameter, in order of first appearance;
 * the only constant is `pi` (`e`, `i` and names of units are parameters like any other). The gradient is exact.
 *
 * @param expression in the syntax of mathjs: + - * / ^, parentheses, exp, log (natural), log10, sqrt, sin ...
 * @throws SyntaxError if the text cannot be read, TypeError for a function or an operator that has no derivative here
 * @example
 * import { curve } from "@emergence/lib/fit";
 * curve("L / (1 + exp(-k * (x - x0)))").value(3, { L: 1, k: 2, x0: 3 }); // => 0.5
 *
 * Source: text and TeX by mathjs; derivatives by reverse-mode differentiation (Griewank & Walther 2008, Evaluating Derivatives, chapter 3).
 */
export function curve(expression: string, options: CurveOptions = {}): Model {
  requireString("curve", "expression", expression);
  const { predictors = ["x"], name = expression } = optionsOf("curve", options, curveOptions);
  if (predictors.length === 0) throw new RangeError('curve: no predictors, needs at least one such as ["x"]');
  for (let i = 0; i < predictors.length; i++) requireString("curve", `predictors[${i}]`, predictors[i]);
  const tree = parse(expression);
  const parameters = symbolsOf(tree).filter((word) => word !== "pi" && !predictors.includes(word));
  const entries: Entry[] = [];
  write(tree, entries, parameters, predictors);
  const point = compile(entries);
  const linear = linearParameters(entries, parameters);
  const texWith = (words: Readonly<Record<string, string>>) =>
    tree.toTex({
      handler: (node) => (node.type === "SymbolNode" ? (words[node.name ?? ""] ?? symbol(node.name ?? "")) : undefined),
    });
  const model: Model = {
    name,
    parameters,
    predictors,
    linear,
    nonsmooth: [],
    domain: {},
    formula: expression,
    tex: texWith({}),
    texWith,
    source: "",
    point,
    value: (x, values) =>
      point(
        typeof x === "number" ? x : Float64Array.from(x as Numbers),
        toVector(name, parameters, values),
        new Float64Array(parameters.length),
      ),
    initialGuesses: (data) => expressionCandidates(data, parameters, linear),
  };
  return withOrigin(model, { kind: "expression", expression, predictors: [...predictors], name });
}

/** Kinds of the options, for their check. */
const curveOptions: Kinds<CurveOptions> = { predictors: "list", name: "text" };

function parse(expression: string): Node {
  // Loaded on first use: mathjs takes most of a second to load, and few sessions need it.
  const { parse: read } = require("mathjs");
  try {
    return read(expression);
  } catch (error) {
    throw new SyntaxError(`curve: cannot read "${expression}": ${(error as Error).message}`);
  }
}

/** Names of all symbols in order of first appearance, without the names of called functions. */
function symbolsOf(node: Node): string[] {
  if (node.type === "SymbolNode") return [node.name as string];
  const inside = [...(node.args ?? []), ...(node.content ? [node.content] : [])];
  return [...new Set(inside.flatMap(symbolsOf))];
}

/** Appends a tree to a tape and returns its position. */
function write(node: Node, entries: Entry[], parameters: readonly string[], predictors: readonly string[]): number {
  const put = (entry: Entry) => entries.push(entry) - 1;
  const visit = (child: Node) => write(child, entries, parameters, predictors);
  const args = node.args ?? [];
  const [first, second] = args;
  if (node.type === "ParenthesisNode") return visit(node.content as Node);
  if (node.type === "ConstantNode" && typeof node.value === "number")
    return put({ kind: "constant", value: node.value });
  if (node.type === "SymbolNode") return put(symbolEntry(node.name as string, parameters, predictors));
  if (node.type === "OperatorNode" && first !== undefined) {
    const operator = node.op as string;
    if (second === undefined && operator === "+") return visit(first);
    if (second === undefined && operator === "-") return put({ kind: "call", name: "negate", of: visit(first) });
    if (args.length === 2 && /^[-+*/^]$/.test(operator)) {
      return put({ kind: "binary", operator: operator as Operator, left: visit(first), right: visit(second as Node) });
    }
  }
  if (node.type === "FunctionNode" && first !== undefined) return call(node, visit, put);
  throw new TypeError(
    `curve: ${node.op ?? node.type} has no derivative here, needs + - * / ^ and functions of one argument`,
  );
}

function call(node: Node, visit: (child: Node) => number, put: (entry: Entry) => number): number {
  const name = typeof node.fn === "string" ? node.fn : (node.fn?.name ?? "");
  const [first, second] = (node.args ?? []) as [Node, Node?];
  if (name === "pow" && second !== undefined) {
    return put({ kind: "binary", operator: "^", left: visit(first), right: visit(second) });
  }
  if (name === "log" && second !== undefined) {
    const left = put({ kind: "call", name: "log", of: visit(first) });
    const right = put({ kind: "call", name: "log", of: visit(second) });
    return put({ kind: "binary", operator: "/", left, right });
  }
  if (second !== undefined || !functionNames.includes(name as FunctionName)) {
    throw new TypeError(
      `curve: ${name}(...) is no function here (for a product write ${name} * (...)), needs one of ${functionNames.join(", ")}`,
    );
  }
  return put({ kind: "call", name: name as FunctionName, of: visit(first) });
}

function symbolEntry(name: string, parameters: readonly string[], predictors: readonly string[]): Entry {
  if (predictors.includes(name)) return { kind: "predictor", index: predictors.indexOf(name) };
  if (name === "pi") return { kind: "constant", value: Math.PI };
  return { kind: "parameter", index: parameters.indexOf(name) };
}

/** Parameters in which the formula is jointly linear, chosen greedily in their order. */
function linearParameters(entries: readonly Entry[], parameters: readonly string[]): string[] {
  const taken = new Set<number>();
  for (const index of parameters.keys()) {
    taken.add(index);
    if (degree(entries, taken) > 1) taken.delete(index);
  }
  return parameters.filter((_, index) => taken.has(index));
}

/** Degree of the formula in the given parameters; Infinity if it is not a polynomial in them. */
function degree(entries: readonly Entry[], of: ReadonlySet<number>): number {
  const degrees: number[] = [];
  for (const entry of entries) {
    const at = (position: number) => degrees[position] as number;
    if (entry.kind === "parameter") degrees.push(of.has(entry.index) ? 1 : 0);
    else if (entry.kind === "call")
      degrees.push(entry.name === "negate" || at(entry.of) === 0 ? at(entry.of) : Number.POSITIVE_INFINITY);
    else if (entry.kind !== "binary") degrees.push(0);
    else if (entry.operator === "+" || entry.operator === "-") degrees.push(Math.max(at(entry.left), at(entry.right)));
    else if (entry.operator === "*") degrees.push(at(entry.left) + at(entry.right));
    else if (at(entry.right) === 0)
      degrees.push(entry.operator === "/" || at(entry.left) === 0 ? at(entry.left) : Number.POSITIVE_INFINITY);
    else degrees.push(Number.POSITIVE_INFINITY);
  }
  return degrees.at(-1) ?? 0;
}
