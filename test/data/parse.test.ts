import { describe, expect, it } from "vitest";
import { checksum, type Description, parseTable } from "../../data/parse";

const sealed = (bytes: Uint8Array) => ({ bytes: bytes.length, hash: checksum(bytes) });

const good = "name,size,share,open,day,kind\nAda,3,0.25,true,1815-12-10,a\nBabbage,,1,false,,b\n";

const schema: Description["schema"] = {
  fields: [
    { name: "name", type: "string", description: "", constraints: { required: true, pattern: "[A-Z]\\w+" } },
    { name: "size", type: "integer", description: "", constraints: { minimum: 0 } },
    { name: "share", type: "number", description: "", constraints: { required: true, minimum: 0, maximum: 1 } },
    { name: "open", type: "boolean", description: "" },
    { name: "day", type: "date", description: "" },
    { name: "kind", type: "string", description: "", constraints: { enum: ["a", "b"] } },
  ],
  primaryKey: ["name"],
};

/** The table read against its own checksum, so that only what the cells say can be wrong, unless `meant` says otherwise. */
function parsed(csv: string | Uint8Array, meant: string | Uint8Array = csv, rows = 2) {
  return parseTable(Buffer.from(csv), { path: "tables/people.csv", rows, schema, ...sealed(Buffer.from(meant)) });
}

describe("parseTable", () => {
  it("gives each cell its column's type, and null for an empty one", () => {
    expect(parsed(good)).toEqual([
      { name: "Ada", size: 3, share: 0.25, open: true, day: "1815-12-10", kind: "a" },
      { name: "Babbage", size: null, share: 1, open: false, day: null, kind: "b" },
    ]);
  });

  it("reads a quoted cell with commas and quotes in it", () => {
    const quoted = 'name,size,share,open,day,kind\n"A, ""x""",3,0.25,true,1815-12-10,a\n';
    const open: Description["schema"] = { ...schema, fields: schema.fields.map((f) => ({ ...f, constraints: {} })) };
    const bytes = Buffer.from(quoted);
    const [row] = parseTable(bytes, { path: "tables/people.csv", rows: 1, schema: open, ...sealed(bytes) });
    expect(row?.name).toBe('A, "x"');
  });

  const cells: [what: string, from: string, to: string, message: string][] = [
    ["text in a number", "0.25", "high", 'row 1 (line 2), column share: found "high", needs a number'],
    ["a decimal comma's leftover", "0.25", "0.2.5", 'column share: found "0.2.5", needs a number'],
    ["a number in hexadecimal", "Ada,3", "Ada,0x3", 'column size: found "0x3", needs an integer'],
    ["infinity", "0.25", "Infinity", 'column share: found "Infinity", needs a number'],
    ["a space in a number", "0.25", "0.25 ", 'column share: found "0.25 ", needs a number'],
    ["a fraction for an integer", "Ada,3", "Ada,3.5", 'column size: found "3.5", needs an integer'],
    ["an integer too large to hold", "Ada,3", "Ada,9007199254740993", "needs an integer"],
    ["a value under its minimum", "Ada,3", "Ada,-3", 'column size: found "-3", needs 0 or more'],
    ["a value over its maximum", "0.25", "1.25", 'column share: found "1.25", needs 1 or less'],
    ["a flag that is neither true nor false", "true", "yes", 'column open: found "yes", needs true or false'],
    ["a date of another form", "1815-12-10", "10.12.1815", 'column day: found "10.12.1815", needs a date, YYYY-MM-DD'],
    ["a day that no month has", "1815-12-10", "1815-02-30", "needs a date, YYYY-MM-DD"],
    ["a word outside its list", ",b\n", ",c\n", 'row 2 (line 3), column kind: found "c", needs one of a, b'],
    ["text that does not fit its pattern", "Ada", "ada", 'column name: found "ada", needs text like'],
    ["nothing where something is required", "0.25", "", "column share: found nothing, needs a value (number)"],
    ["a cell too many", ",a\n", ",a,\n", "row 1 (line 2): found 7 cells, needs 6"],
    ["a cell too few", "3,0.25", "0.25", "row 1 (line 2): found 5 cells, needs 6"],
    [
      "a key that stands twice",
      "Babbage",
      "Ada",
      'row 2 (line 3): the key (name) = ["Ada"] stands in row 1 (line 2) already',
    ],
    ["a column that is missing", "share,", "", ": lacks column share"],
    [
      "a column that is not known",
      "share,",
      "portion,",
      "lacks column share: found column portion, which is not in the schema",
    ],
    ["columns in another order", "name,size", "size,name", "found columns in another order or twice"],
    ["a file cut within a line", ",b\n", "", "line 3 does not end; the file may be cut"],
    ["a file cut after a line", "Babbage,,1,false,,b\n", "", "found 1 rows, needs 2"],
    ["Windows line ends", "kind\n", "kind\r\n", "has Windows line ends"],
    ["a byte order mark", "name,", "\uFEFFname,", "begins with a byte order mark"],
    ["a quote that never ends", "Ada", '"Ada', "load: data/tables/people.csv"],
  ];
  it.each(cells)("names %s", (_, from, to, message) => {
    expect(good).toContain(from);
    expect(() => parsed(good.replace(from, to))).toThrow(message);
  });

  it("cuts a huge cell in its message", () => {
    const huge = `"${"x".repeat(3_000_000)}"`;
    const message = /column size: found "x{80}"\.\.\. \(3,000,000 characters\), needs an integer$/;
    expect(() => parsed(good.replace("Ada,3", `Ada,${huge}`))).toThrow(message);
    expect(() => parsed(good.replace("size", huge))).toThrow(/found column x{80}\.\.\. \(3,000,000 characters\)/);
    expect(() => parsed(good.replace("Ada", huge).replace("Babbage", huge))).toThrow(/^.{1,300}$/);
  });

  it("names an empty file and one in another encoding", () => {
    expect(() => parsed("")).toThrow("load: data/tables/people.csv is empty");
    expect(() => parsed(Buffer.from(good, "utf16le"))).toThrow("lacks column");
    expect(() => parsed(Buffer.from(good.replace("Ada", "Ad\u00e4"), "latin1"))).toThrow("is not UTF-8");
  });

  it("finds a digit changed within its limits by the file's sum, and says how to mean it", () => {
    expect(() => parsed(good.replace("0.25", "0.35"), good)).toThrow(/not the one described.*npm run data:lock/);
  });

  it("names a type that it does not know", () => {
    const odd = { ...schema, fields: schema.fields.map((f) => ({ ...f, type: "geopoint" as "string" })) };
    const bytes = Buffer.from(good);
    expect(() => parseTable(bytes, { path: "tables/people.csv", rows: 2, schema: odd, ...sealed(bytes) })).toThrow(
      "the schema says geopoint",
    );
  });
});
