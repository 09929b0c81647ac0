// The command as a person calls it, in a folder of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { parseOptions } from "../../scripts/verdicts/options.mjs";

const csv = "Model,Accuracy\nm-70M,25.2\nm-160M,24.8\nm-410M,26\nm-1B,31\nm-2.8B,52\nm-6.9B,75\nm-12B,88\n";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verdicts-"));
  writeFileSync(join(folder, "mine.csv"), csv);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "scripts", "verdicts.mjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });

describe("npm run verdicts", () => {
  it("writes both reports, and says how the file was read and who says what", () => {
    const asked = ["mine.csv", "--trials", "1000", "--chance", "1/4", "--out", "reports", "--title", "Ours"];
    const { status, stdout, stderr } = run(...asked);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("column Model is taken as scale");
    expect(stdout).toMatch(/yes: .*Wei et al. 2022/);
    expect(readdirSync(join(folder, "reports")).sort()).toEqual(["mine-verdicts.html", "mine-verdicts.md"]);
    const page = readFileSync(join(folder, "reports", "mine-verdicts.html"), "utf8");
    const text = readFileSync(join(folder, "reports", "mine-verdicts.md"), "utf8");
    expect(text).toMatch(/^# Ours\n/);
    expect(text).toMatch(/sums of small skills [\d.]+\s%/);
    expect(page).not.toMatch(/<script|<link|href=/);
    const drawn = page.match(/<svg /g)?.length ?? 0;
    if (findBrowser() === null) expect(page).toContain("no Chrome, Chromium or Edge was found");
    else expect(drawn).toBe(2);
  });

  it("goes without a figure where there is no browser, and says so", () => {
    const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts", "verdicts.mjs"), "mine.csv"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CHROME_PATH: join(folder, "none") },
    });
    expect(status).toBe(0);
    expect(stdout).toContain("no Chrome, Chromium or Edge was found");
    expect(readFileSync(join(folder, "mine-verdicts.html"), "utf8")).not.toContain("<svg ");
  });

  it("names the line and the column of what it cannot read, on one line, and writes nothing", () => {
    mkdirSync(join(folder, "bad"));
    writeFileSync(join(folder, "bad", "bad.csv"), "step,acc\n1,.2\n2,good\n");
    const { status, stdout, stderr } = run(join("bad", "bad.csv"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^✗ .*row 2 \(line 3\), column acc: found "good", needs a number\n$/);
    expect(stdout).toBe("");
    expect(readdirSync(join(folder, "bad"))).toEqual(["bad.csv"]);
  });

  it("shows its help", () => {
    expect(run("--help").stdout).toContain("npm run verdicts -- FILE");
  });
});

describe("its options", () => {
  it("say which column plays which part, and what holds for all curves", () => {
    const read = parseOptions([
      "a.csv",
      "--column",
      "score=x, y",
      "--column",
      "stderr=e",
      "--chance",
      "25%",
      "--taught",
      "no",
      "--log",
    ]);
    expect(read?.reading).toEqual({
      about: { chance: 0.25, taught: false, logScale: true },
      columns: { score: ["x", "y"], error: ["e"] },
    });
  });

  it.each([
    [[], /0 files, needs one/],
    [["a", "b"], /2 files, needs one/],
    [["a", "--chance", "some"], /--chance some, needs a number/],
    [["a", "--taught", "perhaps"], /needs yes or no/],
    [["a", "--column", "score"], /needs PART=NAME/],
    [["a", "--log", "--linear"], /both --log and --linear/],
    [["a", "--colum", "score=x"], /Unknown option/],
  ])("%j is refused", (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
