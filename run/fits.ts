// Fits of @emergence/lib/fit cross threads and files as plain data, and come back with their methods.
import type { Fit, ModelOrigin } from "@emergence/lib/fit";

type FitLike = Pick<Fit, "kind" | "names" | "cost" | "converged" | "origin"> & Record<string, unknown>;

/** True for a fit, with its methods or without. */
export function isFit(value: object): value is FitLike {
  const { kind, names, cost, converged } = value as Partial<FitLike>;
  return kind === "fit" && Array.isArray(names) && typeof cost === "number" && typeof converged === "boolean";
}

/** True if a fit's model can be made again from its origin. */
export function isRevivable({ origin }: FitLike): boolean {
  const base = (from: ModelOrigin | undefined): boolean =>
    from?.kind === "chance" ? base(from.of) : from !== undefined;
  return base(origin);
}

/** The value with methods given back to the fits in it. Arrays and objects that hold one are changed in place. */
export async function withMethods(value: unknown): Promise<unknown> {
  if (!holdsFit(value)) return value;
  // Loaded here, since few sweeps need it.
  const { reviveFit } = await import("@emergence/lib/fit");
  return replaced(value, (one) => reviveFit(one as object));
}

const parts = (value: object): [unknown, unknown][] =>
  value instanceof Map ? [...value] : value instanceof Set ? [] : Object.entries(value);

const isBranch = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !ArrayBuffer.isView(value);

function holdsFit(value: unknown, seen: Set<unknown> = new Set()): boolean {
  if (!isBranch(value) || seen.has(value)) return false;
  seen.add(value);
  return (isFit(value) && isRevivable(value)) || parts(value).some(([, part]) => holdsFit(part, seen));
}

function replaced(value: unknown, revive: (fit: FitLike) => unknown, seen: Set<unknown> = new Set()): unknown {
  if (!isBranch(value) || seen.has(value)) return value;
  if (isFit(value)) return isRevivable(value) ? revive(value) : value;
  seen.add(value);
  for (const [key, part] of parts(value)) {
    if (!isBranch(part)) continue;
    const other = replaced(part, revive, seen);
    if (value instanceof Map) value.set(key, other);
    else (value as Record<string, unknown>)[key as string] = other;
  }
  return value;
}
