// What a call did: refused with a good sentence, flagged, right, or one of the ways in which a library fails its user.
import vm from "node:vm";

export type Outcome =
  | { readonly kind: "refused" | "flagged" | "right" | "interrupted"; readonly detail: string }
  | {
      readonly kind: "bare" | "unnamed" | "silent" | "accepted" | "different" | "changed" | "hung";
      readonly detail: string;
    };

const good = new Set(["refused", "flagged", "right", "interrupted"]);
export const isGood = ({ kind }: Outcome): boolean => good.has(kind);

/** Sentences of the engine and of inner libraries, which say nothing to the caller. */
const engine =
  /Cannot (read|set|convert|destructure|mix|assign|access|create|add|delete|redefine|perform)|is not (a function|iterable|defined|a constructor|callable)|is read-only|not extensible|Invalid (array|typed|time|regular|count)|Maximum call stack|Reduce of empty|undefined is not|null is not|object null|Array buffer allocation|invalid array length|argument domain|must be a (number|string)|out of memory|Invalid argument|offset is out of bounds|String length|toFixed|toPrecision|toExponential|normalization form/i;

const script = new vm.Script("globalThis.__badInputCall()");

/** Runs a call; one that has not come back after `limit` ms is stopped, which is also the proof that it can be. */
export function bounded<T>(call: () => T, limit: number): T {
  const scope = globalThis as { __badInputCall?: () => T };
  scope.__badInputCall = call;
  try {
    return script.runInThisContext({ timeout: limit }) as T;
  } finally {
    delete scope.__badInputCall;
  }
}

export const wasStopped = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";

/** Places where a result holds NaN, or a hole where a number should be. */
export function holes(value: unknown, path = "", depth = 0, found: Set<string> = new Set()): Set<string> {
  if (found.size > 20 || depth > 5) return found;
  if (typeof value === "number" && Number.isNaN(value)) found.add(path);
  if (typeof value === "string" && /\bNaN\b|\bundefined\b/.test(value)) found.add(path);
  if (typeof value !== "object" || value === null) return found;
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    const list = value as unknown as ArrayLike<unknown>;
    for (let i = 0; i < Math.min(list.length, 2000); i++) {
      if (list[i] === undefined && depth < 5 && !(Array.isArray(value) && list.length > 500)) found.add(`${path}[]`);
      else holes(list[i], `${path}[]`, depth + 1, found);
    }
    return found;
  }
  for (const key of Object.keys(value))
    holes((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1, found);
  return found;
}

/** A result without its functions, typed arrays as plain ones. */
export function plain(value: unknown, depth = 0): unknown {
  if (typeof value === "function" || depth > 6) return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    return Array.from(value as unknown as ArrayLike<unknown>, (item) => plain(item, depth + 1));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, depth + 1)]));
}

export function judgeError(error: unknown, names: readonly string[]): Outcome {
  if (wasStopped(error)) return { kind: "hung", detail: "no answer" };
  if (!(error instanceof Error)) return { kind: "bare", detail: `threw ${String(error)}` };
  const { message } = error;
  if (error.constructor.name === "CheckFailed") return { kind: "flagged", detail: message };
  const start = message.slice(0, 80);
  if (engine.test(message)) return { kind: "bare", detail: message };
  const named = names.some((name) => new RegExp(`\\b${name.replace(".", "\\.")}\\b`).test(start));
  return named ? { kind: "refused", detail: message } : { kind: "unnamed", detail: message };
}

export function judgeResult(
  result: unknown,
  valid: unknown,
  {
    nonsense,
    same,
    sound,
    allowed,
  }: { nonsense: boolean; same: boolean; sound: ReadonlySet<string>; allowed?: RegExp | undefined },
): Outcome {
  const kind = (result as { kind?: unknown } | null | undefined)?.kind;
  if (kind === "failed") return { kind: "flagged", detail: "failed" };
  if (nonsense) return { kind: "accepted", detail: JSON.stringify(plain(result))?.slice(0, 100) ?? "undefined" };
  const wrong = [...holes(result)].filter((path) => !sound.has(path) && allowed?.test(path) !== true);
  if (wrong.length > 0)
    return { kind: "silent", detail: `NaN or undefined at ${wrong.slice(0, 3).join(", ") || "result"}` };
  if (same && JSON.stringify(plain(result)) !== JSON.stringify(plain(valid))) {
    return { kind: "different", detail: JSON.stringify(plain(result))?.slice(0, 100) ?? "undefined" };
  }
  return { kind: "right", detail: "" };
}
