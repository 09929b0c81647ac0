import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configureGit, gitProblems } from "../../scripts/setup/git.mjs";
import { venvPython } from "../../scripts/setup/places.mjs";
import { isStamped, lostFiles, readStamp, removeStamp, writeStamp } from "../../scripts/setup/stamp.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ended = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve) => child.on("exit", resolve));

describe("stamp", () => {
  it("holds for exactly what it was written for, until it is removed", () => {
    expect(isStamped(folder, { lock: "a" })).toBe(false);
    writeStamp(folder, { lock: "a", abi: "115" });
    expect(isStamped(folder, { lock: "a", abi: "115" })).toBe(true);
    expect(isStamped(folder, { lock: "b", abi: "115" })).toBe(false);
    removeStamp(folder);
    expect(readStamp(folder)).toBeNull();
  });
  it("no longer holds where files of what it stands for were deleted; caches do not count", () => {
    mkdirSync(join(folder, "package", "__pycache__"), { recursive: true });
    mkdirSync(join(folder, ".cache"));
    for (const path of ["package/a.js", "package/b.js", "package/__pycache__/c.pyc", ".cache/d"])
      writeFileSync(join(folder, path), "");
    writeStamp(folder, { lock: "a" });
    rmSync(join(folder, "package", "__pycache__"), { recursive: true });
    rmSync(join(folder, ".cache"), { recursive: true });
    expect(isStamped(folder, { lock: "a" })).toBe(true);
    writeFileSync(join(folder, "added"), "");
    expect(isStamped(folder, { lock: "a" })).toBe(true);
    rmSync(join(folder, "package"), { recursive: true });
    expect(isStamped(folder, { lock: "a" })).toBe(false);
    expect(lostFiles(folder)).toBe(1); // of two, one of which was made up for
  });
  it("counts as none where it cannot be read", () => {
    writeFileSync(join(folder, ".emergence-setup.json"), '{"lock": "a');
    expect(isStamped(folder, { lock: "a" })).toBe(false);
  });
});

describe("git settings", () => {
  it("are missing in a fresh clone, set by configureGit, and not doubled by a second one", async () => {
    await ended(spawn("git", ["init", "-q", folder]));
    const clone = { root: folder, python: venvPython };
    expect(gitProblems(clone)).toContain("merge.jupyternotebook.driver");
    configureGit(clone);
    expect(gitProblems(clone)).toEqual([]);
    configureGit(clone);
    const list = spawn("git", ["config", "--local", "--get-all", "merge.jupyternotebook.driver"], { cwd: folder });
    let lines = "";
    list.stdout.on("data", (chunk) => {
      lines += chunk;
    });
    await ended(list);
    expect(lines.trim().split("\n")).toHaveLength(1);
  });
});

describe.skipIf(process.platform === "win32")("leash", () => {
  it("ends a command, and what that started, when its holder's pipe closes", async () => {
    const leash = join(import.meta.dirname, "../../scripts/setup/leash.mjs");
    const beat = join(folder, "beat");
    const script = `while true; do date +%N > ${beat}; sleep 0.05; done`;
    const child = spawn(process.execPath, [leash, "sh", "-c", `sh -c '${script}' & wait`], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    while (!existsSync(beat)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.stdin?.end();
    await ended(child);
    await new Promise((resolve) => setTimeout(resolve, 100));
    rmSync(beat);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(existsSync(beat)).toBe(false);
  });
});
