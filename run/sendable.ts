import { types } from "node:util";
import { isPlainObject } from "./plainText";

const simple = (value: unknown) =>
  value === null || (typeof value !== "object" && typeof value !== "function" && typeof value !== "symbol");

/**
 * What in a value does not survive the way out of a worker and into a file, with its place; undefined where all does. A
 * function cannot be sent at all, and an instance of a class would arrive as a plain object without its methods.
 */
export function unsendable(value: unknown, path: string, above: readonly unknown[] = []): string | undefined {
  if (simple(value) || above.includes(value)) return undefined;
  if (typeof value === "function" || typeof value === "symbol") return `${path} is a ${typeof value}`;
  if (types.isSharedArrayBuffer(value)) return `${path} is a SharedArrayBuffer`;
  if (ArrayBuffer.isView(value)) return unsendable(value.buffer, `${path}.buffer`);
  if (types.isArrayBuffer(value) || types.isDate(value) || types.isRegExp(value)) return undefined;
  const within = [...above, value];
  const walk = (keys: Iterable<unknown>, at: (key: unknown) => unknown, place: (key: unknown) => string) => {
    for (const key of keys) {
      const item = at(key);
      if (simple(item)) continue;
      const problem = unsendable(item, place(key), within);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  if (Array.isArray(value))
    return walk(
      value.keys(),
      (i) => value[i as number],
      (i) => `${path}[${i}]`,
    );
  if (types.isMap(value)) {
    const keys = walk(
      value.keys(),
      (key) => key,
      () => `a key of ${path}`,
    );
    return (
      keys ??
      walk(
        value.keys(),
        (key) => value.get(key),
        (key) => `${path}.get(${String(key)})`,
      )
    );
  }
  if (types.isSet(value))
    return walk(
      value,
      (item) => item,
      () => `an item of ${path}`,
    );
  if (isPlainObject(value))
    return walk(
      Object.keys(value),
      (key) => value[key as string],
      (key) => `${path}.${key}`,
    );
  return `${path} is an instance of ${(value as object).constructor?.name ?? "a class"}`;
}
