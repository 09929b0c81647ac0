// `npm run notebooks` itself, on notebooks made for the purpose.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { picturesOf } from "../../scripts/notebooks/figures.mjs";
import { root } from "../../scripts/setup/places.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emergence-notebooks-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function notebook(name: string, ...sources: string[]): string {
  const path = join(folder, name);
  const cells = sources.map((source, index) => {
    return { cell_type: "code", execution_count: null, id: `cell-${index}`, metadata: {}, outputs: [], source };
  });
  writeFileSync(path, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

function start(...args: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }> } {
  const child = spawn(process.execPath, [join(root, "scripts", "notebooks.mjs"), ...args], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
  return { child, ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, output }))) };
}
const run = (...args: string[]) => start(...args).ended;

/** The number that a cell writes once it runs. */
async function pidIn(file: string): Promise<number> {
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await sleep(100);
  return Number.parseInt(readFileSync(file, "utf8"), 10);
}

// A figure by tslab's own means, so that this test does not rest on plot.
const figure = `import { display } from "tslab";
const bundle = { data: [{ y: [1, 3, 2] }], layout: { height: 300 } };
display.raw("application/vnd.plotly.v1+json", bundle as unknown as string);`;

describe("npm run notebooks", () => {
  it("reports a cell that fails, leaves that file as it was, and runs the others", async () => {
    const bad = notebook("bad.ipynb", "const a = 1;", 'throw new RangeError("fit: 3 points for 4 parameters");', "a");
    const good = notebook("good.ipynb", "1 + 1");
    const before = readFileSync(bad, "utf8");
    const { code, output } = await run(bad, good);
    expect(code).toBe(1);
    expect(output).toContain("cell 2 failed");
    expect(output).toContain('throw new RangeError("fit: 3 points for 4 parameters");');
    expect(output).toContain("RangeError: fit: 3 points for 4 parameters");
    expect(output).toContain("1 of 2 notebooks ran, 1 failed; 1 changed");
    expect(readFileSync(bad, "utf8")).toBe(before);
    expect(readFileSync(good, "utf8")).toContain('"execution_count": 1');
  });

  it.skipIf(findBrowser() === null)("writes the same bytes again, figures with their pictures", async () => {
    const path = notebook("figure.ipynb", figure, 'console.log("one");\nconsole.log("two");');
    expect(await run(path)).toMatchObject({ code: 0 });
    const first = readFileSync(path, "utf8");
    expect([...picturesOf(JSON.parse(first)).values()]).toMatchObject([
      { type: "image/svg+xml", data: expect.stringMatching(/^<svg/) },
    ]);
    const again = await run("--check", path);
    expect(again.output).toContain("outputs as before");
    expect(again.code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(first);
  });

  it("with --check writes nothing and says so", async () => {
    const path = notebook("check.ipynb", "2 + 2");
    const before = readFileSync(path, "utf8");
    const { code, output } = await run("--check", path);
    expect([code, output]).toEqual([1, expect.stringContaining("outputs would change")]);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it.skipIf(process.platform === "win32")("on Ctrl-C leaves the file as it was and no kernel behind", async () => {
    const mark = join(folder, "kernel.pid");
    const path = notebook(
      "long.ipynb",
      `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(mark)}, String(process.pid));`,
      "await new Promise((resolve) => setTimeout(resolve, 600_000));",
    );
    const before = readFileSync(path, "utf8");
    const { child, ended } = start(path);
    const kernel = await Promise.race([pidIn(mark), ended.then(({ output }) => expect.fail(output))]);
    child.kill("SIGINT");
    const { code, output } = await ended;
    expect([code, output]).toEqual([
      1,
      expect.stringContaining("stopped: the notebooks that were still running are unchanged"),
    ]);
    expect(() => process.kill(kernel, 0)).toThrow(/ESRCH/);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("names the notebooks that there are where it knows none of that name", async () => {
    expect(await run("99-nothing")).toEqual({
      code: 1,
      output: expect.stringContaining("no notebook is called 99-nothing; there are"),
    });
  });
});
