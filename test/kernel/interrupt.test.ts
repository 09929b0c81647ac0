import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Kernel, type Outcome, root, startLimit } from "./kernel.js";

// Jupyter interrupts and ends processes by signals, which Windows has not.
const signals = describe.skipIf(process.platform === "win32");
const folder = join(root, "notebooks");

signals("Interrupt", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start(folder);
  }, startLimit);
  afterAll(() => kernel.close());

  async function stops(outcome: Outcome) {
    expect(outcome.reply).toMatchObject({ status: "error", ename: "Interrupted" });
    expect(outcome.messages.map(({ type, content }) => [type, content.traceback])).toEqual([
      ["error", ["Interrupted: the cell was stopped"]],
    ]);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  }

  test("stops a loop", async () => stops(await kernel.interrupted("while (true) {}")));

  test("stops a wait", async () => stops(await kernel.interrupted("await new Promise(() => {});")));

  test("stops a loop after a wait", async () =>
    stops(await kernel.interrupted("await new Promise((done) => setTimeout(done, 1));\nwhile (true) {}")));

  test.each([
    ["behind a microtask", "const forever = async () => { while (true) await null; };\nawait forever();"],
    ["in a .then", "void Promise.resolve().then(() => { while (true) {} });"],
    ["in a .then, caught", "void Promise.resolve().then(() => { for (;;) { try { while (true) {} } catch {} } });"],
    ["in a timer", "setTimeout(() => { while (true) {} }, 5);\nawait new Promise(() => {});"],
    ["in an interval", "setInterval(() => { while (true) {} }, 5);\nawait new Promise(() => {});"],
    ["in an immediate", "setImmediate(() => { while (true) {} });\nawait new Promise(() => {});"],
    [
      "after a timer's promise",
      'import { setTimeout as sleep } from "node:timers/promises";\nconst later = async () => { await sleep(5); while (true) await null; };\nawait later();',
    ],
    [
      "after a file is read",
      'import { readFile } from "node:fs";\nreadFile(".", () => { while (true) {} });\nawait new Promise(() => {});',
    ],
    ["of the value that is to be shown", "({ [Symbol.for('nodejs.util.inspect.custom')]() { while (true) {} } })"],
    ["in Jupyter.display", "({ async [Symbol.for('Jupyter.display')]() { await new Promise(() => {}); } })"],
    ["in a regular expression", "/^(a+)+$/.test('a'.repeat(40) + 'b')"],
    ["in Atomics.wait", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)"],
    [
      "in a worker",
      "import { Worker } from 'node:worker_threads';\nconst busy = new Worker('for (;;);', { eval: true });\nawait new Promise((done) => busy.on('message', done));",
    ],
  ])("stops a loop %s; names of earlier cells are kept", async (_, code) => {
    await kernel.run("const before = 'kept';");
    await stops(await kernel.interrupted(code));
    expect((await kernel.run("before")).text).toBe("kept");
  });

  test("stops another program that a cell waits for", async () => {
    const { reply } = await kernel.interrupted("require('node:child_process').execSync('sleep 60')");
    // The signal goes to both, and it is chance whether the kernel first hears of it or of the other's end.
    expect(["the cell was stopped", "Command failed: sleep 60"]).toContain(reply.evalue);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("stops a loop that an earlier cell has left, and says so where the cell has ended", async () => {
    expect((await kernel.run("setTimeout(() => { while (true) {} }, 300);\n'done'")).text).toBe("done");
    await kernel.call("interrupt", 1);
    // What is printed after a cell goes to it, so it comes before what the next one says.
    const { text } = await kernel.run("'next'");
    expect(text).toBe("next");
    const late = await kernel.call("lateText");
    expect(late).toContain("Interrupted: a loop that an earlier cell had left running was stopped.");
  });

  test("stops what repeats along with the loop in it", async () => {
    await kernel.run("let ticks = 0;\nsetInterval(async () => { ticks++; while (true) await null; }, 20);");
    await kernel.call("interrupt", 0.5);
    await kernel.run("1");
    const before = Number((await kernel.run("ticks")).text);
    await kernel.call("sleep", 0.3);
    expect(Number((await kernel.run("ticks")).text)).toBe(before);
  });

  test("calls the listeners of SIGINT that a cell has added, and leaves the kernel alive", async () => {
    await kernel.run("let calls = 0;\nconst listener = () => { calls++; };\nprocess.on('SIGINT', listener);");
    await stops(await kernel.interrupted("await new Promise(() => {});"));
    await kernel.call("interrupt", 0.1);
    expect((await kernel.run("process.off('SIGINT', listener);\ncalls > 0")).text).toBe("true");
    await kernel.call("interrupt", 0.1);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test.each([
    ["throws", 1],
    ["never returns", 2],
  ])("stops a cell with a listener of SIGINT that %s, at interrupt %i", async (how, count) => {
    const fails = how === "throws" ? "throw new Error('mine');" : "while (true) {}";
    await kernel.run(`const fails = () => { ${fails} };\nprocess.on("SIGINT", fails);`);
    const id = await kernel.call("send", "await new Promise(() => {});");
    for (let i = 0; i < count; i++) await kernel.call("interrupt", 0.5);
    expect((await kernel.call("collect", [id])).replies[0]).toMatchObject({ ename: "Interrupted" });
    // Not in the cell's own code, during which Node takes all listeners of SIGINT off.
    await kernel.run("void Promise.resolve().then(() => process.off('SIGINT', fails));");
    await stops(await kernel.interrupted("await new Promise(() => {});"));
  });

  test("stops a loop in what a cell throws", async () =>
    stops(await kernel.interrupted("throw new Proxy({}, { get() { while (true) {} } });")));

  test("does not take an answer along that is being sent", async () => {
    const slow = `await new Promise((done) => setTimeout(done, 1));
const toJSON = () => { for (const begun = Date.now(); Date.now() < begun + 1000; ); return { "text/plain": "sent" }; };
({ [Symbol.for("Jupyter.display")]: () => ({ toJSON }) })`;
    const { reply, text } = await kernel.interrupted(slow, 0.7);
    // On a slow machine the signal comes before the answer.
    if (reply.status === "ok") expect(text).toBe("sent");
    else expect(reply.ename).toBe("Interrupted");
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("leaves no module half loaded behind", async () => {
    const work = mkdtempSync(join(tmpdir(), "emergence-module-"));
    const [module, go] = [join(work, "slow.cjs"), join(work, "go")];
    writeFileSync(
      module,
      `exports.early = 1; while (!require("node:fs").existsSync(${JSON.stringify(go)})); exports.late = 2;`,
    );
    await stops(await kernel.interrupted(`require(${JSON.stringify(module)})`));
    writeFileSync(go, "");
    expect((await kernel.run(`require(${JSON.stringify(module)}).late`)).text).toBe("2");
    rmSync(work, { recursive: true });
  });

  test("many in a row stop one cell and no other", async () => {
    const id = await kernel.call("send", "while (true) {}");
    for (let i = 0; i < 20; i++) await kernel.call("interrupt", i === 0 ? 0.3 : 0.01);
    expect((await kernel.call("collect", [id])).replies[0]).toMatchObject({ ename: "Interrupted" });
    await kernel.call("sleep", 0.5);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("ends a waiting cell for good: it does not go on once its promise is kept", async () => {
    await stops(
      await kernel.interrupted("await new Promise((done) => setTimeout(done, 1000));\nconsole.log('still here');", 0.3),
    );
    const { stream } = await kernel.run("await new Promise((done) => setTimeout(done, 1200));");
    expect(stream("stdout")).toBe("");
  });

  test("stops the worker threads of a cell that waits for them", async () => {
    const work = mkdtempSync(join(tmpdir(), "emergence-worker-"));
    const beat = join(work, "beat");
    const worker = `require("node:fs").writeFileSync(${JSON.stringify(beat)}, ""); for (;;) require("node:fs").appendFileSync(${JSON.stringify(beat)}, ".");`;
    await stops(
      await kernel.interrupted(
        `import { Worker } from "node:worker_threads";
const worker = new Worker(${JSON.stringify(worker)}, { eval: true });
await new Promise((done) => worker.on("message", done));`,
        1,
      ),
    );
    await kernel.call("sleep", 0.2);
    const size = () => readFileSync(beat).length;
    const before = size();
    expect(before).toBeGreaterThan(0);
    await wait(300);
    expect(size()).toBe(before);
    rmSync(work, { recursive: true });
  });

  test("refuses what was sent with the cell", async () => {
    const ids = [await kernel.call("send", "while (true) {}"), await kernel.call("send", "3")];
    await kernel.call("interrupt", 0.5);
    const { replies } = await kernel.call("collect", ids);
    expect(replies.map(({ status }: { status: string }) => status)).toEqual(["error", "aborted"]);
  });

  test("with nothing running does nothing", async () => {
    await kernel.call("interrupt", 0);
    await kernel.call("interrupt", 0.1);
    expect((await kernel.run("2 + 2")).messages.map(({ type }) => type)).toEqual(["execute_result"]);
  });

  test("may also come as a message", async () => {
    const id = await kernel.call("send", "await new Promise(() => {});");
    await kernel.call("sleep", 0.5);
    expect(await kernel.call("request", "control", "interrupt_request", {})).toMatchObject({ type: "interrupt_reply" });
    expect((await kernel.call("collect", [id])).replies[0]).toMatchObject({ ename: "Interrupted" });
  });
});

const holding = `import { Worker } from "node:worker_threads";
const worker = new Worker("setInterval(() => {}, 1000)", { eval: true });
setInterval(() => {}, 1000);
undefined`;

test("a shutdown request ends the process, whatever a cell has left running", async () => {
  const kernel = await Kernel.start(folder);
  await kernel.run(holding);
  expect(await kernel.call("shutdown")).toBe(true);
  await kernel.close();
});

signals("A kernel whose Jupyter is killed hard", () => {
  test("ends by itself", async () => {
    const kernel = await Kernel.start(folder);
    await kernel.run(holding);
    const pid: number = await kernel.call("pid");
    await expect(kernel.call("vanish")).rejects.toThrow("driver ended");
    const runs = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(runs, { timeout: 20_000, interval: 200 }).toBe(false);
    await kernel.close();
  });
});
