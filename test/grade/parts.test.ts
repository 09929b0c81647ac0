import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { judgeCells, readCourse, titlesIn, withoutJudges } from "../../scripts/grade/course.mjs";
import { readCsv, writeCsv } from "../../scripts/grade/csv.mjs";
import { handedIn, studentIn } from "../../scripts/grade/hand.mjs";
import { decode, encode } from "../../scripts/grade/wire.cjs";
import { readNotebook } from "../../scripts/notebooks/refresh.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";

describe("answers on their way to the judge", () => {
  const sent = (value: unknown) => decode(JSON.parse(JSON.stringify(encode(value, undefined))), undefined);

  it("arrive as they were", () => {
    const values = fc.anything({
      withMap: true,
      withSet: true,
      withDate: false,
      withTypedArray: true,
      withBigInt: true,
      key: fc.constantFrom("a", "b", "$emergence", "length"),
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(sent(value)).toEqual(value);
      }),
    );
    expect(Object.is(sent(-0), -0)).toBe(true);
    expect(sent([Number.NaN, -Infinity, undefined, new Date(5)])).toEqual([
      Number.NaN,
      -Infinity,
      undefined,
      new Date(5),
    ]);
  });
  it("have no methods that JavaScript calls by itself", () => {
    const called = ["valueOf", "toString", "toJSON", "then", "a"];
    const answer = encode(Object.fromEntries(called.map((name) => [name, () => 1])), () => 0);
    expect(Object.keys(decode(answer, () => 1) as object)).toEqual(["a"]);
    const forged = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "b": 3}');
    expect(Object.keys(decode(forged, undefined) as object)).toEqual(["b"]);
  });
  it("hand on functions by number only", () => {
    const asked: unknown[] = [];
    const answer = encode({ f: (x: number) => x + 1 }, () => 7);
    const { f } = decode(answer, (id, args) => asked.push([id, args])) as { f: (x: number) => void };
    f(3);
    expect(asked).toEqual([[7, [3]]]);
    expect(() => encode(() => 1, undefined)).toThrow(/function/);
  });
  it("are refused if they are no data", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => encode(loop, undefined)).toThrow(/too large or refers to itself/);
    expect(() => encode(Promise.resolve(1), undefined)).toThrow(/await it/);
    expect(() => encode(Symbol("x"), undefined)).toThrow(/symbol/);
    expect(() => decode({ $emergence: "typed", value: ["Function", []] }, undefined)).toThrow(/cannot be read/);
  });
});

describe("what a course asks", () => {
  const courses = notebooksIn("notebooks").flatMap((path) => {
    const notebook = readNotebook(path);
    const asks = notebook.cells.some(
      ({ cell_type, source }) => cell_type === "code" && titlesIn([source].flat().join("")).length > 0,
    );
    return asks ? [[label(path), readCourse(notebook, label(path))] as const] : [];
  });

  it.each(courses)("%s: every exercise can be graded apart from the student's code", (_, course) => {
    expect(new Set(course.exercises.map(({ title }) => title)).size, "titles").toBe(course.exercises.length);
    for (const { cell, name, points } of course.exercises) {
      expect(points).toBeGreaterThan(0);
      const at = course.cells.findIndex(({ id }) => id === cell);
      // Judges run after the whole notebook did: what they use must not have been made anew since.
      const own = course.cells[at]?.source ?? "";
      const later = course.cells
        .slice(at + 1)
        .flatMap(({ source }) =>
          [...source.matchAll(/^(?:const|let|var|function|class) (\w+)/gm)].map((found) => found[1] ?? ""),
        );
      const redefined = later.filter((made) => new RegExp(`\\b${made}\\b`).test(own.replace(/^const \w+/, "")));
      expect(redefined, `${cell} uses what a later cell makes anew`).toEqual([]);
      expect(name).toMatch(/^\w+$/);
    }
  });
  it("leaves lines where they are when it takes judges out and puts its own in", () => {
    const source = 'const a = NaN;\nexercise("t", a, (x) => {\n  return x > 1 || "more";\n});\nconst b = 1;';
    const left = withoutJudges(source).split("\n");
    expect(left.map((line) => line.trimEnd())).toEqual(["const a = NaN;", "", "", "", "const b = 1;"]);
    const course = readCourse(
      { cells: [{ cell_type: "code", id: "e", metadata: {}, source }], metadata: {}, nbformat: 4, nbformat_minor: 5 },
      "t",
    );
    expect(course.exercises).toMatchObject([{ key: "e", title: "t", name: "a", kind: "number", points: 1 }]);
    expect(judgeCells(course, undefined)[0]).toContain('as typeof exercise)("t", a, ');
  });
  it("reads points from the call, from metadata and from nbgrader's, and the name for data of one's own", () => {
    const cell = (id: string, source: string, metadata = {}) => ({ cell_type: "code", id, metadata, source });
    const of = (...cells: object[]) => readCourse({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, "t");
    const call = (rest = "") => `const a = "" as "" | number[];\nexercise("t", a, () => true${rest});`;
    expect(of(cell("e", call(", { points: 2.5 }"))).exercises[0]).toMatchObject({ points: 2.5, kind: "any" });
    expect(of(cell("e", call(), { emergence: { points: 3 } })).exercises[0]?.points).toBe(3);
    expect(of(cell("e", call(), { nbgrader: { grade: true, points: 4 } })).exercises[0]?.points).toBe(4);
    expect(of(cell("n", 'const me = "x";\nconst s = studentSeed(me);'), cell("e", call())).own).toMatchObject({
      cell: "n",
      name: "me",
    });
    expect(() => of(cell("e", "exercise(`t`, 1 + 1, () => true);"))).toThrow(/needs a title in quotes/);
    expect(() => of(cell("e", call(", { points: 0 }")))).toThrow(/points 0, needs a number above 0/);
    expect(() => of(cell("e", "1"))).toThrow(/no exercise/);
  });
});

describe("a folder of submissions", () => {
  it.each([
    ["Löf Åsa_1234_assignsubmission_file_", "Löf Åsa", "1234"],
    ["O'Neil Mary-Ann_99_assignsubmission_file_04-s-curves", "O'Neil Mary-Ann", "99"],
    ["lovelaceada_LATE_321_654_04-s-curves", "lovelaceada", "321"],
    ["lovelaceada_321_654_04-s-curves-1", "lovelaceada", "321"],
    ["s1234", "s1234", ""],
    ["ada_lovelace", "ada_lovelace", ""],
  ])("knows the student in %s", (name, who, number) => {
    expect(studentIn(name)).toEqual({ who, number });
  });

  const folder = mkdtempSync(join(tmpdir(), "emergence-hand-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  it("takes files and folders, keeps two of one name apart, and says what it needs", () => {
    expect(() => handedIn(folder)).toThrow(/has no .ipynb/);
    expect(() => handedIn(join(folder, "none"))).toThrow(/is not a folder/);
    for (const name of [
      "Lee Kim_1_assignsubmission_file_",
      "Lee Kim_2_assignsubmission_file_",
      "zoe/deep",
      "empty",
      "__MACOSX",
    ])
      mkdirSync(join(folder, name), { recursive: true });
    for (const name of [
      "Lee Kim_1_assignsubmission_file_/a.ipynb",
      "Lee Kim_2_assignsubmission_file_/a.ipynb",
      "zoe/deep/b.ipynb",
      "ada.ipynb",
      "zoe/notes.txt",
    ])
      writeFileSync(join(folder, name), "");
    expect(handedIn(folder).map(({ student, files }) => [student, files.length])).toEqual([
      ...[
        ["ada", 1],
        ["empty", 0],
        ["Lee Kim (1)", 1],
        ["Lee Kim (2)", 1],
        ["zoe", 1],
      ],
    ]);
  });
});

describe("tables", () => {
  it("come back as they were written, whatever stands in them", () => {
    const row = fc.record({ a: fc.string(), b: fc.constantFrom("x", 'say "no"', "1,5", "two\nlines", "=1+1") });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const table = rows.map(({ a, b }) => [a.replace(/\r/g, ""), b, "end"]);
        const back = readCsv(writeCsv([["a", "b", "c"], ...table])).map(({ a, b, c }) => [a, b, c]);
        expect(back.map((all) => all.map((one) => (one ?? "").replace(/^'(?=[=+\-@\t])/, "")))).toEqual(
          table.map((all) => all.map((one) => one.replace(/^'(?=[=+\-@\t])/, ""))),
        );
      }),
    );
  });
  it("hold no formula of a student's", () => {
    expect(writeCsv([["=HYPERLINK(1)", -1, "@x", "a"]])).toBe("\uFEFF'=HYPERLINK(1),-1,'@x,a\r\n");
  });
  it("are read with semicolons too, as some spreadsheets write them", () => {
    expect(readCsv('student;points\r\n"Lee; Kim";1,5\r\n')).toEqual([{ student: "Lee; Kim", points: "1,5" }]);
  });
});
