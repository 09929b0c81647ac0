import { optionsOf, requireFinite, requireInside } from "../../core/require";
import { type Ready, ready } from "../evidence/ready";
import type { Definition, Evidence, Judgement, JudgeOptions, ThresholdUnit } from "../types";
import { undecided } from "./answers";

/** What is said of every definition. */
type About = Omit<Definition, "operational" | "threshold" | "thresholdValue" | "thresholdUnit" | "judge">;

/** A definition with a predicate. */
interface Operational extends About {
  readonly threshold?: { readonly value: number; readonly unit: ThresholdUnit; readonly text: string };
  /** The predicate; `threshold` is the committed value or another one, and 0 where there is none. */
  rule(known: Ready, threshold: number): Judgement;
}

const judgeKinds = { threshold: "number" } as const;

export function operational({ threshold, rule, ...about }: Operational): Definition {
  return {
    ...about,
    operational: true,
    ...(threshold === undefined
      ? {}
      : { threshold: threshold.text, thresholdValue: threshold.value, thresholdUnit: threshold.unit }),
    judge(evidence: Evidence, options: JudgeOptions = {}): Judgement {
      const { threshold: other } = optionsOf("judge", options, judgeKinds);
      if (other !== undefined) {
        if (threshold === undefined)
          throw new RangeError(
            `judge: threshold ${other} for ${about.id}, needs none: this definition has no threshold`,
          );
        requireThreshold(other, threshold.unit);
      }
      return rule(ready(evidence), other ?? threshold?.value ?? 0);
    },
  };
}

/** Levels from .5 on are no evidence, and confidences are shares below 1; other limits may be any number. */
function requireThreshold(value: number, unit: ThresholdUnit): void {
  requireFinite("judge", "threshold", value);
  if (unit === "confidence") requireInside("judge", "threshold", value);
  if (unit === "level" && !(value > 0 && value < 0.5))
    throw new RangeError(`judge: threshold ${value}, needs a level above 0 and below .5`);
}

export function notOperational({ because, ...about }: About & { readonly because: string }): Definition {
  return {
    ...about,
    operational: { because },
    judge(evidence: Evidence, options: JudgeOptions = {}): Judgement {
      optionsOf("judge", options, judgeKinds);
      ready(evidence);
      return undecided(`Not operational: ${because}`);
    },
  };
}
