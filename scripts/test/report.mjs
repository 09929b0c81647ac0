// Runs parts one after the other, and sums them up in a table and a line.
/** @typedef {import("./run.mjs").Counts} Counts */

/** @typedef {Counts & { name: string, milliseconds: number }} Row */

/** @returns {Row} */
const sumOf = (/** @type {Row[]} */ rows) =>
  rows.reduce(
    (sum, row) => ({
      name: "all",
      passed: sum.passed + row.passed,
      failed: sum.failed + row.failed,
      skipped: sum.skipped + row.skipped,
      milliseconds: sum.milliseconds + row.milliseconds,
    }),
    { name: "all", passed: 0, failed: 0, skipped: 0, milliseconds: 0 },
  );

function printTable(/** @type {Row[]} */ rows) {
  const width = Math.max(10, ...rows.map(({ name }) => name.length));
  const line = (/** @type {string} */ name, /** @type {unknown[]} */ columns) =>
    console.log(name.padEnd(width) + columns.map((column) => `${column}`.padStart(9)).join(""));
  console.log("");
  line("part", ["passed", "failed", "skipped", "time"]);
  for (const { name, passed, failed, skipped, milliseconds } of rows)
    line(name, [passed, failed, skipped, `${Math.round(milliseconds / 1000)} s`]);
}

/**
 * @param {[name: string, part: () => Promise<Counts>][]} parts
 * @returns {Promise<number>} the exit code
 */
export async function runParts(parts) {
  /** @type {Row[]} */
  const rows = [];
  for (const [name, part] of parts) {
    console.log(`\n── ${name} ${"─".repeat(Math.max(3, 60 - name.length))}`);
    const began = Date.now();
    rows.push({ name, ...(await part()), milliseconds: Date.now() - began });
  }
  const sum = sumOf(rows);
  printTable([...rows, sum]);
  const { passed, failed, skipped } = sum;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 ? 1 : 0;
}
