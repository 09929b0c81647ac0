import { requireKind } from "../core/require";
/** One target or several, as a list. Throws unless each is of the type that the function compares. */
export function anyTarget<T extends string | number>(
  caller: string,
  kind: "text" | "number",
  target: T | readonly T[],
): readonly T[] {
  const targets = isSeveral(target) ? Array.from(target as ArrayLike<T>) : [target as T];
  if (targets.length === 0) throw new TypeError(`${caller}: no target, needs one or more`);
  for (const [i, one] of targets.entries())
    requireKind(caller, targets.length === 1 ? "target" : `target[${i}]`, one, kind);
  return targets;
}

const isSeveral = (target: unknown): boolean => Array.isArray(target) || ArrayBuffer.isView(target);
