import type { Evidence } from "../types";
import { checked } from "./checked";

/** Checked evidence, with what several definitions compute from it. */
export interface Ready {
  readonly evidence: Evidence;
  /** The result under a name, computed at the first call. */
  once<T>(name: string, make: () => T): T;
}

/** Evidence that is judged by several definitions in one go, with what was computed already. */
const shared = new WeakMap<Evidence, Ready>();

function made(evidence: Evidence): Ready {
  const known = new Map<string, unknown>();
  return {
    evidence: checked(evidence),
    once<T>(name: string, make: () => T): T {
      if (!known.has(name)) known.set(name, make());
      return known.get(name) as T;
    },
  };
}

export const ready = (evidence: Evidence): Ready => shared.get(evidence) ?? made(evidence);

/**
 * A copy of the evidence for one round of verdicts: what one definition computes the next one finds. A copy, so that evidence which its owner changes
 * later is never judged by what was.
 */
export function forOneRound(evidence: Evidence): Evidence {
  const known = made(evidence);
  const copy = { ...evidence };
  shared.set(copy, known);
  return copy;
}
