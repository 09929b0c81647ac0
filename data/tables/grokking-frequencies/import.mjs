// Modular addition, 450 seeds of one net: the frequencies that each net ended up using.
import { join } from "node:path";
import { numeric, readCsv } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("pair-grokking", "data__hypers_mlp_modular_addition_sweep.csv");
export const sources = [file];

const numbers = (/** @type {string | undefined} */ text) => (text ?? "").trim().split(/\s+/).map(numeric);

export const rows = (/** @type {string} */ raw) =>
  sortedBy(
    readCsv(join(raw, file)).map((row) => {
      const pairs = numbers(row.freqs).map((frequency, i) => ({
        frequency,
        neurons: numbers(row.freqs_neurons)[i] ?? 0,
      }));
      const ordered = sortedBy(pairs, "frequency");
      return {
        run: numeric(row.modelIndex),
        count: ordered.length,
        frequencies: ordered.map(({ frequency }) => frequency).join(" "),
        neurons: ordered.map(({ neurons }) => neurons).join(" "),
        otherNeurons: numeric(row.non_freqs),
      };
    }),
    "run",
  );
