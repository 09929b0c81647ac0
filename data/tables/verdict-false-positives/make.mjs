// node data/tables/verdict-false-positives/make.mjs: judges every control over its seeds by every operational definition and writes this table, the same
// bytes each time, in some three minutes of one processor. Then: npm run data:lock.
import { createRequire } from "node:module";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { csvFile, csvOf } from "../../../scripts/data/table.mjs";
import { writeWhole } from "../../../scripts/whole.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../../../lib/dist/definitions/index.js")} */
const { controls, falsePositives } = require("../../../lib/dist/definitions/index.js");

const seeds = 200;

/** Rows of one control over so many seeds. */
export const rowsOf = (/** @type {(typeof controls)[number]} */ control, /** @type {number} */ count) =>
  falsePositives(control, { seeds: count }).map(({ control: id, definition, yes, no, undecided, notApplicable }) => ({
    control: id,
    kind: control.kind,
    definition,
    seeds: count,
    yes,
    no,
    undecided,
    notApplicable,
  }));

if (argv[1] === fileURLToPath(import.meta.url)) {
  const rows = controls.flatMap((control) => {
    console.log(`${control.name}: ${seeds} seeds`);
    return rowsOf(control, seeds);
  });
  writeWhole(csvFile("verdict-false-positives"), csvOf("verdict-false-positives", rows));
}
