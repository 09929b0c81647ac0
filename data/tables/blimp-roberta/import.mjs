// BLiMP by words of training: RoBERTa trained on one million to a billion words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { phenomena, summary } from "../../import/blimp-names.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const root = join("blimp-minibertas", "results");
export const sources = [root, summary];

const words = /** @type {Record<string, number>} */ ({ "1M": 1e6, "10M": 1e7, "100M": 1e8, "1B": 1e9 });

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const phenomenon = phenomena(raw);
  const small = readdirSync(join(raw, root, "nyu-mll")).map((file) => join("nyu-mll", file));
  const scored = [...small, "roberta-base-en-cased.txt"].flatMap((file) => {
    const [, size = "", run] = /-(\d+[MB])-(\d)\.txt$/.exec(file) ?? [];
    const lines = readFileSync(join(raw, root, file), "utf8").matchAll(/\((\d+)\/(\d+)\) - (\w+)/g);
    return [...lines].map(([, correct, pairs, paradigm = ""]) => ({
      model: file.replace(/^.*[\\/]|-\d\.txt$|\.txt$/g, ""),
      words: words[size] ?? null,
      run: run ? Number(run) : 1,
      phenomenon: phenomenon(paradigm),
      paradigm,
      correct: Number(correct),
      pairs: Number(pairs),
    }));
  });
  return sortedBy(scored, "model", "run", "phenomenon", "paradigm");
}
