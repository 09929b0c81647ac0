import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import type { TableName } from "../../data/schema";
import { raw } from "./raw";

type Value = string | number | null;
type Spots = Record<string, { rows: number; spots: { key: Record<string, Value>; column: string; value: Value }[] }>;

const fixtures = join(import.meta.dirname, "..", "fixtures", "data");
const stored: Spots = JSON.parse(readFileSync(join(fixtures, "spots.json"), "utf8"));

describe("the tables against a second reading of the publishers' files, in Python", () => {
  it.each(Object.entries(stored))("%s: count of rows and five values", (name, { rows: count, spots }) => {
    const rows: readonly Readonly<Record<string, unknown>>[] = load(name as TableName);
    expect(rows).toHaveLength(count);
    // Rounded to 6 significant digits, what is derived or thinned without a license to 4.
    const tolerance = ["cui-attention", "modular-addition-curves", "small-task-losses"].includes(name) ? 5e-4 : 5e-6;
    for (const { key, column, value } of spots) {
      const found = rows.filter((row) => Object.entries(key).every(([field, wanted]) => row[field] === wanted));
      expect(found, JSON.stringify(key)).toHaveLength(1);
      const here = found[0]?.[column];
      if (typeof value !== "number") expect(here).toBe(value);
      else
        expect(Math.abs(Number(here) - value), `${column} of ${JSON.stringify(key)}`).toBeLessThanOrEqual(
          tolerance * Math.abs(value),
        );
    }
  });

  const publishers = raw;
  if (publishers === undefined) return;
  it("stored counts and values are those of the publishers' files", () => {
    const venv = join(
      import.meta.dirname,
      "..",
      "..",
      ".venv",
      process.platform === "win32" ? "Scripts/python.exe" : "bin/python",
    );
    const python = existsSync(venv) ? venv : "python3";
    const again = execFileSync(python, ["-B", join(fixtures, "spots.py"), publishers], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect(JSON.parse(again)).toEqual(stored);
  });
});
