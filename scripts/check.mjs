// `npm run check [COMMIT]`: lint, types, and the unit tests that what has changed can reach. Needs no kernel and no browser.
import "./setup/refuseOldNode.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { runCommand } from "./setup/problem.mjs";
import { allFiles, changedFiles } from "./test/changes.mjs";
import { runParts } from "./test/report.mjs";
import { lint, types, vitest } from "./test/run.mjs";

/** What every test may depend on. */
const everything = ["package-lock.json", "vitest.config.mts", "tsconfig.base.json"];
/** What the cells of notebooks are compiled with. */
const inCells = ["lib", "plot", "data", "run", "notebooks", "solutions"];

/** What every public function is checked with. */
const checks = /^(lib\/(core|stats|index)\b|test\/badInput\/)/;

/**
 * Rooms whose public functions are tried with bad input: those that changed, for what a function takes is decided where it stands; "" for all.
 * @param {string[]} changed
 */
function roomsOf(changed) {
  if (changed.some((file) => checks.test(file))) return "";
  return [...new Set(changed.map((file) => file.split("/")[file.startsWith("lib/") ? 1 : 0]))].join(",");
}

/** @param {string[]} changed */
async function unitTests(changed) {
  const { testsReaching } = await import("./test/reach.mjs"); // it needs TypeScript, which the set-up installs
  const tests = testsReaching(changed, allFiles());
  if (changed.some((file) => inCells.includes(file.split("/")[0] ?? ""))) tests.push("test/notebooks/cells.test.ts");
  return tests;
}

async function main() {
  const [commit] = process.argv.slice(2);
  await ensureSetup();
  const changed = changedFiles(commit);
  const chosen = ["--passWithNoTests", "--project=unit-*", "--project=cells", "--tagsFilter=!slow"];
  const unit = async () => {
    if (changed === null || changed.some((file) => everything.includes(file))) return vitest(chosen);
    const tests = await unitTests(changed);
    process.env.EMERGENCE_TEST_ROOMS = roomsOf(changed);
    console.log(`${changed.length} files changed, which reach ${tests.length} test files.`);
    return tests.length > 0 ? vitest([...chosen, ...tests]) : { passed: 0, failed: 0, skipped: 0 };
  };
  return runParts([
    ["lint", lint],
    ["types", types],
    ["unit", unit],
  ]);
}

await runCommand(main);
