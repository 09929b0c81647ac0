/** Fields of a fit that hold text, in which "Infinity" may be a name. */
const texts = new Set(["name", "names", "formula", "tex", "fittedTex", "direction", "warnings", "fixed", "atBound"]);
/** Fields of a fit whose parts are all kept as they are. */
const whole = new Set(["origin"]);

/** A copy as JSON can hold it: typed arrays as arrays; Infinity, -Infinity and NaN as text. */
export function toPlain(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, encode(value)]));
}

function encode(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, encode);
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === "object" && value !== null) return toPlain(value);
  return value;
}

/** The same with numbers again where `toPlain` wrote text. */
export function fromPlain(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, texts.has(key) || whole.has(key) ? value : decode(value)]),
  );
}

function decode(value: unknown): unknown {
  if (typeof value === "string") return /^(-?Infinity|NaN)$/.test(value) ? Number(value) : value;
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
  return value;
}
