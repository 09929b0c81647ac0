import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { load } from "../../data/load";
import { type OwnRows, readTable } from "../../data/readTable";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "own-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** The same three rows, as programs and people write them. */
const rows = [
  { city: "Köln", year: 2001, share: 1234.5, open: true },
  { city: "Lyon, Rhône", year: 2002, share: null, open: false },
  { city: "Oslo", year: 2003, share: -0.25, open: true },
];
const schema = { city: "string", year: "integer", share: "number?", open: "boolean" } as const;
const english = 'city,year,share,open\nKöln,2001,1234.5,true\n"Lyon, Rhône",2002,NA,false\nOslo,2003,-0.25,true\n';
const german = 'city;year;share;open\nKöln;2001;1.234,5;TRUE\n"Lyon, Rhône";2002;;FALSE\nOslo;2003;-0,25;TRUE\n';

describe("readTable reads", () => {
  const utf16 = (text: string, big = false) => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return big ? bytes.swap16() : bytes;
  };
  const files: [what: string, content: string | Uint8Array][] = [
    ["commas and decimal points", english],
    ["semicolons and decimal commas", german],
    ["tabs", german.replaceAll(";", "\t")],
    [
      "decimal commas within quotation marks between commas",
      english.replace("1234.5", '"1.234,5"').replace("-0.25", '"-0,25"'),
    ],
    ["a byte order mark", `\uFEFF${english}`],
    ["Windows line ends", german.replaceAll("\n", "\r\n")],
    ["old Macintosh line ends", german.replaceAll("\n", "\r")],
    ["UTF-16, little end first", utf16(german)],
    ["UTF-16, big end first", utf16(english, true)],
    ["windows-1252", Buffer.from(english, "latin1")],
    ["bars between cells", german.replaceAll(";", "|")],
    ["a line sep=;", `sep=;\n${german}`],
    ["comments above, and between", `# made by hand\n# of three rows\n${german.replace("Oslo", "# a note\nOslo")}`],
    ["a delimiter at the end of each row", german.replaceAll(/(TRUE|FALSE)/g, "$1;")],
    ["no line end at the end", english.trimEnd()],
    ["blank lines, and lines of delimiters alone", german.replace("Oslo", "\n;;;\n\nOslo")],
    ["blanks around cells and names", german.replaceAll(";", " ; ")],
    ["nameless empty columns at the end", german.replaceAll("\n", ";;\n")],
    ["thousands apart by a comma", english.replace("1234.5", '"1,234.5"')],
    ["thousands apart by a narrow no-break space", german.replace("1.234,5", "1\u202f234,5")],
    ["thousands apart by an apostrophe", english.replace("1234.5", "1'234.5")],
    ["exponents and a plus", english.replace("1234.5", "+1.2345e3")],
    ["the minus sign proper", english.replace("-0.25", "\u22120.25")],
    ["a number without a zero in front", english.replace("-0.25", "-.25")],
    ...["N/A", "NaN", "null", "-", "?", "..", "#N/A"].map((word): [string, string] => [
      `${word} for missing`,
      english.replace("NA", word),
    ]),
  ];
  it.each(files)("%s, as text, as bytes and as a file", (_, content) => {
    if (typeof content === "string") expect(readTable(content, schema)).toEqual(rows);
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    expect(readTable(bytes, schema)).toEqual(rows);
    expect(readTable(new Uint8Array(bytes))).toEqual(rows);
    expect(readTable(place("own.csv", bytes), schema)).toEqual(rows);
  });

  it("only the columns that the schema names, in its order", () => {
    expect(Object.keys(readTable(german, { share: "number?", city: "string" })[0] ?? {})).toEqual(["share", "city"]);
  });

  it("a single column, with decimal commas or without", () => {
    expect(readTable("share\n1,5\n-2,25\n")).toEqual([{ share: 1.5 }, { share: -2.25 }]);
    expect(readTable("name\nAda\nBabbage\n")).toEqual([{ name: "Ada" }, { name: "Babbage" }]);
  });

  it("cells with line breaks, and counts lines as an editor does", () => {
    const text = 'note,size\n"two\nlines",1\nplain,many\n';
    expect(readTable(text.replace("many", "2"))[0]).toEqual({ note: "two\nlines", size: 1 });
    expect(() => readTable(text, { size: "integer" })).toThrow("the text, row 2 (line 4), column size");
  });

  it("codes as text: zeros in front, NA as a word, dates", () => {
    const text = "zip,country,day\n01234,NA,2001-02-03\n56789,DE,2001-02-04\n";
    expect(readTable(text)).toEqual([
      { zip: "01234", country: "NA", day: "2001-02-03" },
      { zip: "56789", country: "DE", day: "2001-02-04" },
    ]);
    expect(readTable(text, { country: "string?", day: "date" }, { missing: ["NA"] })[0]).toEqual({
      country: null,
      day: "2001-02-03",
    });
  });

  it("a header without rows as none", () => expect(readTable("a,b\n")).toEqual([]));

  it("rows that its schema types", () => {
    const read = readTable(german, { ...schema, city: { type: "string", enum: ["Köln", "Oslo", "Lyon, Rhône"] } });
    expectTypeOf(read).toEqualTypeOf<
      OwnRows<{ city: "Köln" | "Oslo" | "Lyon, Rhône"; year: number; share: number | null; open: boolean }>
    >();
    expect(read).toEqual(rows);
  });

  it("the kit's own tables, as load does", () => {
    const path = join(import.meta.dirname, "..", "..", "data", "tables", "steam", "steam.csv");
    expect(readTable(path)).toEqual(load("steam"));
  });
});

describe("the decimal mark", () => {
  it("is settled by the one cell that can be read in one way only", () => {
    expect(readTable("a;b\n1.234;2\n5.678;0,5\n")).toEqual([
      { a: 1234, b: 2 },
      { a: 5678, b: 0.5 },
    ]);
    expect(readTable("a;b\n1.234;2\n5.678;0.5\n")).toEqual([
      { a: 1.234, b: 2 },
      { a: 5.678, b: 0.5 },
    ]);
    expect(readTable("a;b\n1.234.567;2,345\n")).toEqual([{ a: 1234567, b: 2.345 }]);
  });

  it("is a point in a file parted by commas, where nothing else is said", () => {
    const read = readTable('a,b\n1.234,"5,678"\n');
    expect(read).toEqual([{ a: 1.234, b: 5678 }]);
    expect(read.remarks).toHaveLength(2);
    expect(read.remarks[1]).toBe(
      'column b: "5,678" (row 1 (line 2)) is read as 5678, since commas part the cells; if it means 5.678, say { decimal: { "b": "," } }',
    );
    expect(readTable('a,b\n1.234,"5,678"\n', undefined, { decimal: { b: "," } })).toEqual([{ a: 1.234, b: 5.678 }]);
  });

  it("is asked for where every number can be read in two ways", () => {
    const text = "a;b\n1.234;2\n5.678;3\n";
    expect(() => readTable(text)).toThrow(
      'the text, row 1 (line 2), column a: "1.234" can be 1.234 or 1234, and no other number tells which: say { decimal: "." } or { decimal: "," }',
    );
    expect(readTable(text, undefined, { decimal: "," })[1]).toEqual({ a: 5678, b: 3 });
    expect(readTable(text, { a: "number" }, { decimal: "." })[1]).toEqual({ a: 5.678 });
  });

  it("belongs to a column, and a remark says where columns differ", () => {
    const read = readTable("a;b\n1.5;2\n3;0,5\n");
    expect(read).toEqual([
      { a: 1.5, b: 2 },
      { a: 3, b: 0.5 },
    ]);
    expect(read.remarks).toEqual([
      'the decimal mark differs between columns: "1.5" in row 1 (line 2), column a has a decimal point, "0,5" in row 2 (line 3), column b a decimal comma',
    ]);
  });

  it("cannot change within a column", () => {
    expect(() => readTable("a;b\n1.5;2\n0,5;3\n")).toThrow(
      'row 2 (line 3), column a: found "0,5", a decimal comma, but row 1 (line 2) has "1.5", a decimal point; one column needs one decimal mark',
    );
  });
});

describe("readTable names", () => {
  const faults: [what: string, content: string | Uint8Array, message: string][] = [
    ["text in a number", german.replace("-0,25", "few"), 'row 3 (line 4), column share: found "few", needs a number'],
    [
      "a percentage among numbers",
      german.replace("-0,25", "25 %"),
      'column share: found "1.234,5" without a percent sign, but row 3 (line 4) has "25 %"; needs the sign in each cell or in none',
    ],
    ["a fraction for an integer", german.replace("2001", "2001,5"), 'column year: found "2001,5", needs an integer'],
    [
      "a missing value",
      german.replace("2001", "NA"),
      'found "NA", needs a value (integer); "integer?" in the schema lets cells be empty',
    ],
    ["an empty cell", german.replace("2001", ""), 'column year: found nothing, needs a value (integer); "integer?" in'],
    ["a flag of another form", german.replace("TRUE", "oui"), 'column open: found "oui", needs true or false'],
    [
      "a column that is not there",
      german.replace("share", "Share"),
      ": lacks column share; found city, year, Share, open",
    ],
    ["a column that stands twice", german.replace("open", "year"), ": columns 2 and 4 are both named year"],
    ["a column without a name", german.replace("year", ""), ": lacks column year; found city, column2, share, open"],
    ["a file without names", "1;2\n3;4\n", ": the first line must name the columns, found 1, 2"],
    ["a line too short", german.replace("Oslo;", ""), "row 3 (line 4): found 3 cells, needs 4, one for each name"],
    ["a line too long", german.replace("Oslo", "Oslo;Bergen"), "row 3 (line 4): found 5 cells, needs 4"],
    [
      "a bare decimal comma",
      english.replace("-0.25", "-0,25"),
      "found 5 cells, needs 4, one for each name of the first line; a decimal comma must stand within quotation marks",
    ],
    ["a quotation mark that never ends", english.replace("Oslo", '"Oslo'), ", line 4: Quoted field unterminated"],
    ["a blank text", "\n \n", "the text is empty"],
    ["no bytes", new Uint8Array(), "the file is empty"],
    [
      "UTF-8 with one letter damaged",
      Buffer.concat([Buffer.from(german), Buffer.from([0xe9]), Buffer.from(";2004;1;true\n")]),
      " is UTF-8 but for 1 letter, first at line 5",
    ],
    [
      "UTF-16 without a mark",
      Buffer.from(english, "utf16le"),
      "holds zero bytes, as UTF-16 without a byte order mark does",
    ],
    [
      "a spreadsheet",
      Buffer.from("PK\u0003\u0004 and so on"),
      "is a spreadsheet or another zip archive: save it as CSV",
    ],
  ];
  it.each(faults)("%s", (_, content, message) => {
    expect(() => readTable(content, schema)).toThrow(message);
    expect(() => readTable(content, schema)).toThrow(/^readTable: the (text|file)/);
    if (content.length > 0)
      expect(() => readTable(place("bad.csv", content), schema)).toThrow(message.replace(/^the (text|file)/, ""));
  });

  it("limits that do not hold", () => {
    const limited = { share: { type: "number?", minimum: 0 } } as const;
    expect(() => readTable(german, limited)).toThrow('row 3 (line 4), column share: found "-0,25", needs 0 or more');
    expect(() => readTable(german, { city: { type: "string", enum: ["Köln"] } })).toThrow(
      'found "Lyon, Rhône", needs one of',
    );
  });

  it("a path that leads nowhere, a folder, and what is neither path nor text", () => {
    expect(() => readTable("no such.csv")).toThrow(
      /^readTable: "no such.csv": no such file \(looked for .*no such.csv; a text needs a line break\)$/,
    );
    expect(() => readTable(folder)).toThrow(/: a folder \(looked for /);
    expect(() => readTable("")).toThrow("needs a path, a text with line breaks, or bytes; got an empty text");
    expect(() => readTable(undefined as never)).toThrow("got undefined");
  });

  it("nothing at length: a huge cell and a huge header are cut", () => {
    const huge = "x".repeat(3_000_000);
    expect(() => readTable(`a,b\n${huge},1\n`, { a: "number" })).toThrow(/^.{1,300}$/);
    expect(() => readTable(`a,${huge}\n1,2\n`, { c: "number" })).toThrow(/^.{1,300}$/);
    expect(() => readTable(huge)).toThrow(/^.{1,500}$/);
  });
});

describe("a table written in any of the usual ways is read again as it was", () => {
  // What a cell of text may hold, but for blanks at its ends (they are cut) and what is missing or a number by its look.
  const word = fc.string({ unit: fc.constantFrom(..."abcÄé ,;\t\"'\n-%0") }).map((text) => `x${text}x`);
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((x) => Number(x.toFixed(2))),
    fc.integer(),
    fc.constant(null),
  );
  const row = fc.record({ name: word, value, flag: fc.boolean() });
  const dialect = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t"),
    decimal: fc.constantFrom(".", ","),
    gap: fc.constantFrom("", "'", "\u00a0", "other"),
    end: fc.constantFrom("\n", "\r\n"),
    mark: fc.boolean(),
    missing: fc.constantFrom("", "NA", "-", "NaN"),
  });
  type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never;

  const written = (x: number | null, { decimal, gap, missing }: Dialect) => {
    if (x === null) return missing;
    const [whole = "", ...rest] = String(x).split(".");
    const between = gap === "other" ? (decimal === "." ? "," : ".") : gap;
    const apart = /^-?\d{4,}$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, between) : whole;
    return [apart, ...rest].join(decimal);
  };
  const quote = (cell: string, delimiter: string) =>
    cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

  it("with a schema, whatever the dialect", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), dialect, (table, kind) => {
        const lines = table.map(({ name, value, flag }) =>
          [name, written(value, kind), String(flag)].map((cell) => quote(cell, kind.delimiter)).join(kind.delimiter),
        );
        // One number that can be read in one way only, as almost every file has one.
        const settled = ["x", `0${kind.decimal}5`, "true"]
          .map((cell) => quote(cell, kind.delimiter))
          .join(kind.delimiter);
        const text = [["name", "value", "flag"].join(kind.delimiter), settled, ...lines, ""].join("\n");
        const bytes = Buffer.from((kind.mark ? "\uFEFF" : "") + text.replaceAll("\n", kind.end));
        const read = readTable(bytes, { name: "string", value: "number?", flag: "boolean" });
        const negativeZero = (x: number | null) => (x === 0 ? 0 : x); // "0" is what -0 is written as
        expect(read.slice(1)).toEqual(table.map((one) => ({ ...one, value: negativeZero(one.value) })));
      }),
      { numRuns: 500, seed: 2001 },
    );
  });

  it("and never as another number where the mark is in doubt", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1000, max: 999_999 }), { minLength: 1 }), dialect, (numbers, kind) => {
        const cells = numbers.map((x) => written(x / 1000, kind));
        const text = `a${kind.delimiter}b\n${cells.map((cell) => `${quote(cell, kind.delimiter)}${kind.delimiter}z\n`).join("")}`;
        const meant = numbers.map((x) => x / 1000);
        try {
          const read = readTable(text, { a: "number" }).map(({ a }) => a);
          // A file parted by commas has English numbers: there a decimal comma needs a second witness.
          if (kind.delimiter !== "," || kind.decimal === ".") expect(read).toEqual(meant);
        } catch (error) {
          expect(String(error)).toMatch(/no other number tells which/);
        }
      }),
      { numRuns: 500, seed: 2002 },
    );
  });

  it("and any bytes give rows or an error of its own", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(Array.isArray(readTable(bytes))).toBe(true);
        } catch (error) {
          expect(String(error)).toMatch(/^RangeError: readTable: /);
        }
      }),
      { numRuns: 2000, seed: 2003 },
    );
  });
});

describe("a text that is no CSV", () => {
  it("but a Markdown table is read without its frame and its rule, and lines keep their numbers", () => {
    const rows = readTable(
      "| model | accuracy |\n|:------|---------:|\n| A     | 0.5      |\n| B     | 0.25     |\n\n",
    );
    expect([...rows]).toEqual([
      { model: "A", accuracy: 0.5 },
      { model: "B", accuracy: 0.25 },
    ]);
    expect(rows.remarks).toEqual(["the table is read as Markdown writes it, with | around its lines"]);
    expect(() => readTable("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n")).toThrow("line 3): found 3 cells, needs 2");
    expect([...readTable("a|b\n1|2\n")]).toEqual([{ a: 1, b: 2 }]);
  });

  it("but JSON, a web page or an address is told, whatever its number of lines", () => {
    expect(() => readTable('[\n {"a": 1},\n {"a": 2}\n]')).toThrow(
      "readTable: the text is JSON, not CSV: JSON.parse(text)",
    );
    expect(() => readTable('{"a":1}\n{"a":2}\n')).toThrow("JSON, an object a line");
    expect(() => readTable("<!DOCTYPE html>\n<html></html>\n")).toThrow("the text is a web page or XML");
    expect(() => readTable("https://example.org/a.csv")).toThrow('"https://example.org/a.csv" is an address');
    expect([...readTable("[nats],b\n1,2\n")]).toEqual([{ "[nats]": 1, b: 2 }]);
  });
});

describe("numbers in double precision as Fortran writes them", () => {
  it("are numbers, and codes with a d within are not", () => {
    expect([...readTable("x;y\n 1.5D+02;-0.25d-1\n .3D0;2.D+00\n")]).toEqual([
      { x: 150, y: -0.025 },
      { x: 0.3, y: 2 },
    ]);
    expect(readTable("x,y\n1d5,2\n7d2,3\n").map(({ x }) => x)).toEqual(["1d5", "7d2"]);
    expect(readTable("x\ty\n1.234D+05\t1,5\n").map((row) => ({ ...row }))).toEqual([{ x: 123400, y: 1.5 }]);
  });
});

describe("a column of dates that are not written YYYY-MM-DD", () => {
  const remarkOf = (...cells: string[]) =>
    readTable(`d,v\n${cells.map((cell) => `${cell},1\n`).join("")}`).remarks.join();

  it("is text, with the order that its own days tell", () => {
    expect(remarkOf("01/13/2024", "02/14/2024")).toContain('{ "d": { type: "date", order: "MDY" } } in the schema');
    expect(remarkOf("13.01.2024", "NA", "1.2.2024")).toContain('order: "DMY" }');
    expect(remarkOf("01/02/2024", "03/04/2024")).toContain('order: "DMY" or "MDY"');
    expect(remarkOf("13/02/2024", "03/24/2024")).toBe("");
    expect(remarkOf("01234")).toContain("begins with 0, as codes do");
  });

  it("and type Date is named where a cell has a time, or no day", () => {
    for (const cell of ["2024-01-05T10:00:00Z", "2024-05", "2024"])
      expect(() => readTable(`d\n${cell}\n`, { d: "date" })).toThrow('type "Date" reads this form too');
    expect(() => readTable("d\n2024-02-30\n", { d: "date" })).toThrow(/needs a date, YYYY-MM-DD$/);
  });
});
