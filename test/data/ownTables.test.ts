// Files as people ask about them in public: each fixture is a small file in our words, with the numbers and the address of
// the question it is drawn from.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ReadOptions, TableSchema } from "../../data/asked";
import { readTable } from "../../data/readTable";

type Case = {
  readonly kind: string;
  readonly what: string;
  readonly source: string;
  readonly text: string;
  readonly schema?: TableSchema;
  readonly options?: ReadOptions;
  readonly rows?: readonly object[];
  readonly remark?: string;
  readonly error?: string;
};
const path = join(import.meta.dirname, "..", "fixtures", "data", "own-tables.json");
const cases: readonly Case[] = JSON.parse(readFileSync(path, "utf8"));

describe("files that people ask about", () => {
  it.each(cases)("$kind: $what", ({ text, schema, options, rows, remark, error }) => {
    const read = () => readTable(text, schema as TableSchema, options);
    if (error) return expect(read).toThrow(error);
    expect(read()).toEqual(rows);
    if (remark) expect(read().remarks.join("\n")).toContain(remark);
    else
      expect(
        read().remarks.filter((one) => !/again and called|percent signs|left out|begins with 0/.test(one)),
      ).toEqual([]);
  });

  it("are two of each kind at least, each with its source", () => {
    const kinds = new Map<string, number>();
    for (const { kind, source } of cases) {
      expect(source).toMatch(/^https:\/\//);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    for (const [kind, count] of kinds) expect(count, kind).toBeGreaterThanOrEqual(2);
  });
});

describe("a cell of a type", () => {
  const one = (type: string, cell: string, more: object = {}) =>
    readTable(`id\tv\n1\t${cell}\n`, { v: { type, ...more } } as unknown as TableSchema)[0]?.v;
  it.each([
    ["Date", "2001-02-03", "2001-02-03T00:00:00.000Z"],
    ["Date", "2001-02-03T10:30", "2001-02-03T10:30:00.000Z"],
    ["Date", "2001-02-03 10:30:15+01:00", "2001-02-03T09:30:15.000Z"],
    ["Date", "2001-02", "2001-02-01T00:00:00.000Z"],
    ["Date", "1899", "1899-01-01T00:00:00.000Z"],
  ])("%s %s", (type, cell, value) => expect((one(type, cell) as unknown as Date).toISOString()).toBe(value));
  it("date in the order that is told", () => {
    expect(one("date", "3.2.2001", { order: "DMY" })).toBe("2001-02-03");
    expect(one("date", "2/3/2001", { order: "MDY" })).toBe("2001-02-03");
    expect(() => one("date", "2/3/2001")).toThrow('needs a date, YYYY-MM-DD; say { type: "date", order: "DMY" }');
    expect(() => one("date", "31/31/2001", { order: "MDY" })).toThrow('found "31/31/2001", needs a date');
    expect(() => one("Date", "2001-02-30")).toThrow('found "2001-02-30", needs a date');
    expect(one("Date?", "NA")).toBeNull();
  });
  it.each([
    ["yes", true],
    ["N", false],
    ["1", true],
    ["False", false],
  ])("boolean %s", (cell, value) => expect(one("boolean", cell)).toBe(value));
  it("integer with more digits than a number keeps", () => {
    expect(() => one("integer", "208310224003697457")).toThrow('needs an integer up to 2^53; as "string" it keeps all');
    expect(one("string", "208310224003697457")).toBe("208310224003697457");
    expect(readTable("flops\n314000000000000000000000\n1\n")[0]).toEqual({ flops: 3.14e23 });
  });
});

describe("an encoding", () => {
  const bytes = Buffer.from("stadt;größe\nKöln;1\n", "latin1");
  it("is found to be windows-1252 where a file is not UTF-8, and a remark says so", () => {
    const read = readTable(bytes);
    expect(read).toEqual([{ stadt: "Köln", größe: 1 }]);
    expect(read.remarks[0]).toContain('the file is not UTF-8 at line 1 ("stadt;größe") and is read as windows-1252');
  });
  it("can be told", () => {
    expect(readTable(Buffer.from("a,b\nx,1\n", "utf16le"), undefined, { encoding: "utf-16le" })).toEqual([
      { a: "x", b: 1 },
    ]);
    expect(readTable(bytes, undefined, { encoding: "latin1" }).remarks).toEqual([]);
    expect(() => readTable(bytes, undefined, { encoding: "klingon" })).toThrow(
      'encoding "klingon" is not known, needs',
    );
  });
  it("does not make a table of other files", () => {
    expect(() => readTable(Buffer.from("<!DOCTYPE html>\n<html>"))).toThrow("is a web page or XML");
    expect(() => readTable(Uint8Array.of(0x1f, 0x8b, 8, 0))).toThrow("is compressed (gzip)");
    expect(() => readTable(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toThrow("is a spreadsheet of the old form");
  });
});

describe("options", () => {
  it("name the columns of a file without a header", () => {
    expect(readTable("1,2\n3,4\n", undefined, { header: ["a", "b"] })).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
    expect(() => readTable("1,2\n", undefined, { header: ["a"] })).toThrow(
      "header gives 1 names, but the first line has 2",
    );
    expect(() => readTable("1,2\n", undefined, { header: ["a", "a"] })).toThrow('header names "a" twice');
    expect(readTable("1,2\n3,4\n", undefined, { header: true })).toEqual([{ 1: 3, 2: 4 }]);
  });
  it("leave out lines of a title, and errors still count lines as an editor does", () => {
    const text = "A title, with a comma\n\nyear,x\n2001,1\n2002,few\n";
    expect(readTable(text, { year: "integer" }, { skip: 2 })).toHaveLength(2);
    expect(() => readTable(text, { x: "number" }, { skip: 1 })).toThrow("row 2 (line 5), column x");
  });
  it("keep lines that begin with #", () => {
    expect(readTable("tag,n\n#a,1\nb,2\n")).toHaveLength(2);
    expect(readTable("tag,n\n#a,1\nb,2\n", undefined, { comment: "#" })).toHaveLength(1);
    expect(readTable("#tag,n\n#a,b\n", undefined, { comment: false })).toEqual([{ "#tag": "#a", n: "b" }]);
    expect(readTable("% note\nx,y\n1,2\n", undefined, { comment: "%" })).toEqual([{ x: 1, y: 2 }]);
  });
  it("take another delimiter, and refuse what is none", () => {
    expect(readTable("a:b\n1:2\n", undefined, { delimiter: ":" })).toEqual([{ a: 1, b: 2 }]);
    expect(() => readTable("a,b\n1,2\n", undefined, { delimiter: "" })).toThrow('delimiter "", needs one character');
    expect(() => readTable("a,b\n1,2\n", undefined, { decimal: { c: "," } })).toThrow('decimal names column "c"');
    expect(() => readTable("a,b\n1,2\n", undefined, { skip: -1 })).toThrow("skip -1, needs a whole number from 0");
  });
});

describe("what is seldom, and is not to be read wrongly", () => {
  const remarks = (text: string, options?: ReadOptions) => readTable(text, undefined, options).remarks.join("\n");
  it("a currency sign is taken off, and two currencies are not one column", () => {
    const read = readTable('p;q\n"$1,234.50";-3 \u20ac\n$99;5 \u20ac\n');
    expect(read).toEqual([
      { p: 1234.5, q: -3 },
      { p: 99, q: 5 },
    ]);
    expect(read.remarks).toEqual(["column p: the sign $ is taken off", "column q: the sign \u20ac is taken off"]);
    expect(() => readTable("p\n$1\n\u20ac2\n")).toThrow(
      'row 2 (line 3), column p: found "\u20ac2", but row 1 (line 2) has "$1"',
    );
  });
  it("infinities are numbers, what is larger than a number is text", () => {
    expect(readTable("a\n1\ninf\n-Infinity\n").map(({ a }) => a)).toEqual([1, Infinity, -Infinity]);
    expect(readTable("a\n1e400\n2\n")[0]).toEqual({ a: "1e400" });
    expect(remarks("a\n1e400\n2\n")).toContain('"1e400" (row 1 (line 2)) is larger than a number can be');
    expect(() => readTable("a\n1e400\n", { a: "number" })).toThrow('found "1e400", needs a number');
  });
  it("whole numbers, as a schema says, have thousands alone", () => {
    expect(readTable("a;b\n1.234;2\n12.345;3\n", { a: "integer" })).toEqual([{ a: 1234 }, { a: 12345 }]);
    expect(readTable("a\tb\n1,234\t2\n", { a: "integer" })).toEqual([{ a: 1234 }]);
  });
  it("a title above the header", () => {
    const title = "My table\nyear,share\n2001,1\n2002,2\n";
    expect(() => readTable(title)).toThrow("found 2 cells, needs 1, one for each name of the first line");
    expect(() => readTable(title)).toThrow("if the table begins with its names in line 2, say { skip: 1 }");
    expect(readTable(title, undefined, { skip: 1 })).toEqual([
      { year: 2001, share: 1 },
      { year: 2002, share: 2 },
    ]);
    expect(remarks("My table,,\nyear,a,b\n2001,1,2\n")).toContain(
      "names 1 of 3 columns; if it is a title, say { skip: 1 }",
    );
    expect(readTable("name\nDoe, John\nRoe, Jane\n")).toEqual([{ name: "Doe, John" }, { name: "Roe, Jane" }]);
  });
  it("lines about the table above it, with delimiters of their own", () => {
    const world =
      '"Data Source","Indicators",\n\n"Last Updated","2024-05-30",\n\nName,Code,2000,2001\nAruba,ABW,1.5,2\nChad,TCD,3,4\n';
    expect(() => readTable(world)).toThrow("if the table begins with its names in line 5, say { skip: 4 }");
    expect(readTable(world, undefined, { skip: 4 })[1]).toEqual({ Name: "Chad", Code: "TCD", 2000: 3, 2001: 4 });
    const bank = "Konto: DE12\nStand vom 1.1.2024\n\nDatum;Text;Betrag\n01.01.2024;a;-1.234,56\n02.01.2024;b;5,00\n";
    expect(() => readTable(bank)).toThrow("if the table begins with its names in line 4, say { skip: 3 }");
    expect(readTable(bank, undefined, { skip: 3 })[0]).toEqual({ Datum: "01.01.2024", Text: "a", Betrag: -1234.56 });
  });
  it("a header that lacks a name", () => {
    const text = "mpg,cyl\nMazda,21,6\nFord,18,4\n";
    expect(() => readTable(text)).toThrow("if the header lacks a name, say { skip: 1, header: [...] } with 3 names");
    const named = readTable(text, undefined, { skip: 1, header: ["car", "mpg", "cyl"] });
    expect(named[1]).toEqual({ car: "Ford", mpg: 18, cyl: 4 });
  });
  it("cells that blanks part, where it is said", () => {
    const text = " t     x\n 1   2.5\n10  -3\n";
    expect(remarks(text)).toContain('one column is found, t x; if blanks part the cells, say { delimiter: " " }');
    expect(readTable(text, undefined, { delimiter: " " })).toEqual([
      { t: 1, x: 2.5 },
      { t: 10, x: -3 },
    ]);
  });
  it("a name that an object has by itself", () => {
    const decimal = { b: "," } as const;
    expect(Object.entries(readTable("constructor;b\n1.5;2,5\n", undefined, { decimal })[0] ?? {})).toEqual([
      ["constructor", 1.5],
      ["b", 2.5],
    ]);
  });
  // After https://github.com/mafintosh/csv-parser/issues/247.
  it("no name that an object cannot hold, unless its column is left out", () => {
    const text = "b,__proto__\n1,2\n";
    const needs = "column 2 is named __proto__, under which a row holds no value, needs another name: rename it";
    expect(() => readTable(text)).toThrow(needs);
    expect(() => readTable("1,2\n", undefined, { header: ["b", "__proto__"] })).toThrow(needs);
    expect(readTable(text, { b: "integer" })).toEqual([{ b: 1 }]);
  });
  it.each<[string, () => unknown, string]>([
    [
      "a type",
      () => readTable("a\n1\n", { a: "numbr" } as never),
      'schema: column a has type "numbr", needs one of string, integer',
    ],
    [
      "an order",
      () => readTable("a\n1\n", { a: { type: "date", order: "YMD" } } as never),
      'order "YMD", needs "DMY" or "MDY"',
    ],
    ["a schema", () => readTable("a\n1\n", ["a"] as never), "schema is a list, needs columns by name"],
    [
      "an option",
      () => readTable("a\n1\n", undefined, { delim: ";" } as never),
      "readTable: unknown option delim, needs one of delimiter, decimal",
    ],
    ["options", () => readTable("a\n1\n", undefined, ";" as never), 'readTable: options ";" (text), needs an object'],
    [
      "percent",
      () => readTable("a\n1\n", undefined, { percent: "yes" } as never),
      'percent "yes", needs "number" or "share"',
    ],
    [
      "missing",
      () => readTable("a\n1\n", undefined, { missing: "-99" } as never),
      "missing is string, needs a list of words",
    ],
    ["decimal", () => readTable("a\n1\n", undefined, { decimal: ";" } as never), 'decimal ";", needs "." or ","'],
  ])("%s that is none is refused", (_, call, message) => expect(call).toThrow(message));
});

it("a million cells are read whole", () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `${i},${i / 8},n${i},NA,0,1,2,3,4,5`);
  const rows = readTable(`a,b,c,d,e,f,g,h,i,j\n${lines.join("\n")}\n`);
  expect(rows).toHaveLength(100_000);
  expect(rows.at(-1)).toMatchObject({ a: 99_999, b: 99_999 / 8, c: "n99999", d: null });
});
