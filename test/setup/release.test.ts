// One version everywhere, and `npm run release` that keeps it so.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { released } from "../../scripts/release.mjs";
import { root } from "../../scripts/setup/places.mjs";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const { version } = JSON.parse(read("package.json"));
const textOf = (files: ReturnType<typeof released>, path: string) =>
  files.find((file) => file.path === path)?.text ?? "";
/** The day that CITATION.cff names. */
const day = /^date-released: (\S+)$/m.exec(read("CITATION.cff"))?.[1] ?? "";

describe("the version", () => {
  it("is one in all files", () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const changed = released(version, day).filter(({ path, text }) => path !== "CHANGELOG.md" && text !== read(path));
    expect(changed.map(({ path }) => path)).toEqual([]);
  });

  it("is that of the newest heading of CHANGELOG.md, or the one before a heading that is not released", () => {
    const headings = [...read("CHANGELOG.md").matchAll(/^## (\S+)(?: \((.*)\))?$/gm)];
    const newest = headings.find(([, , note]) => note !== "unreleased");
    expect(newest?.slice(1)).toEqual([version, day]);
  });

  it("is set everywhere by a release, which opens no other line", () => {
    const files = released("9.8.7", "2030-01-02");
    for (const name of ["lib", "plot", "data", "run", "scripts/kernel"]) {
      const manifest = JSON.parse(textOf(files, `${name}/package.json`));
      expect(manifest.version).toBe("9.8.7");
      const own = Object.entries(manifest.dependencies ?? {}).filter(([each]) => each.startsWith("@emergence/"));
      for (const [, wanted] of own) expect(wanted).toBe("9.8.7");
    }
    const before = read("package.json").split("\n");
    const after = textOf(files, "package.json").split("\n");
    expect(after.filter((line, i) => line !== before[i])).toEqual(['  "version": "9.8.7",']);
    expect(textOf(files, "CITATION.cff")).toContain("version: 9.8.7\ndate-released: 2030-01-02\n");
    // The kernel packed alone is a file whose name has the version.
    const kernel = textOf(files, "docs/kernel.md");
    expect(kernel.match(/emergence-kernel-[\d.]+\d/g)).toEqual(["emergence-kernel-9.8.7", "emergence-kernel-9.8.7"]);
    // A version that is out keeps its heading.
    expect(textOf(files, "CHANGELOG.md")).toContain(`## ${version} (${day})`);
  });

  it("is set in every package of the kit", () => {
    const tracked = execFileSync("git", ["ls-files", "--", "package.json", "*/package.json"], { cwd: root });
    const paths = tracked.toString().trim().split("\n");
    const ours = paths.filter((path) => /^(@emergence\/|emergence-)/.test(JSON.parse(read(path)).name));
    expect(ours.length).toBeGreaterThan(5);
    const set = released(version, day).map(({ path }) => path);
    expect(ours.filter((path) => !set.includes(path))).toEqual([]);
  });

  it("has all workspaces", () => {
    const workspaces = readdirSync(root).filter(
      (name) => existsSync(join(root, name, "package.json")) && name !== "node_modules",
    );
    expect(JSON.parse(read("package.json")).workspaces.sort()).toEqual(workspaces.sort());
  });
});
