// The command as a person calls it, in a folder of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "emergence-take-away-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(root, "scripts", "export.mjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });

describe("npm run export", () => {
  it("lists what there is", () => {
    const { status, stdout } = run([]);
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining(["00-start-here", "closer/04-duel", "solutions/04-s-curves"]),
    );
  });

  it("writes one file, and nothing if one of the names is wrong", { tags: ["slow"] }, () => {
    const wrong = run(["00", "04-s-curvs", "--out", "pages"]);
    expect([wrong.status, wrong.stdout]).toEqual([1, ""]);
    expect(wrong.stderr).toContain("the nearest is 04-s-curves");
    expect(readdirSync(folder)).toEqual([]);
    const right = run(["closer/04-duel", "--out", "pages"]);
    expect([right.status, right.stderr]).toEqual([0, ""]);
    expect(right.stdout).toMatch(/closer-04-duel\.html: \d\.\d MB, /);
    expect(readdirSync(join(folder, "pages"))).toEqual(["closer-04-duel.html"]);
    const html = readFileSync(join(folder, "pages", "closer-04-duel.html"), "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(html.endsWith("</html>\n")).toBe(true);
    expect(html).not.toMatch(/\s(?:src|href)="(?!#|data:|https:)/);
  });

  it("says what npm does to options that have no -- before them", () => {
    const { status, stderr } = run(["00", "pages"], { npm_config_out: "true" });
    expect(status).toBe(1);
    expect(stderr).toContain("npm run export -- 00 --out FOLDER");
    expect(run(["--ouch"]).stderr).toContain("npm run export: Unknown option '--ouch'");
  });
});
