// Runs parts one after the other, and sums them up in a table and a line.
/** @typedef {import("./run.mjs").Counts} Counts */

const seconds = (/** @type {number} */ milliseconds) => Math.round(milliseconds / 1000);
const row = (/** @type {string} */ name, /** @type {string[]} */ ...columns) =>
  name.padEnd(10) + columns.map((column) => column.padStart(9)).join("");

/**
 * @param {[name: string, part: () => Promise<Counts>][]} parts
 * @returns {Promise<number>} the exit code
 */
export async function runParts(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const rows = [];
  const began = Date.now();
  for (const [name, part] of parts) {
    console.log(`\n── ${name} ${"─".repeat(Math.max(3, 60 - name.length))}`);
    const partBegan = Date.now();
    const { passed, failed, skipped } = await part();
    rows.push(row(name, `${passed}`, `${failed}`, `${skipped}`, `${seconds(Date.now() - partBegan)} s`));
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  console.log(`\n${[row("part", "passed", "failed", "skipped", "time"), ...rows].join("\n")}`);
  const { passed, failed, skipped } = sum;
  console.log(row("all", `${passed}`, `${failed}`, `${skipped}`, `${seconds(Date.now() - began)} s`));
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 ? 1 : 0;
}
