// node data/tables/addition-positions/make.mjs [THREADS]: trains 70 transformers to add, and writes this table and
// addition-answers, the same bytes each time, in some 65 minutes of one processor. A finished run is kept as a sweep keeps its
// points, so that a command that was stopped goes on where it stood. Then: npm run data:lock.
import { createRequire } from "node:module";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { csvFile, csvOf } from "../../../scripts/data/table.mjs";
import { writeWhole } from "../../../scripts/whole.mjs";
import { significant } from "../../import/files.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../../../run/dist/index.js")} */
const { sweep } = require("../../../run/dist/index.js");
const { additionRun } = require("../../../scripts/learning/additionRun.cjs");

/** @typedef {{ width: number, run: number }} Which */
/** @typedef {ReturnType<typeof additionRun>[number]} Test what a net answered at one step */

/** Seeds by width. More of them can be added: what is there stays as it is. */
const seeds = { 8: 10, 16: 10, 24: 10, 32: 10, 48: 10, 64: 10, 96: 10 };

/** The keys of all runs, the cheap ones first. */
export const runs = Object.entries(seeds).flatMap(([width, count]) =>
  Array.from({ length: count }, (_, i) => ({ width: Number(width), run: i + 1 })),
);

const rounded = (/** @type {number} */ value) => significant(value, 4);

/** The row of addition-answers. */
export const answersRow = (/** @type {Which} */ { width, run }, /** @type {Test} */ test) => ({
  width,
  seed: run,
  step: test.step,
  loss: rounded(test.loss),
  exact: test.exact,
  probability: rounded(test.probability),
});

/** The nine rows of addition-positions. */
export const positionRows = (/** @type {Which} */ { width, run }, /** @type {Test} */ { step, positions }) =>
  positions.map(({ right, probability, logProbability }, position) => ({
    width,
    seed: run,
    step,
    position,
    right,
    probability: rounded(probability),
    logProbability: rounded(logProbability),
  }));

async function make() {
  const found = await sweep(additionRun, runs, {
    seed: 1, // plays no part: a run has its own
    onProgress: ({ done, total }) => console.log(`${done} of ${total} runs`),
    ...(argv[2] === undefined ? {} : { workers: Number(argv[2]) }),
  });
  const rows = {
    "addition-answers": found.flatMap(({ point, value }) => value.map((test) => answersRow(point, test))),
    "addition-positions": found.flatMap(({ point, value }) => value.flatMap((test) => positionRows(point, test))),
  };
  for (const [name, some] of Object.entries(rows)) writeWhole(csvFile(name), csvOf(name, some));
}

if (argv[1] === fileURLToPath(import.meta.url)) await make();
