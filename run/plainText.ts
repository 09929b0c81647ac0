// One text per value, whatever the order of its keys. Seeds and cache keys are derived from it.

const typedArray = Object.getPrototypeOf(Uint8Array.prototype).constructor as new () => ArrayLike<unknown>;

/** Text of a value, like JSON but exact: -0, NaN, the infinities, undefined, bigints and typed arrays each have a text of their own. */
export function plainText(value: unknown, path: string): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : `${value}`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean" || value === null || value === undefined) return `${value}`;
  const list = (items: ArrayLike<unknown>) =>
    `[${Array.from(items, (item, i) => plainText(item, `${path}[${i}]`)).join(",")}]`;
  if (Array.isArray(value)) return list(value);
  if (value instanceof typedArray) return `${value.constructor.name}${list(value)}`;
  if (isPlainObject(value)) {
    const texts = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${plainText(value[key], `${path}.${key}`)}`);
    return `{${texts.join(",")}}`;
  }
  const got = typeof value === "object" ? `a ${value.constructor?.name ?? "object"}` : `a ${typeof value}`;
  throw new TypeError(`${path} is ${got}, needs numbers, strings, booleans, null, arrays or plain objects of them`);
}

/** Whether a value is an object literal, not an instance of a class. One from another realm (a cell, in some kernels) counts too. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return (
    prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "hasOwnProperty"))
  );
}
