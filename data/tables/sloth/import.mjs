// Sloth's collection: base and instruction-tuned models on the two Open LLM leaderboards.
import { join } from "node:path";
import { numericOrNull, readCsv, significant } from "../../import/files.mjs";

const file = join("sloth-llm-benchmarks", "data", "data_v2.csv");
export const sources = [file];

const about = [
  "",
  "Model",
  "Family",
  "Family2",
  "Instruct",
  "date",
  "#Params (B)",
  "Pretraining Data Size (T)",
  "FLOPs (1E21)",
];
/** Scores of four models only, on other scales. */
const leftOut = ["Arena-Elo", "MTBench"];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const scaled = (/** @type {string | undefined} */ value, /** @type {number} */ unit) => {
    const number = numericOrNull(value);
    return number === null ? null : Number((number * unit).toPrecision(12));
  };
  return readCsv(join(raw, file)).flatMap((row) => {
    const model = {
      model: row.Model ?? "",
      family: row.Family ?? "",
      instruct: row.Instruct === "True",
      parameters: scaled(row["#Params (B)"], 1e9),
      tokens: scaled(row["Pretraining Data Size (T)"], 1e12),
      flops: scaled(row["FLOPs (1E21)"], 1e21),
    };
    return Object.entries(row).flatMap(([column, cell]) => {
      const value = about.includes(column) || leftOut.includes(column) ? null : numericOrNull(cell);
      const benchmark = column.replace("hendrycksTest-", "mmlu_");
      return value === null ? [] : [{ ...model, benchmark, value: significant(value) }];
    });
  });
}
