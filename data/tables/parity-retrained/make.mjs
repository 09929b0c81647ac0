// node data/tables/parity-retrained/make.mjs [THREADS]: trains every net of the table and writes its CSV, the same bytes each
// time, in some ten minutes of one processor. A net that is finished is kept as a sweep keeps its points: a run that was stopped
// goes on where it stood. Then: npm run data:lock.
import { createRequire } from "node:module";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { csvFile, csvOf } from "../../../scripts/data/table.mjs";
import { writeWhole } from "../../../scripts/whole.mjs";
import { significant } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../../../run/dist/index.js")} */
const { sweep } = require("../../../run/dist/index.js");
const { parityNet } = require("../../../scripts/learning/parityNet.cjs");

/** Rows of the published table, `parity-seeds`: emergence with width; its inverse, on fewer examples and on as many. */
const settings = [
  { examples: 1250, weightDecay: 1 },
  { examples: 1000, weightDecay: 0.01 },
  { examples: 1250, weightDecay: 0.01 },
];
const seeds = Array.from({ length: 9 }, (_, i) => i + 1);

/** The keys of all nets. */
export const nets = settings.flatMap((setting) =>
  [16, 32, 64, 128].flatMap((width) => seeds.map((net) => ({ ...setting, width, net }))),
);

/** The row of a net: what its training came to, to 6 significant digits. */
export function rowOf(
  /** @type {typeof nets[number]} */ { net, ...setting },
  /** @type {ReturnType<typeof parityNet>} */ { leastTrainLoss, leastTestLoss, learnedStep, lastTestLoss, hash },
) {
  const [train, test, last] = [leastTrainLoss, leastTestLoss, lastTestLoss].map((loss) => significant(loss));
  return { ...setting, seed: net, leastTrainLoss: train, leastTestLoss: test, learnedStep, lastTestLoss: last, hash };
}

async function make() {
  const found = await sweep(parityNet, nets, {
    seed: 1, // plays no part: a net has its own
    onProgress: ({ done, total }) => console.log(`${done} of ${total} nets`),
    ...(argv[2] === undefined ? {} : { workers: Number(argv[2]) }),
  });
  const rows = found.map(({ point, value }) => rowOf(point, value));
  writeWhole(
    csvFile("parity-retrained"),
    csvOf("parity-retrained", sortedBy(rows, "examples", "weightDecay", "width", "seed")),
  );
}

if (argv[1] === fileURLToPath(import.meta.url)) await make();
