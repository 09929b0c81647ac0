// Whole programs: what stays of a sweep once it has ended.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const work = mkdtempSync(join(tmpdir(), "emergence-process-"));
afterAll(() => rmSync(work, { recursive: true }));

/** Starts a program beside the kit's packages. */
function program(name: string, text: string) {
  const file = join(work, `${name}.cjs`);
  const from = (path: string) => `require(${JSON.stringify(join(root, path))})`;
  writeFileSync(file, `const { sweep } = ${from("run")};\nconst tasks = ${from("test/run/tasks.cjs")};\n${text}`);
  const child = spawn(process.execPath, [file], { cwd: root });
  let printed = "";
  child.stdout.on("data", (data) => {
    printed += data;
  });
  child.stderr.on("data", (data) => {
    printed += data;
  });
  const ended = new Promise<{ code: number | null; printed: string }>((done) => {
    child.on("close", (code) => done({ code, printed }));
  });
  return { child, ended };
}

test("a program ends by itself after a sweep, one that failed included", async () => {
  const { ended } = program(
    "ends",
    `(async () => {
      const options = { seed: 1, workers: 2, cache: false };
      const rows = await sweep(tasks.square, { n: [1, 2, 3] }, options);
      const error = await sweep(tasks.failsOrLoops, { n: [1, 2] }, options).catch((e) => e);
      console.log(rows.length, error.message, process.listenerCount("SIGINT"));
    })();`,
  );
  expect(await ended).toEqual({ code: 0, printed: "3 sweep: the task failed at { n: 2 }: Error: no 0\n" });
});

test("a program of ES modules sweeps a function of the kit, and one of its own from a .cjs file", async () => {
  const modules = { run: "run/dist/index.js", systems: "lib/dist/systems/index.js", tasks: "test/run/tasks.cjs" };
  const from = (name: keyof typeof modules) => JSON.stringify(pathToFileURL(join(root, modules[name])).href);
  const file = join(work, "program.mjs");
  writeFileSync(
    file,
    `import { sweep } from ${from("run")};
import { trafficExact } from ${from("systems")};
import { square } from ${from("tasks")};
const options = { seed: 1, workers: 1, cache: false };
const flows = await sweep(trafficExact, { density: [0.25, 0.5], maxSpeed: [1], slowdown: [0] }, options);
const squares = await sweep(square, { n: [2, 3] }, options);
console.log([...flows, ...squares].map(({ value }) => value).join());`,
  );
  expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe("0.25,0.5,4,9\n");
});

test.skipIf(process.platform === "win32")("Ctrl-C ends the threads; what is done is kept", async () => {
  const log = join(work, "log");
  writeFileSync(log, "");
  const text = (values: string) => `
    sweep(tasks.heldAtTwo, { n: ${values}, log: [${JSON.stringify(log)}] }, { seed: 1, workers: 1, cache: ${JSON.stringify(join(work, "cache"))} })
      .then((rows) => console.log(rows.map(({ value }) => value).join()), (error) => console.log(error.name, error.message));`;
  const { child, ended } = program("first", text("[0, 1, 2, 3]"));
  await expect.poll(() => readFileSync(log, "utf8"), { timeout: 20_000 }).toContain("2 ");
  await wait(100); // for the messages of points 0 and 1
  child.kill("SIGINT");
  expect(await ended).toEqual({
    code: 0,
    printed:
      "Interrupted sweep: stopped with 2 of 4 points done; they are kept, and the same sweep goes on from there\n",
  });
  writeFileSync(`${log}.go`, "");
  expect(await program("second", text("[0, 1, 2, 3]")).ended).toEqual({ code: 0, printed: "0,1,2,3\n" });
  expect(readFileSync(log, "utf8")).toBe("0 1 2 2 3 ");
});
