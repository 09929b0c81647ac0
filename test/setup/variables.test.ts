import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { npmEnvironment } from "../../scripts/setup/npmCache.mjs";
import { cache, venvPython } from "../../scripts/setup/places.mjs";
import { findPython } from "../../scripts/setup/python.mjs";
import { gitEnvironment, pythonEnvironment, splitNodeOptions } from "../../scripts/setup/variables.mjs";

afterEach(() => vi.unstubAllEnvs());

describe("splitNodeOptions", () => {
  it.each([
    ["", "", ""],
    ["--max-old-space-size=4096 --use-openssl-ca", "--max-old-space-size=4096 --use-openssl-ca", ""],
    ["--require /gone.js --max-old-space-size=4096", "--max-old-space-size=4096", "--require /gone.js"],
    ['-r "/a folder/boot loader.js" --inspect-brk=0', "", '-r "/a folder/boot loader.js" --inspect-brk=0'],
    ["--import=./hook.mjs --enable-source-maps", "--enable-source-maps", "--import=./hook.mjs"],
  ])("parts %j", (options, kept, dropped) => {
    expect(splitNodeOptions(options)).toEqual({ kept, dropped });
  });
});

describe("npmEnvironment", () => {
  it("leaves npm its cache, and gives it one in the clone where that cannot be written", () => {
    const folder = mkdtempSync(join(tmpdir(), "npm-cache-"));
    try {
      vi.stubEnv("npm_config_cache", join(folder, "not", "yet", "made"));
      expect(npmEnvironment().npm_config_cache).toBe(join(folder, "not", "yet", "made"));
      writeFileSync(join(folder, "not"), "a file, so no folder can be made below it");
      expect(npmEnvironment().npm_config_cache).toBe(join(cache, "npm"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the variables of what the kit starts", () => {
  it("hold nothing that leads Python, pip, Node or git elsewhere", () => {
    const env = { PATH: "p", PYTHONHOME: "a", PYTHONPATH: "b", VIRTUAL_ENV: "c", PIP_TARGET: "d", GIT_DIR: "e" };
    const ours = gitEnvironment({ ...env, PIP_INDEX_URL: "mirror", NODE_OPTIONS: "--require x" });
    const own = { PYTHONNOUSERSITE: "1", PYTHONUTF8: "1", LC_ALL: "C", PIP_USER: "0" };
    expect(ours).toMatchObject({ PATH: "p", PIP_INDEX_URL: "mirror", ...own });
    for (const name of ["PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET", "GIT_DIR", "NODE_OPTIONS"])
      expect(ours).not.toHaveProperty(name);
  });

  it("let Python be found and .venv's start, whatever the shell says and in any locale", () => {
    const folder = mkdtempSync(join(tmpdir(), "python-"));
    try {
      writeFileSync(join(folder, "json.py"), "raise RuntimeError('not the real one')");
      const shell = {
        PYTHONHOME: "/nonexistent",
        PYTHONPATH: folder,
        PYTHONWARNINGS: "error",
        PYTHONIOENCODING: "latin1",
      };
      for (const [name, value] of Object.entries(shell)) vi.stubEnv(name, value);
      expect(findPython().minor).toBeGreaterThanOrEqual(10);
      for (const locale of ["de_DE", "tr_TR", "C"]) {
        vi.stubEnv("LC_ALL", locale);
        const said = spawnSync(venvPython, ["-c", "import json; print(json.dumps('ü')[1:], 'ü')"], {
          encoding: "utf8",
          env: pythonEnvironment(),
        });
        expect(said.stdout, said.stderr).toBe('\\u00fc" ü\n');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
