import { briefly, isList } from "../core/shown";

/** One target or several, as a list. */
export function anyTarget<T extends string | number>(caller: string, target: T | readonly T[]): readonly T[] {
  const targets = isList(target) ? Array.from(target as ArrayLike<T>) : [target as T];
  if (targets.length === 0) throw new TypeError(`${caller}: no target, needs one or more`);
  return targets;
}

/** Throws a TypeError unless all are texts. */
export function requireTexts(caller: string, texts: readonly unknown[]): void {
  for (const text of texts) {
    if (typeof text !== "string")
      throw new TypeError(`${caller}: ${briefly(text)} among the texts, needs strings (a missing answer is "")`);
  }
}
