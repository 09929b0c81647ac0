// The pages for teachers name sections and exercises that the notebooks have.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { joined } from "../../scripts/notebooks/format.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { read } from "./cells.js";

const folder = join(root, "docs", "teaching");
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const notebooks = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));

/** The text of a notebook's cells, by the number in its name. */
const textOf = (number: string) => {
  const name = notebooks.find((one) => one.startsWith(`${number}-`));
  return name === undefined ? "" : textAt(join(root, "notebooks", name));
};
const textAt = (path: string) =>
  read(path)
    .cells.map(({ source }) => joined(source))
    .join("\n\n");

/** "1, 3 and 5 to 7" as numbers. */
const numbersIn = (text: string) =>
  [...text.matchAll(/(\d+)(?: to (\d+))?/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i),
  );

/** What a page names: "09, sections 1 and 2", "06 exercise 3". */
const named = (text: string, what: "section" | "exercise") =>
  [...text.matchAll(new RegExp(`(\\d\\db?),? ${what}s? (\\d+(?:(?:, | and | to )\\d+(?![\\w:]))*)`, "g"))].flatMap(
    ([, number = "", list = ""]) => numbersIn(list).map((one) => ({ number, one })),
  );

describe.each(pages)("docs/teaching/$name", ({ name, text }) => {
  const links = [...text.matchAll(/\[([^\]]+)\]\(([^)#]+)\)/g)].map(([, title = "", to = ""]) => ({ title, to }));

  it("leads somewhere", () => {
    const missing = links.filter(({ to }) => !existsSync(join(folder, to))).map(({ to }) => to);
    expect(missing).toEqual([]);
  });

  it("names sections and exercises that there are", () => {
    const sections = named(text, "section").filter(({ number, one }) => !textOf(number).includes(`\n## ${one}. `));
    const exercises = named(text, "exercise").filter(({ number, one }) => !textOf(number).includes(`\n**${one} ★`));
    const headings = links
      .filter(({ title, to }) => /^\d\db?, /.test(title) && dirname(to).endsWith("notebooks"))
      .filter(({ title, to }) => {
        const [number, heading] = title.split(/, (.*)/s);
        return !basename(to).startsWith(`${number}-`) || !textAt(join(folder, to)).includes(`\n## ${heading}\n`);
      });
    expect({ sections, exercises, headings }).toEqual({ sections: [], exercises: [], headings: [] });
  });

  if (name === "six-weeks.md" || name === "discussion.md")
    it("names some", () => expect(named(text, "section").length).toBeGreaterThan(10));
  if (name === "six-weeks.md")
    it("has a question for each week", () => {
      const asked = numbersIn(/^To discuss, week by week: ([\d, and]+)/m.exec(text)?.[1] ?? "");
      expect(asked.length).toBe([...text.matchAll(/^\| \*\*\d\.\*\*/gm)].length);
      const questions = pages.find((page) => page.name === "discussion.md")?.text ?? "";
      expect(asked.filter((one) => !questions.includes(`\n${one}. **`))).toEqual([]);
    });
  if (name === "slides.md")
    it("names some", () => expect(links.filter(({ title }) => /^\d\db?, /.test(title)).length).toBeGreaterThan(25));
});
