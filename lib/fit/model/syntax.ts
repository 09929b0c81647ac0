import { functionNamed, functionNames } from "./elementary";
import { comparisons, isTruth, operatorNamed } from "./operators";
import type { Entry } from "./tape";

/** The parts of a mathjs syntax tree that are read here. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly fn?: Node | string;
  readonly args?: readonly Node[];
  readonly content?: Node;
  /** Of a choice, condition ? trueExpr : falseExpr. */
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
  /** Of a chain of comparisons, 0 < x <= 3. */
  readonly params?: readonly Node[];
  readonly conditionals?: readonly string[];
  toTex(options: { handler: (node: Node) => string | undefined }): string;
}

/** What the names of a formula stand for. */
export interface Names {
  readonly parameters: readonly string[];
  readonly predictors: readonly string[];
}

/** Names of all symbols in order of first appearance, without the names of called functions. */
export function symbolsOf(node: Node): string[] {
  if (node.type === "SymbolNode") return [node.name as string];
  return [...new Set(childrenOf(node).flatMap(symbolsOf))];
}

/** The parts that a part of a tree is made of, without the names of called functions. */
export function childrenOf({ args = [], params = [], content, condition, trueExpr, falseExpr }: Node): Node[] {
  return [...args, ...params, content, condition, trueExpr, falseExpr].filter((part) => part !== undefined);
}

/** The tape of a syntax tree. */
export function tapeOf(tree: Node, names: Names): Entry[] {
  const entries: Entry[] = [];
  const last = write(tree, entries, names);
  if (isCondition(entries[last] as Entry))
    throw new TypeError("curve: the formula is true or false, needs a number: (condition) ? 1 : 0");
  return entries;
}

/** Appends a tree to a tape and returns its position. */
function write(node: Node, entries: Entry[], names: Names): number {
  const put = (entry: Entry) => entries.push(entry) - 1;
  const visit = (child: Node) => write(child, entries, names);
  const args = node.args ?? [];
  if (node.type === "ParenthesisNode") return visit(node.content as Node);
  if (node.type === "ConstantNode" && typeof node.value === "number")
    return put({ kind: "constant", value: node.value });
  if (node.type === "SymbolNode") return put(symbolEntry(node.name as string, names));
  if (node.type === "ConditionalNode")
    return choose([node.condition, node.trueExpr, node.falseExpr] as Node[], visit, put);
  if (node.type === "RelationalNode") return chain(node, visit, put);
  if (node.type === "FunctionNode") return call(node, visit, put);
  const operator = node.type === "OperatorNode" ? operatorNamed(node.op as string) : undefined;
  const [first, second] = args as [Node, Node?];
  if (node.type === "OperatorNode" && args.length === 1) {
    if (node.op === "+") return visit(first);
    if (node.op === "-") return put({ kind: "call", name: "negate", of: visit(first) });
    if (node.op === "not") return put({ kind: "call", name: "not", of: visit(first) });
  }
  if (operator !== undefined && args.length === 2) {
    const [left, right] = [visit(first), visit(second as Node)];
    const logarithmic = operator === "*" && [left, right].some((at) => isLogarithm(entries[at] as Entry));
    return put({ kind: "binary", operator: logarithmic ? "*log" : operator, left, right });
  }
  throw new TypeError(
    `curve: ${node.op ?? node.type} has no derivative here, needs + - * / ^ %, comparisons, condition ? a : b, and functions`,
  );
}

type Visit = (child: Node) => number;
type Put = (entry: Entry) => number;

function choose([first, second, third]: readonly Node[], visit: Visit, put: Put): number {
  const condition = visit(first as Node);
  const left = visit(second as Node);
  return put({ kind: "choice", condition, left, right: visit(third as Node) });
}

/** 0 < x <= 3 as (0 < x) and (x <= 3). */
function chain({ params = [], conditionals = [] }: Node, visit: Visit, put: Put): number {
  const parts = params.map(visit);
  const links = conditionals.map((name, i) =>
    put({
      kind: "binary",
      operator: comparisons[name] as "<",
      left: parts[i] as number,
      right: parts[i + 1] as number,
    }),
  );
  return links.reduce((left, right) => put({ kind: "binary", operator: "and", left, right }));
}

/** Functions of two arguments, and those of several. */
const pairs = ["log(x, base)", "pow(a, b)", "mod(a, b)", "atan2(y, x)", "hypot(a, b)"];
const several = ["max(...)", "min(...)", "if(condition, a, b)"];

function call(node: Node, visit: Visit, put: Put): number {
  const name = typeof node.fn === "string" ? node.fn : (node.fn?.name ?? "");
  const args = node.args ?? [];
  const apply = (operator: string, left: number, right: number) =>
    put({ kind: "binary", operator: operator as "+", left, right });
  const of = (known: string, at: number) => put({ kind: "call", name: known, of: at });
  if ((name === "max" || name === "min") && args.length > 0)
    return args.map(visit).reduce((left, right) => apply(name, left, right));
  if (name === "if" && args.length === 3) return choose(args, visit, put);
  if (args.length === 2) {
    const [left, right] = args.map(visit) as [number, number];
    if (name === "pow") return apply("^", left, right);
    if (name === "log") return apply("/", of("log", left), of("log", right));
    if (name === "mod" || name === "atan2") return apply(name, left, right);
    if (name === "hypot") return of("sqrt", apply("+", of("square", left), of("square", right)));
  }
  const known = functionNamed(name);
  if (known !== undefined && args.length === 1) return of(known, visit(args[0] as Node));
  if (known !== undefined || [...pairs, ...several].some((form) => form.startsWith(`${name}(`)))
    throw new TypeError(`curve: ${name} of ${args.length} arguments is no function here, needs ${formsOf(name)}`);
  throw new TypeError(
    `curve: ${name}(...) is no function here (for a product write ${name} * (...)), needs one of ${[...functionNames, ...pairs, ...several].join(", ")}`,
  );
}

function formsOf(name: string): string {
  const forms = [...pairs, ...several].filter((form) => form.startsWith(`${name}(`));
  return [...(functionNamed(name) === undefined ? [] : [`${name}(x)`]), ...forms].join(" or ");
}

function symbolEntry(name: string, { parameters, predictors }: Names): Entry {
  if (predictors.includes(name)) return { kind: "predictor", index: predictors.indexOf(name) };
  if (name === "pi") return { kind: "constant", value: Math.PI };
  return { kind: "parameter", index: parameters.indexOf(name) };
}

function isCondition(entry: Entry): boolean {
  return (entry.kind === "binary" && isTruth(entry.operator)) || (entry.kind === "call" && entry.name === "not");
}

function isLogarithm(entry: Entry): boolean {
  return entry.kind === "call" && /^log(2|10)?$/.test(entry.name);
}
