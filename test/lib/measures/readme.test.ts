import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as measures from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

const byName = measures as unknown as Record<string, (d: measures.Distribution) => number>;
const text = readFileSync(join(import.meta.dirname, "..", "..", "..", "lib", "measures", "README.md"), "utf8");

describe("lib/measures/README.md", () => {
  it("has a row for every published choice", () => {
    const [, table = ""] = text.split("| choice |");
    const rows = (table.split("\n\n")[0] as string).split("\n").slice(2);
    expect(rows.length).toBe(Object.keys(measures.publishedChoices).length);
  });

  it("names every function and collection that the room exports", () => {
    expect(Object.keys(measures).filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });

  it("has the values of XOR, giant bit and parity in its table", () => {
    const { xor, giantBit, parity } = measures.specimens;
    const rows = [...text.matchAll(/^\| `(\w+)` .* \| (-?[\d.]+) \| (-?[\d.]+) \| (-?[\d.]+) \|$/gm)];
    expect(rows.length).toBe(9);
    for (const [, name = "", ...values] of rows) {
      if (name === "conditionalMutualInformation") continue; // of which variables, the row does not say
      for (const [i, d] of [xor(), giantBit(3), parity(4)].entries()) {
        expect(byName[name]?.(d), `${name} ${i}`).toBeCloseTo(Number(values[i]), 12);
      }
    }
  });
});
