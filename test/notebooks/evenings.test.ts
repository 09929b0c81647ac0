import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evenings, lecture, minutesOf, mostCells, pageOf, shownOf } from "../../scripts/notebooks/evenings.mjs";
import { label } from "../../scripts/notebooks/select.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { read } from "./cells.js";

describe("two evenings", () => {
  it.each(evenings.map((paths, index) => [index + 1, paths] as const))("evening %i has few cells", (_, paths) => {
    const shown = paths.map((path) => shownOf(read(path)));
    expect(shown.reduce((sum, { cells }) => sum + cells, 0)).toBeLessThanOrEqual(mostCells);
    expect(shown.reduce((sum, one) => sum + minutesOf(one), 0)).toBeLessThan(90);
  });

  it("a lecture leaves half of its hour for talk, and shows what an evening shows", () => {
    const minutes = lecture.reduce((sum, path) => sum + minutesOf(shownOf(read(path))), 0);
    expect(minutes).toBeLessThan(30);
    expect(evenings.flat()).toEqual(expect.arrayContaining(lecture));
  });

  it.each(evenings.flat().map(label))("%s has something to show", (path) => {
    const { cells, bets, figures } = shownOf(read(join(root, path)));
    expect({ cells: cells > 2, bets: bets > 0, figures: figures > 1 }).toEqual({
      cells: true,
      bets: true,
      figures: true,
    });
  });

  it("are what the page says; how long a run takes is the machine's", () => {
    const withoutRun = (text: string) => text.replace(/ [\d.]* \|$/gm, " |");
    const page = readFileSync(join(root, "docs", "two-evenings.md"), "utf8");
    expect(withoutRun(page)).toBe(withoutRun(pageOf(() => undefined)));
  });

  it("count tagged cells only", () => {
    const cell = (source: string, ...tags: string[]) => ({ cell_type: "markdown", source, metadata: { tags } });
    const cells = [cell("one two three", "slide"), cell("four", "notes"), cell("not shown")];
    const shown = shownOf({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    expect(shown).toEqual({ cells: 2, words: 4, bets: 0, figures: 0 });
    expect(minutesOf({ ...shown, words: 260, bets: 1, figures: 3 })).toBe(2 + 2 + 3);
  });
});
