// node data/tables/verdict-cases/make.mjs: runs every case of the seminar anew, or reads it from another table, and writes
// verdict-cases, verdict-curves and verdict-systems, the same bytes each time, in some two minutes of one processor.
// It gathers evidence and judges none. Controls are no part of it: lib/definitions makes them. Then: npm run data:lock.
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { csvFile, csvOf } from "../../../scripts/data/table.mjs";
import { crowds } from "../../../scripts/evidence/crowds.mjs";
import { languageModels } from "../../../scripts/evidence/languageModels.mjs";
import { markets } from "../../../scripts/evidence/markets.mjs";
import { matter } from "../../../scripts/evidence/matter.mjs";
import { networks } from "../../../scripts/evidence/networks.mjs";
import { caseRow, curveRows, systemRows } from "../../../scripts/evidence/parts.mjs";
import { writeWhole } from "../../../scripts/whole.mjs";

/** What makes each case, by its id. @type {Readonly<Record<string, () => import("../../../scripts/evidence/parts.mjs").Case>>} */
export const makers = { ...matter, ...crowds, ...markets, ...networks, ...languageModels };

/**
 * The rows of a case in each of the three tables.
 * @type {(one: import("../../../scripts/evidence/parts.mjs").Case) => Record<"verdict-cases" | "verdict-curves" | "verdict-systems", import("../../import/files.mjs").Row[]>}
 */
export const rowsOf = (one) => ({
  "verdict-cases": [caseRow(one)],
  "verdict-curves": curveRows(one),
  "verdict-systems": systemRows(one),
});

function make() {
  const found = Object.entries(makers).map(([id, maker], i, { length }) => {
    console.log(`${i + 1} of ${length}: ${id}`);
    return rowsOf(maker());
  });
  for (const name of /** @type {const} */ (["verdict-cases", "verdict-curves", "verdict-systems"]))
    writeWhole(
      csvFile(name),
      csvOf(
        name,
        found.flatMap((rows) => rows[name]),
      ),
    );
}

if (argv[1] === fileURLToPath(import.meta.url)) make();
