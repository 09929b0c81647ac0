// What the import scripts of the Pythia suite share: its models, its checkpoints, its result files.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./files.mjs";

/** @typedef {Record<string, Record<string, number>>} Results task, then metric, then value */

/** Parameters in all, embeddings included: Biderman et al. (2023), Table 1 and the suite's README. */
const parameters = /** @type {Record<string, number>} */ ({
  "70m": 70426624,
  "160m": 162322944,
  "410m": 405334016,
  "1b": 1011781632,
  "1.4b": 1414647808,
  "2.8b": 2775208960,
  "6.9b": 6857302016,
  "12b": 11846072320,
});

/** 16 models: 8 sizes, each trained on the Pile as it is and on the Pile without duplicates. */
export const models = Object.entries(parameters).flatMap(([size, count]) =>
  [false, true].map((deduped) => ({
    model: `pythia-${size}${deduped ? "-deduped" : ""}`,
    size,
    parameters: count,
    deduped,
  })),
);

/** Tokens a step in release 1: batches of 1,024 sequences of 2,048 tokens. */
export const tokensPerStep = 1024 * 2048;

/** In release 0 three sizes were trained with batches twice as large, for half the steps: 71,500 rather than 143,000. */
export const tokensPerStepRelease0 = (/** @type {string} */ size) =>
  ["160m", "410m", "1.4b"].includes(size) ? 2 * tokensPerStep : tokensPerStep;

export const evaluations = join("pythia", "evals");

/** All checkpoints of one model in one release: step and results. Release 1 files its 1b under a name of its own. */
export function checkpoints(
  /** @type {string} */ raw,
  /** @type {"pythia-v0" | "pythia-v1"} */ release,
  /** @type {string} */ model,
  /** @type {"zero-shot" | "five-shot"} */ shots,
) {
  const folders = [model, `${model}-bf16`].map((name) => join(raw, evaluations, release, name, shots));
  const folder = folders.find((path) => existsSync(path));
  if (!folder) throw new Error(`${release} holds no ${shots} results of ${model}`);
  // Release 0 scored a few checkpoints twice; file names end with the time, so that in their order the later run wins.
  const files = new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [Number(/_step(\d+)/.exec(file)?.[1]), file]),
  );
  return [...files]
    .sort(([a], [b]) => a - b)
    .map(([step, file]) => ({ step, results: /** @type {Results} */ (readJson(join(folder, file)).results) }));
}
