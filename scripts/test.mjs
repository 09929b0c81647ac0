// `npm test`: sets up what is missing, then runs the tests part by part. The last line sums them up.
import "./setup/refuseOldNode.mjs";
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser, findFirefox } from "./browser.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { allFiles } from "./test/changes.mjs";
import { runParts } from "./test/report.mjs";
import { lint, types, vitest } from "./test/run.mjs";

/** @typedef {import("./test/run.mjs").Counts} Counts */
/** @typedef {(options: { full: boolean }) => Promise<Counts>} Part */

const help = `npm test -- [parts or files] [--full]

  npm test                           what a change may break, in some minutes
  npm test -- unit kernel            parts: types, lint, unit, kernel, cells, notebooks, browser, soak
  npm test -- test/lib/stats         the tests of a file or folder
  npm test -- lib/stats/random.ts    the unit tests that import a source file, at any depth
  npm test -- --full                 everything: slow tests, all notebooks under both kernels, the soak`;

/** A part made of projects of vitest.config.mts. */
const projects =
  (/** @type {string[]} */ ...names) =>
  (/** @type {{ full: boolean }} */ { full }) => {
    const selected = ["--passWithNoTests", ...names.map((name) => `--project=${name}`)];
    return vitest(full ? selected : [...selected, "--tagsFilter=!slow"], { full });
  };

/** @type {Part} */
async function browser(options) {
  if (findBrowser() === null && !process.env.CI)
    console.log("No Chrome, Chromium or Edge found: the browser tests are skipped. Install one, or set CHROME_PATH.");
  if (findFirefox() === null && !process.env.CI)
    console.log("No Firefox found: the tests in it are skipped. Install one, or set FIREFOX_PATH.");
  return projects("browser")(options);
}

/** @type {Record<string, Part>} in the order in which they run */
const parts = {
  types,
  lint,
  unit: projects("unit-*"),
  kernel: projects("kernel"),
  cells: projects("cells"),
  notebooks: projects("notebooks"),
  browser,
  soak: projects("soak"),
};

/**
 * The tests of a file or folder under test/, or the unit tests that a source file reaches.
 * @param {string} given
 * @returns {Part}
 */
function ofFile(given) {
  const path = relative(root, resolve(root, given)).replaceAll("\\", "/");
  if (!existsSync(join(root, path))) {
    throw new Problem(`npm test: got ${given}, needs a file, a folder or a part: ${Object.keys(parts).join(", ")}.`);
  }
  if (/^test(\/|$)/.test(path)) return (options) => vitest([path], options);
  return async (options) => {
    const { testsReaching } = await import("./test/reach.mjs"); // it needs TypeScript, which the set-up installs
    const tests = testsReaching([path], allFiles());
    if (tests.length === 0) throw new Problem(`npm test: no test reaches ${path}.`);
    return vitest(["--passWithNoTests", "--project=unit-*", "--project=cells", ...tests], options);
  };
}

function parse() {
  try {
    const options = /** @type {const} */ ({
      full: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    });
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Problem(`npm test: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

async function main() {
  const { values, positionals } = parse();
  if (values.help) return console.log(help);
  const usual = Object.keys(parts).filter((name) => values.full || name !== "soak");
  const chosen = (positionals.length > 0 ? [...new Set(positionals)] : usual).map((name) => {
    const part = parts[name] ?? ofFile(name);
    /** @type {[string, () => Promise<Counts>]} */
    const entry = [name, () => part({ full: values.full })];
    return entry;
  });
  await ensureSetup();
  return runParts(chosen);
}

await runCommand(main);
