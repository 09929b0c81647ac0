// Where browsers are looked for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser, findFirefox } from "../../scripts/browser.mjs";

describe("browsers are found", () => {
  let home: string;
  const made = (...path: string[]) => {
    const file = join(home, ...path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
    return file;
  };
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "emergence-browsers-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it("in PATH, each by its names", () => {
    const [chromium, firefox] = [made("bin", "chromium"), made("bin", "firefox-esr")];
    const where = { env: { PATH: join(home, "bin") }, platform: "linux" } as const;
    expect([findBrowser(where), findFirefox(where)]).toEqual([chromium, firefox]);
  });

  it("among the programs of Windows", () => {
    made("Mozilla Firefox\\firefox.exe");
    const where = { env: { PROGRAMFILES: home }, platform: "win32" } as const;
    expect(findFirefox(where)).toContain("firefox.exe");
    expect(findBrowser(where)).toBeNull();
  });

  it("where a variable names one, and then nowhere else", () => {
    const own = made("own");
    made("bin", "firefox");
    expect(findFirefox({ env: { FIREFOX_PATH: own } })).toBe(own);
    expect(findBrowser({ env: { CHROME_PATH: own } })).toBe(own);
    expect(
      findFirefox({ env: { FIREFOX_PATH: join(home, "none"), PATH: join(home, "bin") }, platform: "linux" }),
    ).toBeNull();
  });
});
