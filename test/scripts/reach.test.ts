import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";
import { testsReaching } from "../../scripts/test/reach.mjs";

// Listed from the disk: a copy of the kit without git has these tests too.
const files = ["lib", "data", "run", "plot", "scripts", "test"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.\w+$/.test(file) && !/(^|[\\/])(dist|node_modules)[\\/]/.test(file))
    .map((file) => join(folder, file).replaceAll("\\", "/")),
);
const reached = (...changed: string[]) => testsReaching(changed, files);

describe("the tests that a change reaches", () => {
  it("import it by name through the index of a room; those of other names do not count", () => {
    const tests = reached("lib/metrics/brier.ts");
    expect(tests).toContain("test/lib/metrics/brier.test.ts");
    expect(tests).toContain("test/lib/examples.test.ts");
    expect(tests).not.toContain("test/lib/metrics/exactMatch.test.ts");
    expect(tests).not.toContain("test/lib/systems/ising/exact.test.ts");
  });

  it("import it at any depth", () => {
    const tests = reached("lib/stats/random.ts");
    expect(tests).toContain("test/lib/stats/random.test.ts");
    expect(tests).toContain("test/lib/systems/ising/ising.test.ts");
  });

  it("read it, or start it as a program", () => {
    expect(reached("test/fixtures/fit/nist.json")).toContain("test/lib/fit/nist.test.ts");
    expect(reached("scripts/notebooks.mjs")).toContain("test/notebooks/runner.test.ts");
    expect(reached("scripts/notebooks/board.mjs")).toContain("test/notebooks/runner.test.ts");
  });

  it("open it by a name that is put together: tables, workers", () => {
    const table = files.find((file) => /^data\/.*\.csv$/.test(file)) as string;
    expect(reached(table)).toContain("test/data/load.test.ts");
    expect(reached("run/worker.ts")).toContain("test/run/sweep.test.ts");
  });

  it("are itself, if it is a test, and those that use it, if it helps tests", () => {
    const test = files.find((file) => /^test\/lib\/stats\/.*\.test\.ts$/.test(file)) as string;
    expect(reached(test)).toContain(test);
    expect(reached("test/lib/chance.ts")).toContain("test/lib/fit/profile.test.ts");
  });

  it("are all tests of lib, where all of lib changes", () => {
    const lib = files.filter((file) => file.startsWith("lib/") && file.endsWith(".ts"));
    const tests = files.filter((file) => /^test\/lib\/.*\.test\.ts$/.test(file));
    expect(
      reached(...lib)
        .filter((file) => file.startsWith("test/lib/"))
        .sort(),
    ).toEqual(tests.sort());
  });
});

describe("npm test", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, "scripts", "test.mjs"), ...args], { encoding: "utf8" });

  it("says what it takes where it got something else", () => {
    expect(run("kernle")).toMatchObject({ status: 1, stderr: expect.stringMatching(/got kernle, needs .*kernel/) });
    expect(run("--ful").stderr).toContain("npm test -- --full");
  });
});
