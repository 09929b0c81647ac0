import { types } from "node:util";
import { isFit, isRevivable } from "./fits";
import { isPlainObject } from "./plainText";

/**
 * First part of a value that a worker cannot send unchanged, as place and reason: `.a[0] is a function`; undefined if there is
 * none. A function cannot be sent at all, and an instance of a class would arrive as a plain object without its methods. A Map
 * counts as an array of pairs, a Set as an array. A fit is sent as its numbers, since `withMethods` gives its methods back.
 */
export function unsendable(value: unknown, above: readonly unknown[] = []): string | undefined {
  if (typeof value === "function" || typeof value === "symbol") return ` is a ${typeof value}`;
  if (typeof value !== "object" || value === null || above.includes(value)) return undefined;
  if (types.isArrayBuffer(value) || types.isDate(value) || types.isRegExp(value)) return undefined;
  if (ArrayBuffer.isView(value)) return types.isSharedArrayBuffer(value.buffer) ? " is shared memory" : undefined;
  const within = [...above, value];
  if (Array.isArray(value) || types.isMap(value) || types.isSet(value)) {
    let i = 0;
    for (const item of value) {
      const problem = unsendable(item, within);
      if (problem !== undefined) return `[${i}]${problem}`;
      i += 1;
    }
    return undefined;
  }
  if (isFit(value) && !isPlainObject(value)) {
    return isRevivable(value) ? undefined : " is a fit of a model of your own: return its numbers alone, { ...fit }";
  }
  if (!isPlainObject(value)) return ` is an instance of ${value.constructor?.name ?? "a class"}`;
  for (const key of Object.keys(value)) {
    const problem = unsendable(value[key], within);
    if (problem !== undefined) return `.${key}${problem}`;
  }
  return undefined;
}
