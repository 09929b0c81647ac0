// Runs compilers, linters and vitest with their output on the screen, and counts.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whenNpmEnds } from "../setup/npm.mjs";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const bin = (/** @type {string[]} */ ...path) => join(root, "node_modules", ...path);
const tsc = bin("typescript", "bin", "tsc"); // not `tsc` by name: tslab brings one of that name, of TypeScript 5.0.4

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether it ended well
 */
function runs(args, env = process.env) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env });
  return new Promise((resolve, reject) => {
    const unwatch = whenNpmEnds(() => {
      child.kill();
      reject(new Problem("npm has ended, so the tests end too."));
    });
    child.on("error", reject);
    child.on("close", (code) => {
      unwatch();
      resolve(code === 0);
    });
  });
}

/**
 * A part whose checks are whole programs, each of which counts as one.
 * @param {string[][][]} rounds programs that run at the same time, round after round
 * @returns {Promise<Counts>}
 */
async function commands(...rounds) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const round of rounds) {
    for (const ok of await Promise.all(round.map((command) => runs(command)))) counts[ok ? "passed" : "failed"] += 1;
  }
  return counts;
}

export const types = () =>
  commands(
    [[tsc, "-b"]],
    [
      [tsc, "-p", "scripts"],
      [tsc, "-p", "site"],
      [tsc, "-p", "test"],
    ],
  );
export const lint = () => commands([[bin("@biomejs", "biome", "bin", "biome"), "check"]]);

/**
 * A part run by vitest.
 * @param {string[]} args
 * @param {{ full?: boolean }} [options] full: no test and no notebook is left out
 * @returns {Promise<Counts>}
 */
export async function vitest(args, { full = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "emergence-test-"));
  const file = join(folder, "counts.json");
  const reporters = ["--reporter=default", "--reporter=./scripts/test/counts.mjs"];
  const env = { ...process.env, EMERGENCE_TEST_FULL: full ? "1" : "", EMERGENCE_TEST_COUNTS: file };
  try {
    const ok = await runs([bin("vitest", "vitest.mjs"), "run", ...reporters, ...args], env);
    const counts = JSON.parse(readFileSync(file, "utf8"));
    return { ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    return { passed: 0, failed: 1, skipped: 0 }; // it ended before it could count
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
