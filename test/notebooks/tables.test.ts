// Every table of the data package has its place in the reference pages, under its own heading, once.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { tables } from "../../data/index";
import { joined } from "../../scripts/notebooks/format.mjs";
import { notebooksIn } from "../../scripts/notebooks/select.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { read } from "./cells.js";

const isFork = existsSync(join(root, "course.json"));
const pages = notebooksIn("notebooks").filter((path) => basename(path).startsWith("reference-"));
const sources = (path: string, type: "code" | "markdown") =>
  read(path)
    .cells.filter((cell) => cell.cell_type === type)
    .map((cell) => joined(cell.source));
/** Names of the tables that a page opens, and of those that have a heading. */
const openedIn = (path: string) =>
  sources(path, "code").flatMap((source) => [...source.matchAll(/\blook\("([^"]+)"/g)].map(([, name = ""]) => name));
const headedIn = (path: string) =>
  sources(path, "markdown").flatMap((source) => [...source.matchAll(/^### (.+)$/gm)].map(([, name = ""]) => name));

describe("the reference pages", () => {
  it("show each table of the data package once among them", () => {
    const shown = pages.flatMap(openedIn).sort();
    expect(shown, "each once").toEqual([...new Set(shown)]);
    // A fork's own tables need no place there.
    const named = Object.keys(tables).filter((name) => !isFork || shown.includes(name));
    const cure =
      "a table needs its place on a reference page (CONTRIBUTING, add a table, 5), unless course.json says that this is a fork";
    expect(shown, cure).toEqual(named.sort());
  });
  it.each(pages.map((path) => [basename(path), path]))("%s has a heading for each of its tables", (_, path) => {
    expect(headedIn(path)).toEqual(openedIn(path));
  });
  it.each(pages.map((path) => [basename(path), path]))(
    "%s checks each of its tables, and links the others",
    (_, path) => {
      const parts = sources(path, "code")
        .join("\n")
        .split(/\blook\("/)
        .slice(1);
      for (const part of parts) expect(part, `after look("${part.slice(0, part.indexOf('"'))}")`).toMatch(/^check\(/m);
      const prose = sources(path, "markdown").join("\n");
      for (const other of pages) if (other !== path) expect(prose).toContain(`](${basename(other)})`);
    },
  );
});
