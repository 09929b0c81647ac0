// A reporter for vitest: writes the counts of a run where EMERGENCE_TEST_COUNTS says.
import { writeFileSync } from "node:fs";

export default class Counts {
  /**
   * A file that does not load, and an error outside of any test, count as one failure each.
   * @param {ReadonlyArray<import("vitest/node").TestModule>} files
   * @param {ReadonlyArray<unknown>} errors
   */
  onTestRunEnd(files, errors) {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const file of files) {
      const before = counts.failed;
      for (const test of file.children.allTests()) counts[test.result().state] += 1;
      if (file.state() === "failed" && counts.failed === before) counts.failed += 1;
    }
    const { passed, failed, skipped, pending } = counts;
    writeFileSync(
      process.env.EMERGENCE_TEST_COUNTS ?? "",
      JSON.stringify({ passed, failed, skipped: skipped + pending }),
    );
  }
}
