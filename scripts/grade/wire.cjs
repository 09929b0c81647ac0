// Values between the process of a student's code and that of the judge, as JSON: plain data as they are, functions as numbers under which
// they can be called. What cannot be data is refused, so that no object of a student answers differently each time it is asked.

/** @typedef {(id: number, args: unknown[]) => unknown} Call */

const mark = "$emergence";
/** Values in one answer, and how deep they may lie. */
const largest = 2_000_000;
const deepest = 40;
/** Names that JavaScript itself calls or follows. */
const hidden = new Set(["valueOf", "toString", "toJSON", "then", "constructor", "__proto__", "prototype"]);

/** @param {string} kind @param {unknown} [value] */
const marked = (kind, value) => ({ [mark]: kind, value });

/**
 * @param {unknown} value @param {((made: Function) => number) | undefined} register gives a function its number; none: functions are refused
 * @returns {unknown} for JSON.stringify
 * @throws TypeError for what is no data
 */
function encode(value, register) {
  let count = 0;
  /** @param {unknown} part @param {number} depth @returns {unknown} */
  const each = (part, depth) => {
    count += 1;
    if (count > largest || depth > deepest) throw new TypeError("the answer is too large or refers to itself");
    if (part === null || typeof part === "boolean" || typeof part === "string") return part;
    if (typeof part === "number")
      return Number.isFinite(part) && !Object.is(part, -0)
        ? part
        : marked("number", Object.is(part, -0) ? "-0" : `${part}`);
    if (part === undefined) return marked("undefined");
    if (typeof part === "bigint") return marked("bigint", `${part}`);
    if (typeof part === "function") {
      if (register === undefined) throw new TypeError("a function cannot be handed over here");
      return marked("function", register(part));
    }
    if (typeof part !== "object") throw new TypeError(`a ${typeof part} is no answer`);
    if (part instanceof Promise) throw new TypeError("the answer is a promise: await it");
    if (Array.isArray(part)) return Array.from(part, (one) => each(one, depth + 1));
    if (part instanceof Date) return marked("date", part.getTime());
    if (part instanceof Map) return marked("map", each([...part], depth + 1));
    if (part instanceof Set) return marked("set", each([...part], depth + 1));
    if (ArrayBuffer.isView(part) && !(part instanceof DataView))
      return marked("typed", [part.constructor.name, each(Array.from(/** @type {any} */ (part)), depth + 1)]);
    const entries = Object.entries(part).filter(([key]) => !hidden.has(key));
    const names = entries.map(([key, one]) => [key, each(one, depth + 1)]);
    return mark in part ? marked("object", names) : Object.fromEntries(names);
  };
  return each(value, 0);
}

/** @type {Record<string, any>} */
const typed = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array };
Object.assign(typed, { Float32Array, Float64Array, BigInt64Array, BigUint64Array });

/**
 * @param {unknown} wire what came, from whomever: it may be anything that JSON can hold
 * @param {Call | undefined} call calls a function by its number; none: functions are refused
 * @returns {unknown}
 */
function decode(wire, call) {
  if (wire === null || typeof wire !== "object") return wire;
  if (Array.isArray(wire)) return wire.map((one) => decode(one, call));
  /** @type {any} */
  const { [mark]: kind, value } = /** @type {any} */ (wire);
  if (kind === undefined) return plain(Object.entries(wire), call);
  if (kind === "number") return Number(value);
  if (kind === "undefined") return undefined;
  if (kind === "bigint") return BigInt(value);
  if (kind === "date") return new Date(value);
  if (kind === "map") return new Map(/** @type {any} */ (decode(value, call)));
  if (kind === "set") return new Set(/** @type {any} */ (decode(value, call)));
  if (kind === "object") return plain(value, call);
  if (kind === "function" && call !== undefined) return (/** @type {unknown[]} */ ...args) => call(value, args);
  const array = kind === "typed" && Object.hasOwn(typed, value?.[0]) ? typed[value[0]] : undefined;
  if (array === undefined) throw new TypeError("an answer that cannot be read");
  return array.from(decode(value[1], call));
}

/** @param {[string, unknown][]} entries @param {Call | undefined} call */
const plain = (entries, call) =>
  Object.fromEntries(entries.filter(([key]) => !hidden.has(key)).map(([key, one]) => [key, decode(one, call)]));

module.exports = { decode, encode };
