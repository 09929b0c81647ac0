import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exercises, exercisesPage } from "../../scripts/notebooks/exercises.mjs";
import { root } from "../../scripts/setup/places.mjs";

describe("which exercise trains what", () => {
  it("is what the page says: npm run exercises writes it", () => {
    expect(readFileSync(join(root, "docs", "exercises.md"), "utf8")).toBe(exercisesPage());
  });
  it.each(exercises().map((one) => [`${one.notebook}, ${one.title}`, one] as const))(
    "%s has a difficulty and a task",
    (_, one) => {
      expect(one.stars).toMatch(/^(★☆☆|★★☆|★★★)$/);
      expect(one.task.length).toBeGreaterThan(20);
    },
  );
});
