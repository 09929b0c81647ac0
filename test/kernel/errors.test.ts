import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Kernel, root, startLimit } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(join(root, "notebooks"));
}, startLimit);
afterAll(() => kernel.close());

/** The one error that a cell sends, on both channels. */
async function errorOf(code: string) {
  const { reply, messages, stream } = await kernel.run(code);
  const errors = messages.filter(({ type }) => type === "error").map(({ content }) => content);
  expect(errors).toHaveLength(1);
  expect(reply).toMatchObject({ status: "error", ...errors[0] });
  expect(stream("stderr")).toBe("");
  return errors[0] as { ename: string; evalue: string; traceback: string[] };
}

describe("an exception", () => {
  test("is a Jupyter error with the message first and the cell's line below", async () => {
    const error = await errorOf(
      '// a comment\nconst n = 3;\n\nif (n < 4) throw new RangeError("fit: 3 points for 4 parameters");',
    );
    expect(error).toEqual({
      ename: "RangeError",
      evalue: "fit: 3 points for 4 parameters",
      traceback: [
        "RangeError: fit: 3 points for 4 parameters",
        '  cell line 4: if (n < 4) throw new RangeError("fit: 3 points for 4 parameters");',
      ],
    });
  });

  test("names the lines of other cells by their number", async () => {
    const { reply } = await kernel.run(
      "interface Box { side: number }\nfunction area(box: Box): number {\n  return box.side.toFixed(-1).length;\n}",
    );
    const { traceback } = await errorOf("const box = { side: 2 };\narea(box)");
    expect(traceback.slice(1)).toEqual([
      `  cell [${reply.execution_count}] line 3, in area: return box.side.toFixed(-1).length;`,
      "  cell line 2: area(box)",
    ]);
  });

  test("with a great many causes shows the first", async () => {
    const { traceback } = await errorOf(
      "throw new AggregateError(Array.from({ length: 100_000 }, (_, i) => new Error(String(i))));",
    );
    expect(traceback.slice(-2)).toEqual(["caused by Error: 9", "… and 99990 more causes"]);
  });

  test("after an await shows its line too", async () => {
    const { traceback } = await errorOf("await new Promise((done) => setTimeout(done, 1));\nJSON.parse('{');");
    expect(traceback.slice(1)).toEqual(["  cell line 2: JSON.parse('{');"]);
  });

  test("of an awaited function shows the line of the await", async () => {
    const { traceback } = await errorOf(
      'async function load() {\n  await null;\n  throw new Error("deep");\n}\n\nawait (load());',
    );
    expect(traceback.slice(1)).toEqual([
      '  cell line 3, in load: throw new Error("deep");',
      "  cell line 6: await (load());",
    ]);
  });

  test("shows its cause, and no frame twice", async () => {
    const { traceback } = await errorOf('throw new Error("outer", { cause: new TypeError("inner") });');
    expect(traceback).toEqual([
      "Error: outer",
      '  cell line 1: throw new Error("outer", { cause: new TypeError("inner") });',
      "caused by TypeError: inner",
    ]);
  });

  test("in a library shows the cell's line and the library's file, without machine paths", async () => {
    const { traceback } = await errorOf('const { SemVer } = require("semver");\nnew SemVer("one");');
    expect(traceback).toEqual([
      "TypeError: Invalid Version: one",
      '  cell line 2: new SemVer("one");',
      expect.stringMatching(/^ {4}in node_modules\/semver\/classes\/semver\.js:\d+ \(new SemVer\)$/),
    ]);
  });

  test("in Node's own modules shows the cell's line alone", async () => {
    const { traceback } = await errorOf('import { readFileSync } from "node:fs";\nreadFileSync("no-such-file");');
    expect(traceback[0]).toContain("ENOENT");
    expect(traceback.slice(1)).toEqual(['  cell line 2: readFileSync("no-such-file");']);
  });

  test("that is no Error is shown as it is", async () => {
    expect(await errorOf("throw { answer: 42 };")).toEqual({
      ename: "Thrown",
      evalue: "{ answer: 42 }",
      traceback: ["Thrown: { answer: 42 }"],
    });
  });
});

describe("a cell that does not compile", () => {
  test("says where, and shows the source with a caret", async () => {
    expect(await errorOf('const before = 1;\nconst count: number = "three";')).toEqual({
      ename: "TypeScriptError",
      evalue: "2:7 Type 'string' is not assignable to type 'number'.",
      traceback: [
        "TypeScriptError: 2:7 Type 'string' is not assignable to type 'number'. (TS2322)",
        '  2 | const count: number = "three";',
        "            ^^^^^",
      ],
    });
  });

  test("with an error of syntax is a SyntaxError", async () => {
    expect(await errorOf("const x = ;")).toMatchObject({ ename: "SyntaxError", evalue: "1:11 Expression expected." });
  });

  test("has the compiler's words where nothing looks like IPython or JSX", async () => {
    for (const code of [
      "const part = 7\n  % missing;", // a remainder on a line of its own
      "!missing;",
      "!Boolean(missing)",
      "const cast = <Missing>7;",
      'const html = "<p>"; const n: number = "</p>";',
      "const between = 1 <missing && 2 / 3 > 0;",
      "missing.sides",
    ]) {
      const { evalue, traceback } = await errorOf(code);
      expect(evalue, code).toMatch(/^\d:\d+ /);
      expect(traceback.at(-1), code).toMatch(/\^|^ {2}/);
    }
  });

  test("names the cell of a namespace that is out of reach, in types as in values", async () => {
    const { reply } = await kernel.run("namespace Far { export type Side = number; export const side = 2; }");
    await kernel.run("0");
    const start = `Far is a namespace of cell [${reply.execution_count}], `;
    for (const code of ["Far.side", "const side: Far.Side = 2;"])
      expect((await errorOf(code)).evalue, code).toContain(start);
  });

  test("is strict, and strict only", async () => {
    expect(await errorOf('const found: string = ["a"].find((x) => x === "b");')).toMatchObject({
      ename: "TypeScriptError",
    });
    expect(await errorOf("const twice = (x) => 2 * x;")).toMatchObject({ ename: "TypeScriptError" });
    expect((await kernel.run("const numbers = [1, 2];\nconst first: number = numbers[0];\nfirst")).text).toBe("1");
  });
});

test("a package without types may be imported, as under a stock tslab", async () => {
  expect((await kernel.run('import { valid } from "semver";\nvalid("1.2.3")')).text).toBe("1.2.3");
});

describe("after a failed cell", () => {
  test("what was sent with it is refused, and what is sent later runs", async () => {
    const { replies, messages } = await kernel.runAll('throw new Error("stop");', 'console.log("not this");', "1 + 1");
    expect(replies.map(({ status }) => status)).toEqual(["error", "aborted", "aborted"]);
    expect(messages.map(({ type }) => type)).toEqual(["error"]);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("what was sent with a cell that awaited is refused too", async () => {
    const { replies } = await kernel.runAll(
      "await new Promise((done) => setTimeout(done, 100));\nthrow new Error();",
      "2",
    );
    expect(replies.map(({ status }) => status)).toEqual(["error", "aborted"]);
  });
});

test("an error in a timer or an unwatched promise is printed, and the kernel lives on", async () => {
  const { reply, stream } = await kernel.run(`setTimeout(() => { throw new RangeError("late"); }, 1);
void Promise.reject(new Error("unseen"));
await new Promise((done) => setTimeout(done, 200));`);
  expect(reply.status).toBe("ok");
  expect(stream("stderr")).toContain("Uncaught, outside a running cell: RangeError: late\n  cell line 1");
  expect(stream("stderr")).toContain("Uncaught, outside a running cell: Error: unseen\n  cell line 2");
  expect((await kernel.run("1 + 1")).text).toBe("2");
});
