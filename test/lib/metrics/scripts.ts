import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Scored {
  readonly output: string;
  readonly references: string[];
  readonly value: number;
}

/** Scores of texts in several scripts, by the packages of the field: test/fixtures/metrics/scripts_values.py. */
export const scripts: {
  readonly bleu: readonly (Scored & { readonly tokenize: "13a" | "intl" | "zh" | "char" | "none" })[];
  readonly squad: readonly Scored[];
  readonly labels: readonly {
    readonly actual: string[];
    readonly predicted: string[];
    readonly f1: number;
    readonly mcc: number;
  }[];
} = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "metrics", "scripts.json"), "utf8"));
