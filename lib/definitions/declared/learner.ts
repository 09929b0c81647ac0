import { needs } from "../judging/answers";
import type { Evidence, Judgement } from "../types";

/** Subjects that nobody trains. */
const untrained: readonly (string | undefined)[] = ["matter", "crowd", "market"];

/** The answer of a definition of what learns to a case that does not. */
export function unlearned({ subject }: Evidence): Judgement | undefined {
  return untrained.includes(subject) ? needs(`something that is trained, and this is ${subject}`) : undefined;
}
