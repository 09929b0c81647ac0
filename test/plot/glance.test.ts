import { describe, expect, it } from "vitest";
import { load, tables } from "../../data/index";
import { glance } from "../../plot/index";
import { fakeKernel, frozen } from "./fakeKernel";

const fields = [
  { name: "ants", unit: "ants" },
  { name: "length", unit: "m" },
  { name: "trail", unit: "1" },
  { name: "nest" },
];
const ants = frozen({
  name: "my-ants",
  title: "Ants on a trail",
  description: "A row is a colony, seen by e.g. one observer. Colonies were chosen by size.",
  limitations: "Growth in time.",
  schema: { fields },
});
const colonies = frozen([600, 800, 1000, 1200].map((n) => ({ ants: n, length: 2.5, trail: n / 2000, nest: 1 })));

describe("glance", () => {
  const sent = fakeKernel();
  const texts = () => sent.map(({ data }) => String(data["text/plain"]));

  it("shows what the table is, how many rows it has, and three of them with units; it gives all back", () => {
    expect(glance(ants, colonies)).toBe(colonies);
    const [card = "", first = ""] = texts();
    expect(card).toMatch(/^table +what it is +a row +rows +not for\n/);
    expect(card).toMatch(
      /my-ants +Ants on a trail +A row is a colony, seen by e.g. one observer\. +4 +Growth in time\./,
    );
    expect(card).not.toContain("chosen by size");
    expect(first).toMatch(/^ants +length \(m\) +trail +nest\n/);
    expect(first.split("\n")).toHaveLength(1 + 3);
  });
  it("leaves out the columns whose name matches", () => {
    glance(ants, colonies, { without: /^(trail|nest)$/ });
    expect(texts()[1]).toMatch(/^ants +length \(m\)\n/);
  });
  it("reads the descriptions of the data package", () => {
    glance(tables.adoption, load("adoption"));
    expect(texts()[0]).toContain(tables.adoption.title);
    for (const { name } of tables.adoption.schema.fields) expect(texts()[1]).toContain(name);
  });
  it("says what is missing", () => {
    expect(() => glance("adoption" as never, colonies)).toThrow(
      'glance: got "adoption" (text), needs a table\'s description, such as tables["adoption"]',
    );
    expect(() => glance(ants, undefined as never)).toThrow("glance: rows is undefined, needs the rows of the table");
    expect(() => glance(ants, colonies, { without: "nest" as never })).toThrow("needs a pattern of column names");
    expect(() => glance(ants, colonies, { left: /a/ } as never)).toThrow(/glance: .*left/);
  });
});
