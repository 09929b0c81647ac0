// The Syntactic Acceptability Dataset: grammaticality against acceptability, as a histogram.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numeric } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("sad", "Syntactic_acceptability_dataset_preview.tsv");
export const sources = [file];

const sourceNames = /** @type {Record<string, string>} */ ({
  linguistic_journal_jh: "journal",
  text_books_cola: "textbook",
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  /** @type {Map<string, { status: string, source: string, meanRating: number, count: number }>} */
  const bins = new Map();
  for (const line of readFileSync(join(raw, file), "utf8").trimEnd().split("\n")) {
    const [, grammatical, mean = "", , , origin = ""] = line.split("\t");
    const from = sourceNames[origin];
    if (!from || !/^[01]$/.test(grammatical ?? "")) throw new Error("sad: a line of another form");
    const bin = {
      status: grammatical === "1" ? "grammatical" : "ungrammatical",
      source: from,
      // Half up, in whole thousandths as published, so that no binary fraction decides a tie.
      meanRating: Math.floor((Math.round(numeric(mean.replace(",", ".")) * 1000) + 5) / 10) / 100,
    };
    const key = JSON.stringify(bin);
    bins.set(key, { ...bin, count: (bins.get(key)?.count ?? 0) + 1 });
  }
  return sortedBy([...bins.values()], "status", "source", "meanRating");
}
