// What every system asks of its options; each error names the function, what it got and what it needs.

/** A whole number from `least`. */
export function requireCount(where: string, name: string, value: number, least = 1): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${where}: ${name} ${value}, needs a whole number from ${least}`);
  }
}

/** A number between 0 and 1, both included. */
export function requireShare(where: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${where}: ${name} ${value}, needs one between 0 and 1`);
}

/** A finite number above 0. */
export function requirePositive(where: string, name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${where}: ${name} ${value}, needs one above 0`);
}

/** A finite number from 0. */
export function requireFromZero(where: string, name: string, value: number): void {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${where}: ${name} ${value}, needs one from 0`);
}
