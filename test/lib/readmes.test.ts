// The README of a module names every public name, and its tables name only functions that exist, each once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as definitions from "@emergence/lib/definitions";
import * as learning from "@emergence/lib/learning";
import * as measures from "@emergence/lib/measures";
import * as metrics from "@emergence/lib/metrics";
import * as stats from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import * as plot from "@emergence/plot";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";

const packages = {
  "lib/definitions": definitions,
  "lib/learning": learning,
  "lib/measures": measures,
  "lib/metrics": metrics,
  "lib/stats": stats,
  "lib/systems": systems,
  plot,
};

/** Names in backticks in the first column of the tables whose header begins with one of the given words. */
function firstColumn(text: string, headers: readonly string[]): string[] {
  const names: string[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    const [, cell = ""] = line.startsWith("|") ? line.split("|").map((part) => part.trim()) : [];
    if (!line.startsWith("|")) inside = false;
    else if (inside) names.push(...Array.from(cell.matchAll(/`([\w.]+)[^`]*`/g), ([, name = ""]) => name));
    else inside = headers.includes(cell);
  }
  return names;
}

describe.each(Object.entries(packages))("%s/README.md", (folder, exports) => {
  const text = readFileSync(join(root, folder, "README.md"), "utf8");
  const rows = firstColumn(text, ["name", "function", "measure"]);

  it("names every public name", () => {
    for (const name of Object.keys(exports)) expect(text, name).toMatch(new RegExp(`\`${name}\\b`));
  });

  it("has rows of functions that exist, each once", () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((name) => !((name.split(".")[0] as string) in exports))).toEqual([]);
    expect(rows.filter((name, i) => rows.indexOf(name) !== i)).toEqual([]);
  });
});
