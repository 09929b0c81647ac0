// Commands as a person calls them from a folder of their own, through npm, which runs them in the clone.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npmProgram, root } from "../../scripts/setup/places.mjs";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "emergence-here-")));
  mkdirSync(join(folder, "taken"));
  writeFileSync(join(folder, "taken", "mine.txt"), "");
  writeFileSync(join(folder, "mine.ipynb"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { npm_lifecycle_script: _, INIT_CWD: __, ...env } = process.env; // those of the npm that runs this test
  const call = [npmProgram() ?? "", "run", "--silent", "--prefix", root, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd: folder, encoding: "utf8", env });
  return { status, said: stdout + stderr };
}

describe("a path that a command is given is meant from where one stands", () => {
  it.each([
    [["grade", "--", "none"], "none is not a folder"],
    [["bundle", "--", "taken"], "taken is no earlier bundle"],
    [["import", "--", "none"], "none: npm run import"],
    [["verdicts", "--", "none.csv"], "none.csv"],
    [["nbgrader", "--", "mine.ipynb", "--course", "course"], "mine.ipynb has no solution"],
  ])("npm run %j names it whole where it refuses it", (args, said) => {
    const result = run(...args);
    expect(result.said).toContain(join(folder, said));
    expect(result.status).toBe(1);
  });

  it.each([
    [["nbgrader", "--", "04", "--course", "course"], join("course", "source", "04-s-curves", "04-s-curves.ipynb")],
    [["kernel", "--", "--prefix", "venv"], join("venv", "share", "jupyter", "kernels", "tslab", "kernel.json")],
  ])("npm run %j writes there", (args, path) => {
    expect(run(...args)).toMatchObject({ status: 0, said: expect.stringContaining(folder) });
    expect(existsSync(join(folder, path))).toBe(true);
  });

  it("npm run kernel -- --pack writes there", () => {
    expect(run("kernel", "--", "--pack", "packed")).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, "packed"))).toEqual([expect.stringMatching(/\.tgz$/)]);
  });
});
