import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readName } from "../../scripts/site/page/name.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "name-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const named = (text: string) => {
  writeFileSync(join(folder, "course.json"), text);
  return readName(join(folder, "course.json"));
};

it("takes a fork's name from course.json, and the kit's where there is none", () => {
  expect(readName(join(folder, "course.json"))).toEqual({ title: "Emergence", about: "" });
  expect(named('{ "title": "Ours" }')).toEqual({ title: "Ours", about: "" });
  expect(named('{ "title": "Ours", "about": "In spring." }')).toEqual({ title: "Ours", about: "In spring." });
});

it.each([
  "{",
  "[]",
  "null",
  "{}",
  '{ "title": 1 }',
  '{ "title": " " }',
  '{ "title": "a", "about": 1 }',
  '{ "title": "a", "x": 1 }',
])("refuses %s, and says what it needs", (text) =>
  expect(() => named(text)).toThrow(/course\.json: .*needs \{ "title"/),
);
