// Epoch AI: notable models by date, size, data and compute.
import { join } from "node:path";
import { numericOrNull, readCsv } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("epoch-notable-models", "data", "external", "epoch-ai", "notable-ai-models.csv");
export const sources = [file];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const models = readCsv(join(raw, file)).map((row) => {
    const name = (row.Model ?? "").replace(/\s+/g, " ").trim();
    // Three cells of data hold two numbers: training in two stages. The larger stands here.
    const data = (row["Training dataset size (gradients)"] ?? "").split(",").map(numericOrNull);
    return {
      model: name,
      organization: (row.Organization ?? "").replace(/\s+/g, " ").trim() || null,
      date: row["Publication date"] ?? "",
      domain: row.Domain || null,
      parameters: numericOrNull(row.Parameters),
      dataset: data.some((value) => value !== null) ? Math.max(...data.map((value) => value ?? 0)) : null,
      epochs: numericOrNull(row.Epochs),
      flops: numericOrNull(row["Training compute (FLOP)"]),
      confidence: row.Confidence || null,
    };
  });
  return sortedBy(models, "date", "model");
}
