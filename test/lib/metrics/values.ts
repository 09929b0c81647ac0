import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Smoothing, Tokenization } from "@emergence/lib/metrics";
import { expect } from "vitest";

/** A case of BLEU, scored by sacrebleu. */
interface BleuSetting {
  readonly smoothing: Smoothing;
  readonly tokenize: Tokenization;
  readonly value: number;
}
interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}
type Text = { readonly output: string; readonly references: readonly string[] };

interface Values {
  readonly bleuSentence: readonly (Text & BleuSetting)[];
  readonly bleuCorpus: readonly ({ readonly outputs: string[]; readonly references: string[][] } & BleuSetting)[];
  readonly rouge: readonly (Text & Readonly<Record<"rouge1" | "rouge2" | "rougeL", Shares>>)[];
  readonly editDistance: readonly [string, string, number][];
  readonly tokenEditDistance: readonly [string, string, number][];
  readonly labels: readonly { actual: number[]; predicted: number[]; matthews: number; macroF1: number }[];
  readonly choices: readonly {
    readonly logits: number[][];
    readonly target: number[];
    readonly bins: number;
    readonly brier: number;
    readonly logLoss: number;
    readonly accuracy: number;
    readonly calibrationError: number;
  }[];
  readonly wilson: readonly [successes: number, trials: number, level: number, lower: number, upper: number][];
}

/** Values by the packages that the field scores with: test/fixtures/metrics/metrics_values.py. Frozen, so that no metric can change its input. */
export const values: Values = frozen(
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "metrics", "values.json"), "utf8")),
);

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** Equal to 1e-12, by size where the size is above 1. */
export function expectClose(got: number, wanted: number, label = ""): void {
  expect(Math.abs(got - wanted), `${label} ${got}, wanted ${wanted}`).toBeLessThanOrEqual(
    1e-12 * Math.max(1, Math.abs(wanted)),
  );
}

/** The mean of some numbers. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
