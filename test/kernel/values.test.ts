import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Kernel, root, startLimit } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(join(root, "notebooks"));
}, startLimit);
afterAll(() => kernel.close());

describe("the last expression", () => {
  test("is sent as an execute_result with the cell's number", async () => {
    const { reply, messages } = await kernel.run("const pair = { a: [1, 2], b: undefined };\npair");
    expect(messages).toEqual([
      {
        request: 0,
        type: "execute_result",
        content: {
          execution_count: reply.execution_count,
          data: { "text/plain": "{ a: [ 1, 2 ], b: undefined }" },
          metadata: {},
        },
      },
    ]);
  });

  test("is nothing where it is undefined or null", async () => {
    expect((await kernel.run("undefined")).messages).toEqual([]);
    expect((await kernel.run("null")).messages).toEqual([]);
  });

  test("stays apart from what the cell prints", async () => {
    const { stream, text } = await kernel.run('console.log("printed");\nconsole.error("warned");\n"value"');
    expect([stream("stdout"), stream("stderr"), text]).toEqual(["printed\n", "warned\n", "value"]);
  });

  test("with Symbol.for('Jupyter.display') is shown by the bundle that it gives", async () => {
    for (const method of ["[Symbol.for('Jupyter.display')]()", "async [Symbol.for('Jupyter.display')]()"]) {
      const { messages } = await kernel.run(
        `({ text: "x", ${method} { return { "text/html": "<b>" + this.text + "</b>", "text/plain": this.text }; } })`,
      );
      expect(messages.map(({ content }) => content.data)).toEqual([{ "text/html": "<b>x</b>", "text/plain": "x" }]);
    }
  });

  test("may hold awaits anywhere, and failed ones may be caught", async () => {
    const { text } =
      await kernel.run(`const later = async (n: number) => { await null; if (n < 0) throw new Error("below"); return n; };
const sums: number[] = [];
for (const n of [1, 2]) { if (await later(1)) sums.push((await later(await later(n))) + (await later(1)) * 10); }
const caught = await later(-1).catch((error: Error) => error.message);
let tried = "";
try { await later(-1); } catch (error) { tried = "caught"; }
const inner = (async () => (await later(5)) + 1)();
[...sums, caught, tried, await inner]`);
    expect(text).toBe("[ 11, 12, 'below', 'caught', 6 ]");
  });

  test("that fails to be shown is an error of the cell", async () => {
    const { reply } = await kernel.run("({ [Symbol.for('Jupyter.display')]() { throw new Error('no picture'); } })");
    expect(reply).toMatchObject({ status: "error", evalue: "no picture" });
  });

  test("of tslab's display is a display, as ever", async () => {
    const { messages } = await kernel.run('import { display } from "tslab";\ndisplay.html("<i>hi</i>");');
    expect(messages.map(({ type, content }) => [type, content.data])).toEqual([
      ["display_data", { "text/html": "<i>hi</i>" }],
    ]);
  });
});

describe("a pattern", () => {
  test.each([
    ["a parameter", "pairs.map(({ tuned: t, base: b }) => join(t, b))", "[ 'a/b' ]"],
    ["a constant", "const { tuned: t = '', base: b } = pairs[0]!;\njoin(t, b)", "a/b"],
    ["a constant in a function", "(() => {\n  const [{ tuned: t }] = pairs;\n  return join(t, t);\n})()", "a/a"],
  ])("in %s may rename what an earlier cell made", async (_, code, text) => {
    await kernel.run('import { join } from "node:path/posix";\nconst pairs = [{ tuned: "a", base: "b" }] as const;');
    expect(await kernel.run(code)).toMatchObject({ reply: { status: "ok" }, text });
  });
});

describe("a shorthand", () => {
  test.each([
    ["in an object", "({ none, join }).join(String({ none }.none), 'a')", "3/a"],
    ["beside a name of its own", "((join: string) => ({ none, join }))('own')", "{ none: 3, join: 'own' }"],
    ["as a target", "({ none } = { none: 5 });\nnone", "5"],
    ["as a target that has a default", "({ none = none * 2 } = {} as { none?: number });\nnone", "6"],
  ])("%s stands for what an earlier cell made", async (_, code, text) => {
    await kernel.run('import { join } from "node:path/posix";\nlet none = 3;');
    expect(await kernel.run(code)).toMatchObject({ reply: { status: "ok" }, text });
  });
});

describe("the kernel", () => {
  test("says which TypeScript it speaks, and whose it is", async () => {
    const { content } = await kernel.call("request", "shell", "kernel_info_request", {});
    expect(content.language_info).toMatchObject({ name: "typescript", version: "5.0.4", file_extension: ".ts" });
    expect(content.banner).toContain("Notebooks on emergence");
    expect(content.help_links).toBeUndefined();
  });

  test("answers what Jupyter asks, and passes over in silence what it does not know", async () => {
    const history = await kernel.call("request", "shell", "history_request", { hist_access_type: "tail", n: 10 });
    expect(history).toEqual({ type: "history_reply", content: { status: "ok", history: [] } });
    const comms = await kernel.call("request", "shell", "comm_info_request", { target_name: "jupyter.widget" });
    expect(comms).toEqual({ type: "comm_info_reply", content: { status: "ok", comms: {} } });
    const id = await kernel.call("send", "await new Promise((done) => setTimeout(done, 300));\n7");
    expect(await kernel.call("request", "shell", "comm_open", { comm_id: "1", target_name: "x", data: {} })).toBeNull();
    expect(await kernel.call("request", "shell", "of_no_known_kind", {})).toBeNull();
    const { messages } = await kernel.call("collect", [id]);
    expect(messages.map(({ type }: { type: string }) => type)).toEqual(["execute_result"]);
  });

  test("numbers cells from 1, and does not count silent ones", async () => {
    const { reply } = await kernel.run("1");
    const silent = await kernel.call("send", "2", { silent: true });
    expect(await kernel.call("collect", [silent])).toMatchObject({ messages: [] });
    expect((await kernel.run("3")).reply.execution_count).toBe(reply.execution_count + 1);
  });
});

describe("help while typing", () => {
  const inspect = async (code: string, cursor_pos: number) =>
    (await kernel.call("request", "shell", "inspect_request", { code, cursor_pos, detail_level: 0 })).content;

  test("Shift+Tab shows signature, description and example, on the name and among the arguments", async () => {
    await kernel.run(`/**
 * The area of a rectangle.
 * @param width in meters
 * @example
 * area(2, 3); // => 6
 */
function area(width: number, height: number): number {
  return width * height;
}`);
    const code = "const a = area(2, Math.max(1, 2), ";
    for (const cursor of [11, 14, 16, code.length]) {
      const { found, data } = await inspect(code, cursor);
      expect(found).toBe(true);
      expect(data["text/plain"]).toBe(
        [
          "function area(width: number, height: number): number",
          "",
          "The area of a rectangle.",
          "  width in meters",
          "",
          "@example",
          "area(2, 3); // => 6",
        ].join("\n"),
      );
    }
    expect((await inspect(code, 23)).data["text/plain"]).toContain("Math.max");
  });

  test("Shift+Tab on nothing finds nothing", async () => {
    expect(await inspect("   ", 1)).toMatchObject({ status: "ok", found: false });
  });

  test("Tab completes in the middle of a chain of properties", async () => {
    await kernel.run("const settings = { theme: { color: 1, colored: 2, width: 3 } };");
    const code = "settings.theme.col.toFixed()";
    const { content } = await kernel.call("request", "shell", "complete_request", { code, cursor_pos: 18 });
    expect(content).toMatchObject({ matches: ["color", "colored"], cursor_start: 15, cursor_end: 18 });
  });
});
