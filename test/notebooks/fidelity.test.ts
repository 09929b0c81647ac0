import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reference, referenceIds } from "../../data/reference.js";
import { fidelity, fidelityPath } from "../../scripts/notebooks/fidelity.mjs";

const page = readFileSync(fidelityPath, "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| `"));

describe("FIDELITY.md", () => {
  it("is what the notebooks' saved outputs say", () => {
    expect(page).toBe(fidelity());
  });
  it("has a row for every value of the register, so that none is quoted without being recomputed", () => {
    const ids = rows.map((line) => line.split("`")[1]);
    expect([...new Set(ids)].sort()).toEqual([...referenceIds].sort());
  });
  it("gives each row its verdict and its source, and counts the classes apart", () => {
    for (const line of rows) expect(line.split(" | ")).toHaveLength(9);
    const table = page.split("\n").filter((line) => /^\| \*\*(printed|seen in|exact|computed from)/.test(line));
    const counted = table.map((line) => line.match(/\| (\d+)(?= \|)/g)?.map((cell) => Number(cell.slice(2))) ?? []);
    expect(counted).toHaveLength(4);
    for (const [all = 0, ...verdicts] of counted) expect(verdicts.reduce((sum, count) => sum + count)).toBe(all);
    const sums = [0, 1, 2, 3].map((column) => counted.reduce((sum, line) => sum + (line[column] ?? 0), 0));
    const said = ["reproduced", "copied", "differs"].map(
      (verdict) => rows.filter((line) => new RegExp(` ${verdict}(:| \\|)`).test(line)).length,
    );
    expect(sums).toEqual([rows.length, ...said]);
  });
  it("gives sigma wherever a tolerance is of standard errors", () => {
    for (const line of rows) {
      const { tolerance } = reference(line.split("`")[1] as (typeof referenceIds)[number]);
      if ("standardErrors" in tolerance) expect(line.split(" | ")[5], line).toMatch(/^-?\d+(\.\d)?$/);
    }
  });
});
