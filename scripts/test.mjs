// `npm test`: sets up what is missing, then every part of the tests, and one line that sums them up.
import "./setup/refuseOldNode.mjs";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const bin = (/** @type {string[]} */ ...path) => join(root, "node_modules", ...path);
const tsc = bin("typescript", "bin", "tsc"); // not `tsc` by name: tslab brings one of that name, of TypeScript 5.0.4

/**
 * Runs one of our tools with its output on the screen.
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well
 */
function runs(...args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * A part whose checks are whole programs, each of which counts as one.
 * @param {string[][]} commands
 * @returns {Promise<Counts>}
 */
async function commands(...commands) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const command of commands) {
    if (await runs(...command)) counts.passed += 1;
    else counts.failed += 1;
  }
  return counts;
}

/**
 * A part run by vitest. A file that does not load, and an error outside of any test, count as a failure each.
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
async function vitest(...args) {
  const folder = mkdtempSync(join(tmpdir(), "emergence-test-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const ok = await runs(bin("vitest", "vitest.mjs"), "run", ...reporters, ...args);
    const { testResults, ...counts } = JSON.parse(readFileSync(report, "utf8"));
    /** @type {{ status: string, assertionResults: unknown[] }[]} */
    const files = testResults;
    const broken = files.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
    const failed = counts.numFailedTests + broken;
    return {
      passed: counts.numPassedTests,
      failed: ok ? failed : Math.max(1, failed),
      skipped: counts.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // it left no report
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function browser() {
  if (findBrowser() === null && !process.env.CI) {
    console.log(
      "No Chrome, Chromium or Edge found: the browser test does NOT run. Install one, or set CHROME_PATH to it.",
    );
  }
  return vitest("test/browser");
}

const elsewhere = ["kernel", "notebooks", "browser"].map((folder) => `--exclude=test/${folder}/**`);

/** @type {Record<string, () => Promise<Counts>>} in the order in which they run */
const parts = {
  types: () => commands([tsc, "-b"], [tsc, "-p", "scripts"], [tsc, "-p", "test"]),
  lint: () => commands([bin("@biomejs", "biome", "bin", "biome"), "check"]),
  unit: () => vitest(...elsewhere),
  kernel: () => vitest("test/kernel"),
  cells: () => vitest("test/notebooks", "--exclude=test/notebooks/run.test.ts"),
  notebooks: () => vitest("test/notebooks/run.test.ts"),
  browser,
};

async function main() {
  const known = Object.keys(parts);
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Problem(`npm test: got ${unknown}, knows ${known.join(", ")}; none means all.`);
  await ensureSetup();

  /** @type {(Counts & { name: string, seconds: number })[]} */
  const rows = [];
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
    const began = Date.now();
    rows.push({ name, ...(await part()), seconds: Math.round((Date.now() - began) / 1000) });
  }

  console.log("\npart        passed  failed  skipped     time");
  for (const { name, passed, failed, skipped, seconds } of rows) {
    const numbers = [String(passed).padStart(6), String(failed).padStart(7), String(skipped).padStart(8)].join(" ");
    console.log(`${name.padEnd(11)} ${numbers} ${`${seconds} s`.padStart(8)}`);
  }
  const sum = (/** @type {"passed" | "failed"} */ key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") > 0 ? 1 : 0;
}

await runCommand(main);
