import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exercises, exercisesPage } from "../../scripts/notebooks/exercises.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";
import { root } from "../../scripts/setup/places.mjs";

describe("which exercise trains what", () => {
  it("is what the page says: npm run exercises writes it", () => {
    expect(readFileSync(join(root, "docs", "exercises.md"), "utf8")).toBe(exercisesPage());
  });
  it("has the texts that a person grades", () => {
    const marked = /"byHand": true/;
    const paths = notebooksIn("notebooks").filter((path) => marked.test(readFileSync(path, "utf8")));
    const listed = exercises().filter(({ stars }) => stars === "by hand");
    expect(listed.map(({ notebook }) => notebook)).toEqual(paths.map(label));
    expect(listed.find(({ notebook }) => notebook === "notebooks/15-what-we-mean.ipynb")).toMatchObject({
      title: "4 The sentence",
      points: 4,
      task: "What would you now write instead of the word?",
    });
  });
  it("asks, or says what to do, also where a figure stands within the task", () => {
    const taskOf = (notebook: string, title: string) =>
      exercises().find((one) => one.notebook === `notebooks/${notebook}.ipynb` && one.title === title)?.task;
    expect(taskOf("gallery-of-figures", "1 equal factors as equal steps")).toMatch(
      /^Each year .* Draw the same numbers .*`undefined`\.$/,
    );
    expect(taskOf("closer/08-one-row", "1 some cut or other")).toMatch(/\?$/);
  });
  it.each(exercises().map((one) => [`${one.notebook}, ${one.title}`, one] as const))(
    "%s has a difficulty and a task",
    (_, one) => {
      expect(one.stars).toMatch(/^(★☆☆|★★☆|★★★|by hand)$/);
      expect(one.task.length).toBeGreaterThan(20);
    },
  );
});
