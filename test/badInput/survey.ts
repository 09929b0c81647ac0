// Calls one function with all bad inputs at all places.
import { type Path, places, triesAt } from "./inputs";
import { bounded, holes, judgeError, judgeResult, type Outcome, plain, wasStopped } from "./outcome";

export interface Finding {
  readonly label: string;
  readonly outcome: Outcome;
}

const limit = 120_000; // ms, against hanging only: on a busy machine 200 seeds of all definitions take half a minute
const longLimit = 300; // ms: a long list may take long, and is then stopped

function deepFreeze<T>(value: T, depth = 0): T {
  if (typeof value !== "object" || value === null || depth > 6 || Object.isFrozen(value)) return value;
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Date) return value;
  for (const inner of Object.values(value)) deepFreeze(inner, depth + 1);
  return Object.freeze(value);
}

const textOf = (args: unknown[]) =>
  JSON.stringify(plain(args), (_, value) => (typeof value === "bigint" ? `${value}n` : value));

export interface Setting {
  /** Names with which errors may begin. */
  readonly names: readonly string[];
  /** Whether any value is right at a place. */
  readonly free: (path: Path) => boolean;
  /** Whether the last argument is data, which may hold more than is read. */
  readonly data: boolean;
  /** Lists of 150,000 elements: each may take its third of a second. Otherwise all other input. */
  readonly long: boolean;
  /** Places of the result where NaN is right. */
  readonly allowed?: RegExp | undefined;
}

/** All findings of a function. */
export async function survey(
  call: (...args: unknown[]) => unknown,
  specimen: () => readonly unknown[],
  { names, free, data, long, allowed }: Setting,
): Promise<Finding[]> {
  const run = async (args: unknown[], ms: number) => bounded(() => call(...args), ms);
  const valid = await run([...specimen()], limit);
  const sound = holes(valid);
  const findings: Finding[] = [];
  const attempt = async (label: string, args: unknown[], is: { nonsense: boolean; same: boolean; long?: boolean }) => {
    const before = is.long ? "" : textOf(args);
    let outcome: Outcome;
    try {
      outcome = judgeResult(await run(args, is.long ? longLimit : limit), valid, { ...is, sound, allowed });
    } catch (error) {
      const stopped = is.long && wasStopped(error);
      outcome = stopped ? { kind: "interrupted", detail: "stopped" } : judgeError(error, names);
    }
    if (!is.long && before !== textOf(args)) outcome = { kind: "changed", detail: "the caller's arguments" };
    findings.push({ label, outcome });
  };
  if (!long && specimen().length > 0) await attempt("no arguments", [], { nonsense: false, same: false });
  if (!long) await attempt("frozen", deepFreeze([...specimen()]) as unknown[], { nonsense: false, same: true });
  for (const path of places(specimen())) {
    for (const { change, label, ...is } of triesAt(specimen, path, free(path), data)) {
      if (is.long !== long) continue;
      const changed = [...specimen()];
      change(changed);
      await attempt(label, changed, is);
    }
  }
  return findings;
}
