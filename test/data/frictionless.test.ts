import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder, resources } from "../../data/descriptor";

// The reference implementation of the standard, in Python: it knows nothing of our loader, and reads every cell.
it("datapackage.json and every cell pass the Frictionless validator", () => {
  const python = join(folder, "..", ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  expect(existsSync(python), "no .venv: run npm start once, or npm test").toBe(true);
  const file = join(folder, "datapackage.json");
  const { stdout, stderr } = spawnSync(python, ["-m", "frictionless", "validate", file, "--json"], {
    encoding: "utf8",
  });
  expect(stdout, `no report: is the Python package frictionless in .venv?\n${stderr}`).toMatch(/^\{/);
  const report: { valid: boolean; tasks: { name: string; valid: boolean; errors: { message: string }[] }[] } =
    JSON.parse(stdout);
  expect(report.tasks.flatMap(({ name, errors }) => errors.map(({ message }) => `${name}: ${message}`))).toEqual([]);
  expect(report.tasks).toHaveLength(resources.length);
  expect(report.valid).toBe(true);
});
