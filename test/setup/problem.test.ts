import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkSpace } from "../../scripts/setup/disk.mjs";
import { diskFailure, Problem, runCommand } from "../../scripts/setup/problem.mjs";
import { run, startLog } from "../../scripts/setup/run.mjs";

/** Every write to it fails as on a full disk. */
const full = "/dev/full";

describe("runCommand", () => {
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    vi.spyOn(console, "error").mockImplementation((line) => void said.push(String(line)));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  const refused = (code: string) => Object.assign(new Error(`${code}: no`), { code, path: "/a/file" });
  it.each([
    [new Problem("mend this."), "✗ mend this."],
    [refused("ENOSPC"), "✗ the disk is full: make room, and do the same again"],
    [refused("EDQUOT"), "✗ the disk is full"],
    [refused("EACCES"), "✗ /a/file cannot be written (EACCES)"],
    [refused("EEXIST"), "✗ /a/file is in the way (EEXIST): move it"],
    [refused("EROFS"), "✗ /a/file cannot be written (EROFS)"],
  ])("says %s in one sentence", async (error, sentence) => {
    await runCommand(() => Promise.reject(error));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
    expect(said[0]).not.toContain("\n");
    expect(process.exitCode).toBe(1);
  });
  it("leaves a fault of the kit's its stack", async () => {
    await expect(runCommand(() => Promise.reject(new TypeError("x")))).rejects.toThrow(TypeError);
  });
  it.skipIf(!existsSync(full))("says so where a file meets a full disk", async () => {
    await runCommand(async () => writeFileSync(full, "text"));
    expect(said).toEqual([expect.stringContaining("✗ the disk is full")]);
  });
});

describe("a full disk", () => {
  it.each(["npm error code ENOSPC", "ERROR: Could not install: [Errno 28] No space left on device", "EDQUOT"])(
    "is found in %j",
    (output) => expect(diskFailure(output)).toContain("the disk is full"),
  );
  it("is not seen in other output", () => expect(diskFailure("npm error code EUSAGE")).toBeNull());

  it.skipIf(!existsSync(full))("does not end a command because its log cannot be written", async () => {
    startLog(full);
    const lines: string[] = [];
    const ended = await run(process.execPath, ["-e", "console.log('a'); process.exit(3)"], {
      onLine: (line) => lines.push(line),
    });
    expect(ended).toEqual({ code: 3, output: "a" });
    expect(lines).toEqual(["a"]);
  });
});

describe("checkSpace", () => {
  it("says how much there is and how much is needed", () => {
    expect(() => checkSpace("/", { needed: 1.5e9, free: 2e8 })).toThrow(
      "the disk has 0.20 GB free, what is still to be set up needs 1.50 GB",
    );
    expect(() => checkSpace("/", { needed: 1.5e9, free: 2e9 })).not.toThrow();
    expect(() => checkSpace("/", { needed: 0, free: 0 })).not.toThrow();
  });
  it("counts what goes first", () => {
    const old = mkdtempSync(join(tmpdir(), "old-"));
    try {
      writeFileSync(join(old, "file"), Buffer.alloc(3000));
      expect(() => checkSpace("/", { needed: 4000, free: 1000, replaced: [old, join(old, "none")] })).not.toThrow();
      expect(() => checkSpace("/", { needed: 5000, free: 1000, replaced: [old] })).toThrow("GB free");
    } finally {
      rmSync(old, { recursive: true });
    }
  });
});
