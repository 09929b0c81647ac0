// Argument checks of all functions of the library: each error names the function, the argument, what it got and what it needs.
import type { Numbers } from "./numbers";
import { shown } from "./shown";

/** A text such as "0.5" compares like the number that it looks like. */
const isNumber = (value: unknown): boolean => typeof value === "number";

/** Throws a RangeError unless the value is a whole number from `from` to `to`. */
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

/** Throws a RangeError unless the value is a proportion or a probability: a number from 0 to 1, both included. */
export function requireProportion(caller: string, name: string, value: number): void {
  if (!(isNumber(value) && value >= 0 && value <= 1))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number from 0 to 1`);
}

/** Throws a RangeError unless the value is a chance level: a number from 0 to below 1. */
export function requireChance(caller: string, name: string, value: number): void {
  if (!(isNumber(value) && value >= 0 && value < 1))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number from 0 to below 1`);
}

/** Throws a RangeError unless the value lies strictly between 0 and 1, as a confidence or a significance does. */
export function requireInside(caller: string, name: string, value: number): void {
  if (!(isNumber(value) && value > 0 && value < 1)) {
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a number above 0 and below 1`);
  }
}

/** Throws a RangeError unless the value is a finite number above 0. */
export function requirePositive(caller: string, name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a finite number above 0`);
}

/** Throws a RangeError unless the value is a finite number, 0 or above. */
export function requireNonNegative(caller: string, name: string, value: number): void {
  if (!(value >= 0 && Number.isFinite(value)))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a finite number from 0`);
}

/** Throws a RangeError unless the value is a finite number. */
export function requireFinite(caller: string, name: string, value: unknown): asserts value is number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new RangeError(`${caller}: ${name} ${shown(value)}, needs a finite number`);
}

/** Throws a RangeError unless the values are finite, each above the one before. */
export function requireIncreasing(caller: string, name: string, values: Numbers): void {
  for (const [i, value] of values.entries()) {
    if (!Number.isFinite(value) || (i > 0 && value <= (values[i - 1] as number)))
      throw new RangeError(`${caller}: ${name}[${i}] ${shown(value)}, needs finite numbers in increasing order`);
  }
}

/** Throws a RangeError unless the value is one of the words given. */
export function requireOneOf(caller: string, name: string, value: string, known: readonly string[]): void {
  if (!known.includes(value))
    throw new RangeError(
      `${caller}: ${name} ${typeof value === "string" ? JSON.stringify(value) : shown(value)}, needs one of ${known.join(", ")}`,
    );
}

/** Throws a RangeError unless all lists have the length of the first: `fit: 3 x but 2 y`. */
export function requireSameLength(caller: string, lists: Readonly<Record<string, ArrayLike<unknown>>>): void {
  const [[first, { length }] = ["", []], ...others] = Object.entries(lists);
  for (const [name, list] of others) {
    if (list.length !== length) throw new RangeError(`${caller}: ${length} ${first} but ${list.length} ${name}`);
  }
}
