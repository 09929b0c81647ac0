// Every public function and every method of what they return, found by themselves: one without a valid call fails the test.
import * as data from "../../data/index";
import * as lib from "../../lib/index";
import * as plot from "../../plot/index";
import * as run from "../../run/index";

export type Anything = (...args: unknown[]) => unknown;

const isModule = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.prototype.toString.call(value) === "[object Module]";

/** Functions by path, such as `measures.gaussian.entropy`. */
export function publicFunctions(): Map<string, Anything> {
  const found = new Map<string, Anything>();
  const visit = (members: object, path: string) => {
    for (const [name, value] of Object.entries(members)) {
      const inner = path === "" ? name : `${path}.${name}`;
      if (typeof value === "function") found.set(inner, value as Anything);
      else if (isModule(value)) visit(value, inner);
    }
  };
  visit(lib, "");
  for (const [name, module] of Object.entries({ plot, data, run })) visit(module, name);
  for (const [metric, entry] of Object.entries(lib.metrics.metricCatalogue)) {
    for (const name of ["expected", "chance", "resolution"] as const) {
      found.set(`metrics.metricCatalogue.${metric}.${name}`, entry[name] as Anything);
    }
  }
  return found;
}

/** Names of the methods of a result, its own and inherited ones. */
export function methodsOf(result: unknown): string[] {
  if (typeof result !== "object" || result === null || Array.isArray(result) || ArrayBuffer.isView(result)) return [];
  const names = new Set<string>();
  for (let at: object | null = result; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      const value: unknown = (result as Record<string, unknown>)[name]; // some are made when first asked for
      if (typeof value === "function" && name !== "constructor" && name !== "toJSON") names.add(name);
    }
  }
  return [...names];
}

/** Functions that are not tried, each with the reason. */
export const untried: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    /^core\.(backSubstitute|cholesky|choleskySolve|dot|householder|norm)$/,
    "inner loops on Float64Arrays, unchecked by contract",
  ],
  [
    /^core\.(require\w+|optionsOf|partsOf|inNameOf|shown|briefly)$/,
    "the checks themselves, which test/lib/core/require.test.ts tries",
  ],
  [/^plot\.(CheckFailed|ExerciseFailed)$/, "the class of an error"],
  [
    /^run\.clearCache$/,
    "empties the cache of the kit when called with true or nothing; test/run/cache.test.ts tries it",
  ],
  [/^run\.sweep$/, "starts threads and writes a cache; test/run/sweep.test.ts tries its arguments"],
  [/^fit\.(reviveFit|unwrapFit)\(\)\./, "the methods of fit"],
  [/^fit\.curve(s\.\w+)?\(\)\.(point|value|texWith|initialGuesses)$/, "called in the inner loop of every fit"],
  [/^fit\.\w+\(\)\.model$/, "a model"],
];

export const isUntried = (path: string): boolean => untried.some(([pattern]) => pattern.test(path));
