import { briefly } from "../../core/shown";

/** What a value must be: a text, a finite number, a flag, a list, or an object with parts; "?" where it may be missing. */
export type Shape =
  | "text"
  | "number"
  | "flag"
  | "text?"
  | "number?"
  | { readonly list: Shape }
  | { readonly parts: Readonly<Record<string, Shape>> };

const plain = {
  text: { is: (value: unknown) => typeof value === "string", needs: "text" },
  number: { is: (value: unknown) => typeof value === "number" && Number.isFinite(value), needs: "a finite number" },
  flag: { is: (value: unknown) => typeof value === "boolean", needs: "true or false" },
} as const;

/** Throws a RangeError that names the first place which is not as it must be. */
export function requireShape(caller: string, what: string, value: unknown, shape: Shape): void {
  const needs = needsOf(value, shape);
  if (needs !== undefined) throw new RangeError(`${caller}: ${what} is ${briefly(value)}, needs ${needs}`);
  if (typeof shape === "string") return;
  if ("list" in shape) {
    const list = value as readonly unknown[];
    for (let i = 0; i < list.length; i++) requireShape(caller, `${what}[${i}]`, list[i], shape.list);
    return;
  }
  for (const [name, part] of Object.entries(shape.parts))
    requireShape(caller, `${what}.${name}`, (value as Record<string, unknown>)[name], part);
}

/** What a value would have to be, looked at by itself; undefined if it is. */
function needsOf(value: unknown, shape: Shape): string | undefined {
  if (typeof shape === "string") {
    if (shape.endsWith("?") && value === undefined) return undefined;
    const { is, needs } = plain[shape.replace("?", "") as keyof typeof plain];
    return is(value) ? undefined : needs;
  }
  if ("list" in shape) return Array.isArray(value) ? undefined : "a list";
  return typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object";
}
