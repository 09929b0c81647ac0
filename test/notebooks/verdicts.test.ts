// The matrix that 15 shows, in its saved output, is the one that rules and tables give.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { definitions, evidenceOf, verdictMatrix } from "../../lib/definitions/index";

type Output = { data: Record<string, { data: { text?: string[][] }[] }> };
type Cell = { id: string; outputs?: Output[] };
const { cells }: { cells: Cell[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "notebooks", "15-what-we-mean.ipynb"), "utf8"),
);
const outputs = cells.find(({ id }) => id === "matrix-figure")?.outputs ?? [];
const figure = outputs.map(({ data }) => data["application/vnd.plotly.v1+json"]).find((one) => one !== undefined);
/** What each cell says on hover, in one line: its case, definition, verdict and reason. */
const saved = (figure?.data ?? [])
  .flatMap(({ text }) => (Array.isArray(text) ? text.flat() : []))
  .filter((said) => said !== "")
  .map((said) => said.replace(/<\/?b>/g, "").replaceAll("<br>", " "));

const label = (id: string) =>
  `${id.slice(0, 1).toUpperCase()}${id.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;

describe("the matrix of 15", () => {
  it("holds what the rules say of the tables, reason by reason", { tags: ["slow"], timeout: 300_000 }, () => {
    const cases = evidenceOf(load("verdict-cases"), load("verdict-curves"), load("verdict-systems"));
    const operational = definitions.filter((one) => one.operational === true);
    const matrix = verdictMatrix(cases, { definitions: operational });
    const found = matrix.cases.flatMap(({ id, name }) =>
      operational.map((one) => {
        const { verdict, why } = matrix.of(one.id, id);
        return `${name}, ${label(one.id)}: ${verdict === "does not apply" ? "" : verdict} ${why}`;
      }),
    );
    expect(found.length).toBeGreaterThan(21 * 80);
    expect(found.filter((said) => !saved.includes(said))).toEqual([]);
  });
});
