// The workflows of GitHub: what they use is pinned, what they run exists, and they pass actionlint where it is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";

const folder = join(root, ".github", "workflows");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
const texts = readdirSync(folder).map((name) => [name, read(".github", "workflows", name)] as const);
const actionlint = (...args: string[]) => spawnSync("actionlint", args, { cwd: root, encoding: "utf8" });

describe.each(texts)("%s", (_, text) => {
  it("uses actions by their commits, with their versions said", () => {
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("may only read, unless a job says what it writes", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(text.match(/^ +[\w-]+: write$/gm) ?? []).toEqual(
      text.includes("deploy-pages") ? ["      pages: write", "      id-token: write"] : [],
    );
  });

  it("runs scripts and files that exist", () => {
    const { scripts } = JSON.parse(read("package.json"));
    for (const [, name = ""] of text.matchAll(/npm (?:run )?(\w+)/g)) expect(Object.keys(scripts)).toContain(name);
    for (const [file] of text.matchAll(/\b(?:test|\.ci)\/[\w/.]+/g))
      expect(existsSync(join(root, file)), file).toBe(true);
  });
});

describe("all workflows", () => {
  it("use the same commit of an action", () => {
    const uses = texts.flatMap(([, text]) => text.match(/(?<=uses: ).*/g) ?? []);
    const names = new Set(uses.map((use) => use.split("@")[0]));
    expect(new Set(uses).size).toBe(names.size);
  });

  it("try every version of Node that the kit supports and the one for developers", () => {
    const tried = /node: \[([\d, ]+)\]/.exec(read(".github", "workflows", "check.yml"))?.[1]?.split(", ");
    const supported = [...JSON.parse(read("package.json")).engines.node.matchAll(/[\^=](\d+)/g)].map(
      ([, major]) => major,
    );
    expect(tried).toEqual(expect.arrayContaining([...supported, read(".nvmrc").trim()]));
  });

  it("pass actionlint", ({ skip }) => {
    skip(
      actionlint("--version").error !== undefined,
      "actionlint is not installed; CONTRIBUTING.md says how to run it",
    );
    const { status, stdout } = actionlint();
    expect([stdout, status]).toEqual(["", 0]);
  });
});
