// Argument checks of all functions of the library: each error names the function, the argument, what it got and what it needs.
import { nearest } from "./nearest";
import type { Numbers } from "./numbers";
import { briefly, isList, shown } from "./shown";

/** What an option or an argument may be: a type, one of several words, or `any` where the function looks for itself. */
export type Kind =
  | "number"
  | "boolean"
  | "text"
  | "function"
  | "numbers"
  | "list"
  | "object"
  | "any"
  | readonly string[];

/** The options of a function, each with its kind; the compiler sees to it that none is left out. */
export type Kinds<Options> = { readonly [Name in keyof Required<Options>]: Kind };

const needs: Readonly<Record<Exclude<Kind, readonly string[]>, string>> = {
  number: "a number",
  boolean: "true or false",
  text: "text",
  function: "a function",
  numbers: "an array of numbers",
  list: "an array",
  object: "an object",
  any: "a value",
};

/** Whether a value is a number, not a text that looks like one. */
const isNumber = (value: unknown) => typeof value === "number";

const numeric = (value: unknown) => isNumber(value) && !Number.isNaN(value);

/** Whether a value is an object with names, as options are: no list, no Date, no Map. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || isList(value)) return false;
  return !(ArrayBuffer.isView(value) || value instanceof Date || value instanceof Map || value instanceof Set);
}

/**
 * Throws unless a value is of its kind. `numbers` are looked through, so that the error can say which is none.
 *
 * @example
 * import { requireKind } from "@emergence/lib/core";
 * requireKind("myFunction", "mode", "fast", ["fast", "exact"]); // => undefined
 */
export function requireKind(caller: string, name: string, value: unknown, kind: Kind): void {
  if (typeof kind !== "string") {
    requireOneOf(caller, name, value, kind);
    return;
  }
  switch (kind) {
    case "any":
      return;
    case "number":
      if (numeric(value)) return;
      break;
    case "numbers":
      requireNumbers(caller, name, value);
      return;
    case "list":
      requireList(caller, name, value);
      return;
    case "object":
      if (isPlain(value)) return;
      break;
    default:
      if (typeof value === (kind === "text" ? "string" : kind)) return;
  }
  throw new RangeError(`${caller}: ${name} ${shown(value)}, needs ${needs[kind]}`);
}

/**
 * Throws a RangeError unless the value is a number, which may be infinite.
 *
 * @example
 * import { requireNumber } from "@emergence/lib/core";
 * requireNumber("myFunction", "limit", Infinity); // => undefined
 */
export function requireNumber(caller: string, name: string, value: unknown): asserts value is number {
  if (!numeric(value)) throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number`);
}

/**
 * Throws a RangeError unless the value is text.
 *
 * @example
 * import { requireString } from "@emergence/lib/core";
 * requireString("myFunction", "name", "blue"); // => undefined
 */
export function requireString(caller: string, name: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw new RangeError(`${caller}: ${name} ${shown(value)}, needs text`);
}

/**
 * Throws a RangeError unless the value is a function.
 *
 * @example
 * import { requireFunction } from "@emergence/lib/core";
 * requireFunction("myFunction", "f", Math.sqrt); // => undefined
 */
export function requireFunction(caller: string, name: string, value: unknown): void {
  if (typeof value !== "function") throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a function`);
}

/**
 * Throws a RangeError unless the value is an array or a typed array, of anything.
 *
 * @example
 * import { requireList } from "@emergence/lib/core";
 * requireList("myFunction", "labels", ["a", "b"]); // => undefined
 */
export function requireList(
  caller: string,
  name: string,
  value: unknown,
  of: string = "an array",
): asserts value is ArrayLike<unknown> {
  if (!isList(value)) throw new RangeError(`${caller}: ${name} is ${shown(value)}, needs ${of}`);
}

/** `scores[2] of "bleu"` for element 2 of `scores of "bleu"`. */
const element = (name: string, i: number) => name.replace(/^(\S+)(?= of |$)/, (list) => `${list}[${i}]`);

/**
 * Throws a RangeError unless the value is an array, or a typed array, of numbers, which may be infinite but not NaN.
 *
 * @example
 * import { requireNumbers } from "@emergence/lib/core";
 * requireNumbers("myFunction", "y", [1, Infinity]); // => undefined
 */
export function requireNumbers(caller: string, name: string, value: unknown): asserts value is Numbers {
  requireList(caller, name, value, "an array of numbers");
  for (let i = 0; i < value.length; i++) {
    if (!numeric(value[i]))
      throw new RangeError(`${caller}: ${element(name, i)} is ${shown(value[i])}, needs a number`);
  }
}

/**
 * Throws a RangeError unless the value is an array, or a typed array, of finite numbers.
 *
 * @example
 * import { requireFiniteNumbers } from "@emergence/lib/core";
 * requireFiniteNumbers("myFunction", "x", [1, 2]); // => undefined
 */
export function requireFiniteNumbers(caller: string, name: string, value: unknown): asserts value is Numbers {
  requireList(caller, name, value, "an array of numbers");
  for (let i = 0; i < value.length; i++) {
    if (!Number.isFinite(value[i])) {
      throw new RangeError(`${caller}: ${element(name, i)} is ${shown(value[i])}, needs a finite number`);
    }
  }
}

/** Throws a RangeError unless the value is a nonempty array of arrays of finite numbers, all of one length. */
export function requireRows(caller: string, name: string, value: unknown): asserts value is readonly Numbers[] {
  requireList(caller, name, value, "rows of numbers");
  if (value.length === 0) throw new RangeError(`${caller}: ${name} is empty, needs at least one row of numbers`);
  for (let i = 0; i < value.length; i++) {
    requireFiniteNumbers(caller, `${name}[${i}]`, value[i]);
    const { length } = value[0] as Numbers;
    if ((value[i] as Numbers).length !== length) {
      throw new RangeError(
        `${caller}: ${name}[${i}] has ${(value[i] as Numbers).length} numbers, needs ${length} as the first row has`,
      );
    }
  }
}

/**
 * The options given, checked: an object with known names only, each of its kind. Throws a RangeError with the nearest name that is known.
 *
 * @example
 * import { optionsOf } from "@emergence/lib/core";
 * optionsOf("myFunction", { seed: 1 }, { seed: "number" }).seed; // => 1
 */
export function optionsOf<Options extends object>(
  caller: string,
  options: Options,
  kinds: Readonly<Record<string, Kind>>,
  what: string = "options",
): Options {
  partsOf(caller, options, kinds, what);
  for (const name in options) {
    // A sweep hands every task a seed, also one that needs none, and numbers its repetitions by an axis of that name.
    if (name === "seed" || name === "replicate" || Object.hasOwn(kinds, name)) continue;
    const known = Object.keys(kinds);
    throw new RangeError(`${caller}: unknown option ${name}, needs one of ${known.join(", ")}${guess(name, known)}`);
  }
  return options;
}

/**
 * The same for data, such as a point of a curve or a state of a system, which may hold more than is read of them.
 *
 * @example
 * import { partsOf } from "@emergence/lib/core";
 * partsOf("myFunction", { x: 1, note: "kept" }, { x: "number" }, "point").note; // => "kept"
 */
export function partsOf<Data extends object>(
  caller: string,
  data: Data,
  kinds: Readonly<Record<string, Kind>>,
  what: string,
): Data {
  if (!isPlain(data)) {
    const names = Object.keys(kinds).slice(0, 6).join(", ");
    throw new RangeError(`${caller}: ${what} ${shown(data)}, needs an object with names such as ${names}`);
  }
  for (const name in kinds) {
    const value = (data as Record<string, unknown>)[name];
    if (value !== undefined) requireKind(caller, name, value, kinds[name] as Kind);
  }
  return data;
}

/** `; did you mean "weights"?` where a known word is near enough, else nothing. */
function guess(word: unknown, known: readonly string[]): string {
  const near = typeof word === "string" ? nearest(word, known) : undefined;
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/**
 * Throws a RangeError unless the value is a whole number from `from` to `to`.
 *
 * @example
 * import { requireWhole } from "@emergence/lib/core";
 * requireWhole("myFunction", "sides", 6, 1, 20); // => undefined
 */
export function requireWhole(
  caller: string,
  name: string,
  value: number,
  from: number = 1,
  to: number = Infinity,
): void {
  if (Number.isSafeInteger(value) && value >= from && value <= to) return;
  const range = to === Infinity ? `from ${from}` : `from ${from} to ${to}`;
  throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a whole number ${range}`);
}

/** Most elements of one array: what any engine gives, and far more than a run can fill. */
const most = 2 ** 31 - 1;

/** Throws a RangeError if a run would need an array that no engine can make. */
export function requireRoom(caller: string, name: string, elements: number): void {
  if (elements <= most) return;
  throw new RangeError(`${caller}: ${name} ${elements.toPrecision(3)}, needs at most ${most}: no array holds more`);
}

/** Throws a RangeError if a result is NaN although all that was given is in range: squares or powers of it have overflowed. */
export function requireNoOverflow(caller: string, results: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(results)) {
    if (!Number.isNaN(value)) continue;
    throw new RangeError(
      `${caller}: ${name} overflows for numbers of this size, needs them in a unit that brings them nearer to 1`,
    );
  }
}

/**
 * Throws a RangeError unless the value is a proportion or a probability: a number from 0 to 1, both included.
 *
 * @example
 * import { requireProportion } from "@emergence/lib/core";
 * requireProportion("myFunction", "share", 1); // => undefined
 */
export function requireProportion(caller: string, name: string, value: number): void {
  if (!(isNumber(value) && value >= 0 && value <= 1))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number from 0 to 1`);
}

/**
 * Throws a RangeError unless the value is a chance level: a number from 0 to below 1.
 *
 * @example
 * import { requireChance } from "@emergence/lib/core";
 * requireChance("myFunction", "chance", 0.25); // => undefined
 */
export function requireChance(caller: string, name: string, value: number): void {
  if (!(isNumber(value) && value >= 0 && value < 1))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number from 0 to below 1`);
}

/**
 * Throws a RangeError unless the value lies strictly between 0 and 1, as a confidence or a significance does.
 *
 * @example
 * import { requireInside } from "@emergence/lib/core";
 * requireInside("myFunction", "confidence", 0.95); // => undefined
 */
export function requireInside(caller: string, name: string, value: number): void {
  if (!(isNumber(value) && value > 0 && value < 1)) {
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number above 0 and below 1`);
  }
}

/**
 * Throws a RangeError unless the value is a finite number above 0.
 *
 * @example
 * import { requirePositive } from "@emergence/lib/core";
 * requirePositive("myFunction", "temperature", 2.27); // => undefined
 */
export function requirePositive(caller: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a finite number above 0`);
}

/**
 * Throws a RangeError unless the value is a finite number, 0 or above.
 *
 * @example
 * import { requireNonNegative } from "@emergence/lib/core";
 * requireNonNegative("myFunction", "noise", 0); // => undefined
 */
export function requireNonNegative(caller: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a finite number from 0`);
}

/**
 * Throws a RangeError unless the value is a finite number.
 *
 * @example
 * import { requireFinite } from "@emergence/lib/core";
 * requireFinite("myFunction", "x", 1.5); // => undefined
 */
export function requireFinite(caller: string, name: string, value: unknown): asserts value is number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a finite number`);
}

/**
 * Throws a RangeError unless the values are finite, each above the one before.
 *
 * @example
 * import { requireIncreasing } from "@emergence/lib/core";
 * requireIncreasing("myFunction", "sizes", [1, 2, 4]); // => undefined
 */
export function requireIncreasing(caller: string, name: string, values: Numbers): void {
  requireList(caller, name, values, "an array of numbers");
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value) || (i > 0 && value <= (values[i - 1] as number)))
      throw new RangeError(`${caller}: ${name}[${i}] ${shown(value)}, needs finite numbers in increasing order`);
  }
}

/**
 * Throws a RangeError unless the value is one of the words given.
 *
 * @example
 * import { requireOneOf } from "@emergence/lib/core";
 * requireOneOf("myFunction", "unit", "bits", ["bits", "nats"]); // => undefined
 */
export function requireOneOf(caller: string, name: string, value: unknown, known: readonly string[]): void {
  if (known.includes(value as string)) return;
  throw new RangeError(`${caller}: ${name} ${briefly(value)}, needs one of ${known.join(", ")}${guess(value, known)}`);
}

/**
 * Throws a RangeError unless all lists have the length of the first: `fit: 3 x but 2 y`.
 *
 * @example
 * import { requireSameLength } from "@emergence/lib/core";
 * requireSameLength("myFunction", { x: [1, 2], y: [3, 4] }); // => undefined
 */
export function requireSameLength(caller: string, lists: Readonly<Record<string, ArrayLike<unknown>>>): void {
  for (const name in lists) if (typeof lists[name] !== "string") requireList(caller, name, lists[name]);
  const [[first, { length }] = ["", []], ...others] = Object.entries(lists);
  for (const [name, list] of others) {
    if (list.length !== length) throw new RangeError(`${caller}: ${length} ${first} but ${list.length} ${name}`);
  }
}

/**
 * Runs a part of a function in the function's name: an error that begins with the name of a function called inside begins with this one's.
 *
 * @example
 * import { inNameOf } from "@emergence/lib/core";
 * inNameOf("myFunction", () => 2 + 2); // => 4
 */
export function inNameOf<T>(caller: string, part: () => T): T {
  try {
    return part();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    const message = error.message.replace(/^[\w.]+(?=: )/, caller);
    throw error instanceof RangeError ? new RangeError(message) : new TypeError(message);
  }
}
