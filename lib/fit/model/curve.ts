import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireString } from "../../core/require";
import { expressionCandidates } from "./expressionGuesses";
import { kinkCandidates } from "./kinkGuesses";
import { type Model, symbol, toVector } from "./model";
import { withOrigin } from "./origin";
import { placeCandidates, thinned } from "./placeGuesses";
import { projection } from "./projection";
import { flatParameters, linearParameters, placesOf } from "./structure";
import { childrenOf, type Names, type Node, symbolsOf, tapeOf } from "./syntax";
import { compile, type Entry } from "./tape";
import { viewsOf } from "./views";

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

/** Whether an entry makes a kink or a jump. */
const isKink = (entry: Entry): boolean =>
  entry.kind === "choice" ||
  (entry.kind === "call" && entry.name === "abs") ||
  (entry.kind === "binary" && /^m(ax|in)$/.test(entry.operator));

/**
 * A model from text. Every symbol that is neither a predictor nor a called function is a parameter, in order of first appearance;
 * the only constant is `pi` (`e`, `i` and names of units are parameters like any other). The gradient is exact; at a kink it is that of
 * one side.
 *
 * Known are + - * / ^ % and parentheses; exp, log (natural; `log(x, base)`), log2, log10, log1p, expm1, sqrt, cbrt, pow, hypot; trigonometric and
 * hyperbolic functions with their inverses, atan2; erf, erfc, normalCdf, gamma, lgamma; max, min, abs, sign, heaviside (1 from 0 on), floor,
 * ceil, round, fix, mod; comparisons with `and`, `or`, `not`, which count as 1 or 0; `x < x0 ? a : b`, the same as `if(x < x0, a, b)`.
 *
 * A parameter that x is compared with, and that moves nothing but a jump, is searched between the data's x, as the place of `curves.step`.
 * For two straight lines that meet, `curves.hinge` needs no text.
 *
 * @param expression in the syntax of mathjs
 * @throws SyntaxError if the text cannot be read, TypeError for a function or an operator that is unknown here
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
  const symbols = symbolsOf(tree);
  const parameters = symbols.filter((word) => word !== "pi" && !predictors.includes(word));
  const remarks = remarksOn(tree, { parameters, predictors }, symbols);
  const entries = tapeOf(tree, { parameters, predictors });
  const point = compile(entries);
  const linear = linearParameters(entries, parameters);
  const places = placesOf(entries, parameters);
  const flat = flatParameters(entries, parameters);
  const texWith = (words: Readonly<Record<string, string>>) =>
    tree.toTex({
      handler: (node) => (node.type === "SymbolNode" ? (words[node.name ?? ""] ?? symbol(node.name ?? "")) : undefined),
    });
  const model: Model = {
    name,
    parameters,
    predictors,
    linear,
    nonsmooth: places.filter((place) => flat.includes(place)),
    bends: entries.some(isKink),
    domain: {},
    formula: expression,
    tex: texWith({}),
    texWith,
    source: "",
    ...(remarks.length > 0 ? { remarks } : {}),
    point,
    value: (x, values) =>
      point(
        typeof x === "number" ? x : Float64Array.from(x as Numbers),
        toVector(name, parameters, values),
        new Float64Array(parameters.length),
      ),
    initialGuesses: (data, _, round = 0) => {
      const single = predictors.length === 1;
      const drawn = expressionCandidates(data, entries, parameters, linear, round);
      if (round > 0) return drawn;
      const some = thinned(data);
      const costs = single
        ? {
            coarse: costBy(projection(some, point, parameters, linear)),
            fine: costBy(projection(data, point, parameters, linear)),
          }
        : undefined;
      const placed = placeCandidates(data, parameters, places, drawn, costs);
      // Where all others are solved for, nothing is left to be drawn.
      if (single && places.length > 0 && parameters.every((name) => places.includes(name) || linear.includes(name)))
        return placed;
      // The drawn ones last: of places in the same gap the middle counts, since the first of equals does.
      return [...placed, ...(single ? kinkCandidates(some, entries, parameters, drawn) : []), ...drawn];
    },
    views: viewsOf(entries, (tape) => linearParameters(tape, parameters).map((word) => parameters.indexOf(word))),
  };
  return withOrigin(model, { kind: "expression", expression, predictors: [...predictors], name });
}

/** What a formula holds that is most often meant otherwise, in words. */
function remarksOn(tree: Node, { parameters, predictors }: Names, symbols: readonly string[]): string[] {
  const remarks: string[] = [];
  if (parameters.length > 1 && !predictors.some((name) => symbols.includes(name)))
    remarks.push(
      `the formula has no ${predictors.join(", ")}, so that ${parameters.join(", ")} are all parameters: if one of them is the predictor, name it, curve(text, { predictors: ["..."] })`,
    );
  if (parameters.includes("e") && isBase(tree, "e"))
    remarks.push("e is a parameter of the formula, not Euler's number: exp(b * x) is the exponential function");
  return remarks;
}

/** Whether a symbol is raised to a power anywhere in a tree. */
const isBase = (tree: Node, name: string): boolean =>
  (tree.op === "^" && tree.args?.[0]?.name === name) || childrenOf(tree).some((child) => isBase(child, name));

/** Kinds of the options, for their check. */
const curveOptions: Kinds<CurveOptions> = { predictors: "list", name: "text" };

const costBy =
  (project: ReturnType<typeof projection>) =>
  (values: readonly number[]): number =>
    project(values).cost;

function parse(expression: string): Node {
  if (expression.trim() === "")
    throw new SyntaxError('curve: the expression is empty, needs a formula such as "a + b * x"');
  // Loaded on first use: mathjs takes most of a second to load, and few sessions need it.
  const { parse: read } = require("mathjs");
  let tree: Node;
  try {
    tree = read(expression);
  } catch (error) {
    throw new SyntaxError(`curve: cannot read "${expression}": ${(error as Error).message}${cure(expression)}`);
  }
  if (tree.type === "AssignmentNode" || tree.type === "FunctionAssignmentNode") {
    const right = expression.slice(expression.indexOf("=") + 1).trim();
    throw new SyntaxError(`curve: "${expression}" is an equation, needs its right side alone: curve("${right}")`);
  }
  return tree;
}

/** Signs of other languages, and how they are written here. */
const foreign: readonly (readonly [sign: string, here: string])[] = [
  ["**", "a^b"],
  ["&&", "a and b"],
  ["||", "a or b"],
  ["|", "abs(a)"],
  ["~", "the right side alone"],
];

function cure(expression: string): string {
  const met = foreign.find(([sign]) => expression.includes(sign));
  return met === undefined ? "" : `; in place of ${met[0]} write ${met[1]}`;
}
