// What people hand in by mistake, and where it can stand in a call.

export type Path = readonly (string | number)[];

/** One try: what was changed where, and whether a silent result could only be wrong. */
export interface Try {
  readonly label: string;
  /** A value that no function can take here: it must be refused, not merely survive. */
  readonly nonsense: boolean;
  /** Data that mean the same as the valid call's: the result must be the same. */
  readonly same: boolean;
  /** Long enough that the call may take long; it must then be possible to interrupt it. */
  readonly long: boolean;
  change(args: unknown[]): void;
}

type Kind = "number" | "text" | "boolean" | "function" | "list" | "object" | "none";

const isTyped = (value: unknown): value is Float64Array => ArrayBuffer.isView(value) && !(value instanceof DataView);

export function kindOf(value: unknown): Kind {
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "function") {
    return typeof value as Kind;
  }
  if (typeof value === "string") return "text";
  if (Array.isArray(value) || isTyped(value)) return "list";
  return typeof value === "object" && value !== null ? "object" : "none";
}

/** Each value with the kinds of place where it might be right. */
const values: readonly (readonly [label: string, make: () => unknown, fits: readonly Kind[]])[] = [
  ["undefined", () => undefined, ["number", "text", "boolean", "function", "list", "object", "none"]],
  ["null", () => null, ["none"]],
  ["NaN", () => Number.NaN, ["none"]],
  ["Infinity", () => Infinity, ["number"]],
  ["-Infinity", () => -Infinity, ["number"]],
  ["-1", () => -1, ["number"]],
  ["0", () => 0, ["number"]],
  ["1.5", () => 1.5, ["number"]],
  ["1e300", () => 1e300, ["number"]],
  ["text", () => "abc", ["text"]],
  ["numeric text", () => "12", ["text"]],
  ["empty text", () => "", ["text"]],
  ["{}", () => ({}), ["object"]],
  ["[]", () => [], ["list"]],
  ["ragged", () => [[1, 2], [3]], ["list"]],
  ["sparse", () => new Array(3), ["list"]],
  ["list of text", () => ["a", "b", "c"], ["list"]],
  ["list of null", () => [null, null, null], ["list"]],
  ["Float32Array", () => Float32Array.of(0.1, 0.2, 0.3), ["list"]],
  ["BigInt64Array", () => BigInt64Array.of(1n, 2n, 3n), ["none"]],
  ["bigint", () => 3n, ["none"]],
  ["symbol", () => Symbol("s"), ["none"]],
  ["function", () => () => 1, ["function"]],
  ["true", () => true, ["boolean"]],
  ["Date", () => new Date(0), ["none"]],
  ["Map", () => new Map([["a", 1]]), ["none"]],
  ["object without prototype", () => Object.create(null), ["object"]],
];

/** Things of the kit with an inside of their own: taken as a whole. */
function opaque(value: object): boolean {
  const kind = (value as { kind?: unknown }).kind;
  const made = kind === "fit" || "point" in value || "uniform" in value || "layout" in value || "entropyRate" in value;
  return made || value instanceof Date || Object.isFrozen(value);
}

/** Places of a call, from the outside in; of a list the first element and the last. */
export function places(args: readonly unknown[]): Path[] {
  const found: Path[] = [];
  const visit = (value: unknown, path: Path) => {
    found.push(path);
    if (path.length > 5) return;
    if (kindOf(value) === "list") {
      const list = value as ArrayLike<unknown>;
      if (list.length > 0) visit(list[0], [...path, 0]);
      if (list.length > 1) visit(list[list.length - 1], [...path, list.length - 1]);
    } else if (kindOf(value) === "object" && !opaque(value as object)) {
      for (const [key, inner] of Object.entries(value as object)) visit(inner, [...path, key]);
    }
  };
  args.forEach((value, i) => {
    visit(value, [i]);
  });
  return found;
}

export function at(args: readonly unknown[], path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], args);
}

/** Puts a value at a place; a typed array on the way becomes a plain one, which can hold it. */
function put(args: unknown[], path: Path, value: unknown): void {
  const key = path.at(-1) as string | number;
  const parent = at(args, path.slice(0, -1));
  if (isTyped(parent)) {
    const plain: unknown[] = Array.from(parent);
    plain[key as number] = value;
    put(args, path.slice(0, -1), plain);
  } else (parent as Record<string | number, unknown>)[key] = value;
}

const numbersOf = (value: unknown): number[] | undefined =>
  kindOf(value) === "list" && (value as ArrayLike<unknown>).length > 0
    ? Array.from(value as ArrayLike<number>).every((item) => typeof item === "number")
      ? Array.from(value as ArrayLike<number>)
      : undefined
    : undefined;

/** All tries at one place. `free` says that any value is right there: a label, a point of a grid. */
export function triesAt(specimen: () => readonly unknown[], path: Path, free: boolean, data: boolean): Try[] {
  const args = specimen();
  const valid = at(args, path);
  // Options come last; what comes before them is data, which may hold more than is read.
  const strict = !free && !data && path.length === 1 && path[0] === args.length - 1;
  const kind = kindOf(valid);
  const where = path.join(".");
  const make = (label: string, value: () => unknown, is: Partial<Try> = {}): Try => ({
    label: `${where} = ${label}`,
    nonsense: false,
    same: false,
    long: false,
    change: (args) => put(args, path, value()),
    ...is,
  });
  const tries = values.map(([label, value, fits]) =>
    make(label, value, { nonsense: !free && kind !== "none" && !fits.includes(kind) }),
  );
  if (kind === "list") {
    const list = Array.from(valid as ArrayLike<unknown>);
    const fresh = () => Array.from(at(specimen(), path) as ArrayLike<unknown>);
    tries.push(make("longer", () => [...fresh(), list.at(-1)]));
    tries.push(make("shorter", () => fresh().slice(1)));
    tries.push(make("one element", () => fresh().slice(0, 1)));
    tries.push(make("all equal", () => fresh().map(() => list[0])));
    tries.push(make("with a hole", () => Object.assign(new Array(list.length), { 1: list[1] })));
    tries.push(
      make("very long", () => Array.from({ length: 150_000 }, (_, i) => list[i % list.length]), { long: true }),
    );
    const numbers = numbersOf(valid);
    if (numbers !== undefined) {
      const short = numbers.every((value) => Math.fround(value) === value);
      const whole = numbers.every((value) => (value | 0) === value);
      tries.push(make("as Float64Array", () => Float64Array.from(numbers), { same: true }));
      tries.push(make("as Float32Array", () => Float32Array.from(numbers), { same: short }));
      if (whole) tries.push(make("as Int32Array", () => Int32Array.from(numbers), { same: true }));
      if (whole) tries.push(make("as BigInt64Array", () => BigInt64Array.from(numbers, BigInt), { nonsense: true }));
    }
  }
  if (kind === "object" && !opaque(valid as object)) {
    const fresh = () => ({ ...(at(specimen(), path) as object) });
    tries.push(make("with an unknown name", () => ({ ...fresh(), unknownName: 1 }), { nonsense: strict }));
  }
  return tries;
}
