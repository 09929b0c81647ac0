// BLiMP's 67 paradigms, each with its phenomenon: from the benchmark's own summary of results.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const summary = join("blimp", "raw_results", "summary");

/** @typedef {{ UID: string, linguistics_term: string, ngram: number, lstm: number, txl: number, gpt2: number }} Paradigm */

/** The summary of results: a paradigm a line; its lines `overall`, means over a phenomenon, are left out. */
export function paradigms(/** @type {string} */ raw) {
  const lines = readFileSync(join(raw, summary, "models_summary.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => /** @type {Paradigm} */ (JSON.parse(line))).filter(({ UID }) => UID !== "overall");
}

/** The phenomenon of a paradigm, by the paradigm's name. */
export function phenomena(/** @type {string} */ raw) {
  const terms = new Map(paradigms(raw).map(({ UID, linguistics_term }) => [UID, linguistics_term]));
  return (/** @type {string} */ paradigm) => {
    const term = terms.get(paradigm);
    if (!term) throw new Error(`BLiMP has no paradigm ${paradigm}`);
    return term;
  };
}
