// Whole programs: what stays of a sweep once it has ended.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const work = mkdtempSync(join(tmpdir(), "emergence-process-"));
afterAll(() => rmSync(work, { recursive: true }));

/** Starts a program beside the kit's packages. */
function program(name: string, text: string) {
  const file = join(work, `${name}.cjs`);
  writeFileSync(file, `const { sweep } = require(${JSON.stringify(join(root, "run"))});\n${text}`);
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
      const rows = await sweep(({ n }) => n, { n: [1, 2, 3] }, options);
      const error = await sweep(({ n }) => { if (n > 1) throw new Error("no"); for (;;); }, { n: [1, 2] }, options).catch((e) => e);
      console.log(rows.length, error.message, process.listenerCount("SIGINT"));
    })();`,
  );
  expect(await ended).toEqual({ code: 0, printed: "3 sweep: the task failed at { n: 2 }: Error: no 0\n" });
});

test.skipIf(process.platform === "win32")("Ctrl-C ends the threads; what is done is kept", async () => {
  const log = join(work, "log");
  writeFileSync(log, "");
  const text = (values: string) => `
    const task = ({ n, log }) => {
      require("node:fs").appendFileSync(log, n + " ");
      for (; n === 2 && !require("node:fs").existsSync(log + ".go"); );
      return n;
    };
    sweep(task, { n: ${values}, log: [${JSON.stringify(log)}] }, { seed: 1, workers: 1, cache: ${JSON.stringify(join(work, "cache"))} })
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
