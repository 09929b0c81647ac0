// The tables of evidence: cheap cases are made again, which must give the same rows; all cases fit the words of the contract.
import { group } from "d3-array";
import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { makers, rowsOf } from "../../data/tables/verdict-cases/make.mjs";

const [cases, points, moments] = [load("verdict-cases"), load("verdict-curves"), load("verdict-systems")];
const curves = group(points, (row) => row.case);
const systems = group(moments, (row) => row.case);

/** A row as `load` gives it: what is empty is null. */
const loaded = (row: object, columns: readonly string[]) =>
  Object.fromEntries(columns.map((name) => [name, (row as Record<string, unknown>)[name] ?? null]));

function expectRows(rows: readonly object[], stored: readonly object[]) {
  const columns = Object.keys(stored[0] ?? {});
  expect(rows.map((row) => loaded(row, columns))).toEqual(stored);
}

describe("the tables of evidence", () => {
  it("hold every case that their program makes, and no other", () => {
    expect(cases.map(({ id }) => id)).toEqual(Object.keys(makers));
  });

  // One case at least of each module; those that run for seconds, networks that train among them, are made by the command alone.
  const cheap = [
    "steam",
    "water",
    "spin-ring",
    "and-network",
    "kept-parity",
    "even-process",
    "coupled-maps",
    "traffic",
  ];
  const read = [
    "automobile",
    "squad",
    "detectors",
    "two-units",
    "parity-width",
    "addition-widths",
    "mmlu-pythia",
    "npi",
  ];
  it.each([...cheap, ...read, "open-lm-squad"])("hold what the program gives again for %s, to the last digit", (id) => {
    const rows = rowsOf((makers[id] as NonNullable<(typeof makers)[string]>)());
    expectRows(
      rows["verdict-cases"],
      cases.filter((row) => row.id === id),
    );
    expectRows(rows["verdict-curves"], curves.get(id) ?? []);
    expectRows(rows["verdict-systems"], systems.get(id) ?? []);
  });

  it("give each case a curve or a system, its own id, and a reason in words", () => {
    for (const { id, note, control } of cases) {
      expect(curves.has(id) || systems.has(id), id).toBe(true);
      expect(note.length, id).toBeGreaterThan(40);
      expect(control, id).toBe(false);
    }
    const known = new Set(cases.map(({ id }) => id));
    expect([...curves.keys(), ...systems.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it("name the quantity, its axis and the metric of each curve, the smooth metric and the units where there are any", () => {
    for (const { id, scaleName, logScale, metric, smoothMetric, units } of cases) {
      const rows = curves.get(id) ?? [];
      const has = [scaleName, logScale, metric].map((value) => value !== null);
      expect(has, id).toEqual([rows.length > 0, rows.length > 0, rows.length > 0]);
      expect(smoothMetric !== null, id).toBe(rows.some(({ smooth }) => smooth !== null));
      expect(units !== null, id).toBe(rows.some(({ part }) => part === "symmetry"));
    }
  });

  it("have all curves of a case at the scales of its score, in rising order, and columns that are full or empty", () => {
    for (const [id, rows] of curves) {
      const score = rows.filter(({ part }) => part === "score");
      const scale = score.map((row) => row.scale);
      expect(scale, id).toEqual([...new Set(scale)].sort((a, b) => a - b));
      const others = rows.filter(({ part }) => part !== "score" && part !== "symmetry");
      for (const run of group(others, ({ part, run }) => `${part} ${run}`).values())
        expect(
          run.map((row) => row.scale),
          id,
        ).toEqual(scale);
      for (const column of ["trials", "error", "smooth", "loss"] as const)
        expect([0, scale.length], `${id} ${column}`).toContain(score.filter((row) => row[column] !== null).length);
    }
  });

  it("have shares of trials that are whole numbers of them", () => {
    // GPT-3's are typed as percentages to two digits: .02 of 2,000 questions.
    for (const { case: id, trials, score } of points)
      if (trials !== null) {
        const right = trials * score;
        expect(Math.abs(right - Math.round(right)), `${id}: ${right}`).toBeLessThan(
          id.startsWith("gpt3") ? 0.25 : 0.02,
        );
      }
  });

  it("have a macro variable that is a function of the units, of which there are at most six, of at most three symbols", () => {
    for (const [id, rows] of systems) {
      const seen = new Map<string, number>();
      for (const { micro, macro } of rows)
        if (micro !== null) {
          expect(micro, id).toMatch(/^[0-2]{3,6}$/);
          if (!seen.has(micro)) seen.set(micro, macro);
          else if (seen.get(micro) !== macro) expect.fail(`${id}: ${micro} has two macro values`);
        }
      expect(new Set(rows.map(({ macro }) => macro)).size, id).toBeGreaterThan(1);
    }
  });
});
