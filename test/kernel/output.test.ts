// What cells send arrives: all of it, in order, and within bounds.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutput } from "../../scripts/kernel/output.cjs";
import { Kernel, root, startLimit } from "./kernel.js";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `${i}\n`).join("");

describe("output", () => {
  /** A cell's output with a clock of its own, and the messages that it sends. */
  function begun() {
    const sent: { type: string; text: string; name: string }[] = [];
    const clock = { time: 0 };
    const output = createOutput(
      (type, content) => {
        const { text = "", name = "" } = content as { text?: string; name?: string };
        sent.push({ type, text, name });
        return 1000;
      },
      () => clock.time,
    );
    output.begin();
    return { output, sent, clock };
  }

  test("sends the first prints at once, and joins a flood", () => {
    const { output, sent, clock } = begun();
    output.print("stdout", "loading\n");
    expect(sent.map(({ text }) => text)).toEqual(["loading\n"]);
    for (let i = 0; i < 2000; i++) {
      clock.time += 1; // two seconds in all
      output.print("stdout", `${i}\n`);
    }
    output.end();
    expect(sent.map(({ text }) => text).join("")).toBe(`loading\n${numbers(2000)}`);
    // Ten at once and ten per second, and the rest at the end.
    expect(sent.length).toBeLessThanOrEqual(10 + 20 + 1);
    expect(sent.length).toBeGreaterThan(20);
  });

  test("keeps the order of the streams and of displays", () => {
    const { output, sent } = begun();
    for (let i = 0; i < 50; i++) {
      output.print(i % 2 === 0 ? "stdout" : "stderr", `${i}\n`);
      if (i % 10 === 0) output.show("display_data", { text: `figure ${i}\n` });
    }
    output.end();
    const expected = Array.from({ length: 50 }, (_, i) => (i % 10 === 0 ? `${i}\nfigure ${i}\n` : `${i}\n`)).join("");
    expect(sent.map(({ text }) => text).join("")).toBe(expected);
  });

  test("ends what one cell prints at 20 MB, says so at once, and counts the rest; the next cell prints again", () => {
    const { output, sent } = begun();
    const line = `${"x".repeat(1023)}\n`;
    for (let i = 0; i < 30 * 1024; i++) output.print("stdout", line);
    const said = () => sent.filter(({ name }) => name === "stderr").map(({ text }) => text);
    expect(said()).toEqual(["\n[kernel] This cell has printed 20.0 MB; what it prints from here on is not shown.\n"]);
    output.end();
    expect(said().at(-1)).toBe("[kernel] 10,240 further lines (10.0 MB) are not shown.\n");
    const printed = sent.filter(({ name }) => name === "stdout").map(({ text }) => text);
    expect(printed.join("").length).toBe(20 * 1024 * 1024);
    output.begin();
    output.print("stdout", "next\n");
    output.end();
    expect(sent.at(-1)).toEqual({ type: "stream", name: "stdout", text: "next\n" });
  });

  test("ends a loop of displays too, unless the event loop turns", async () => {
    const { output, sent } = begun(); // each display counts 1,000 characters
    for (let i = 0; i < 300_000; i++) output.show("display_data", {});
    output.end();
    const shown = sent.filter(({ type }) => type === "display_data").length;
    expect(shown).toBe(Math.ceil((256 * 1024 * 1024 + 1) / 1000));
    expect(sent.at(-1)?.text).toBe(
      `[kernel] ${(300_000 - shown).toLocaleString("en")} further outputs are not shown.\n`,
    );
    await new Promise((turned) => setImmediate(turned));
    await new Promise((turned) => setImmediate(turned));
    output.show("display_data", {});
    expect(sent.at(-1)?.type).toBe("display_data");
  });
});

describe("a kernel", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start(join(root, "notebooks"));
  }, startLimit);
  afterAll(() => kernel.close());

  test.each([
    ["in a loop", "for (let i = 0; i < 600; i++) console.log(i);", 600],
    ["in a function", "(() => { for (let i = 0; i < 100_000; i++) console.log(i); })()", 100_000],
    [
      "in callbacks",
      "for (let i = 0; i < 600; i++) { console.log(i); await new Promise((turn) => setImmediate(turn)); }",
      600,
    ],
  ])("sends every line that a cell prints %s", async (_, code, count) => {
    const { stream, reply } = await kernel.run(code);
    expect(reply.status).toBe("ok");
    expect(stream("stdout")).toBe(numbers(count));
  });

  test("sends a million lines as few messages", async () => {
    const { stream, messages } = await kernel.run("(() => { for (let i = 0; i < 1_000_000; i++) console.log(i); })()");
    expect(stream("stdout")).toBe(numbers(1_000_000));
    // JupyterLab draws all the text anew with each. Each is as long as what went before, but for what a slow machine sends by time.
    expect(messages.length).toBeLessThan(200);
  }, 120_000);

  test("sends every display of a loop, in order", async () => {
    const { messages } = await kernel.run(
      'import { display } from "tslab";\nfor (let i = 0; i < 2000; i++) display.text(String(i));',
    );
    expect(messages.map(({ content }) => content.data["text/plain"])).toEqual(
      Array.from({ length: 2000 }, (_, i) => String(i)),
    );
  });

  test("answers a thousand failing cells, and says with each how many messages it sent", {
    tags: ["slow"],
    timeout: 300_000,
  }, async () => {
    for (let i = 0; i < 1000; i++) {
      const { reply, messages } = await kernel.run(`throw new Error("${i}");`);
      expect(reply).toMatchObject({ status: "error", evalue: String(i) });
      expect(messages).toHaveLength(1);
    }
  });

  test("stops at Interrupt when it prints for ever, and has shown what it printed", async () => {
    for (const loop of [
      "while (true) console.log('x');",
      "while (true) { console.log('x'); await null; }",
      "while (true) { console.log('x'); await new Promise((turn) => setImmediate(turn)); }",
    ]) {
      const { reply, stream } = await kernel.interrupted(loop);
      expect(reply).toMatchObject({ ename: "Interrupted" });
      expect(stream("stdout")).toMatch(/^(x\n)+/);
    }
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test.each([
    ["an object whose message throws", "throw { get message() { throw new Error('x'); } };"],
    ["a Proxy that throws at everything", "throw new Proxy({}, { get() { throw 1; } });"],
    [
      "a Proxy that looks like an Error",
      "throw new Proxy(new Error('x'), { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
    ],
    [
      "an error with a stack that throws",
      "throw Object.defineProperty(new Error('x'), 'stack', { get() { throw 1; } });",
    ],
    ["causes in a circle", "const circle = new Error('x'); (circle as any).cause = circle; throw circle;"],
  ])("answers a cell that throws %s", async (_, code) => {
    expect((await kernel.run(code)).reply.status).toBe("error");
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("calls back what waits for a write, and takes bytes in any pieces", async () => {
    const { text, stream } = await kernel.run(`const bytes = Buffer.from("é😀\\n");
for (const byte of bytes) await new Promise<void>((done) => process.stdout.write(Buffer.from([byte]), () => done()));
process.stdout.write("e9", "hex" as any);
"written"`);
    expect([text, stream("stdout")]).toEqual(["written", "é😀\n\ufffd"]);
  });

  test("sends half a character as one that cannot be shown, so that the notebook can be saved", async () => {
    expect((await kernel.run("throw new Error('\\ud83d');")).reply).toMatchObject({
      status: "error",
      evalue: "\ufffd",
    });
    expect((await kernel.run("'😀' + '\\\\ud83d'")).text).toBe("😀\\ud83d");
  });

  test(
    "goes on when a cell has deleted or frozen what is global",
    async () => {
      const other = await Kernel.start(join(root, "notebooks"));
      await other.run("const { process: kept } = globalThis;\ndelete (globalThis as any).process;");
      expect((await other.run("await null;\n1 + 1")).text).toBe("2");
      await other.run("(globalThis as any).process = kept;\nObject.freeze(globalThis);\nObject.freeze(process);");
      expect((await other.run("await null;\nconsole.log('still');\n2")).text).toBe("2");
      expect((await other.interrupted("while (true) {}")).reply).toMatchObject({ ename: "Interrupted" });
      await other.close();
    },
    startLimit,
  );

  test.each([
    [
      "a circle",
      "({ [Symbol.for('Jupyter.display')]() { const data: any = {}; data.data = data; return data; } })",
      /cannot be sent \(Converting circular structure/,
    ],
    ["nothing", "({ [Symbol.for('Jupyter.display')]() {} })", /^Jupyter.display: got undefined, needs an object/],
  ])("says that a value cannot be shown that gives %s for its display", async (_, code, message) => {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status).toBe("error");
    expect(messages.map(({ type, content }) => [type, content.evalue])).toEqual([["error", reply.evalue]]);
    expect(reply.evalue).toMatch(message);
  });

  test("passes over messages that are none, and answers the next", async () => {
    for (const frames of [
      ["garbage"],
      ["<IDS|MSG>", "", "", "", "", ""],
      ["<IDS|MSG>", "0".repeat(64), "{}", "{}", "{}", "{}"],
    ])
      await kernel.call("sendFrames", frames);
    for (const content of ["{", "5", "null"]) await kernel.call("sendSigned", content);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test(
    "ends rather than be silent, when a cell has broken what every answer takes",
    async () => {
      const broken = await Kernel.start(join(root, "notebooks"));
      const id = await broken.call("send", "Array.prototype.map = () => { throw 1; };");
      await expect(broken.call("collect", [id], 3)).rejects.toThrow("no answer");
      await expect.poll(() => broken.call("alive"), { timeout: 20_000 }).toBe(false);
      await broken.close();
    },
    startLimit,
  );

  test.each([
    ["as the cell runs", "(Object.prototype as any).then = () => {};\n({ a: 1 })"],
    ["after an await", "await null;\n(Object.prototype as any).then = () => {};\n({ a: 1 })"],
    [
      "as the value is shown",
      "({ [Symbol.for('Jupyter.display')]() { (Object.prototype as any).then = () => {}; return 1; } })",
    ],
    ["with an error", "(Object.prototype as any).then = () => {};\nthrow new Error('x');"],
  ])("takes a `then` of all objects away that is set %s, and answers", async (_, code) => {
    const { stream } = await kernel.run(code);
    expect(stream("stderr")).toMatch(/Object.prototype.then was removed again: .* Define `then` on a class/);
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("takes a `then` of all objects away that was set between cells, or that a cell waits for", async () => {
    await kernel.run("setTimeout(() => { (Object.prototype as any).then = () => {}; }, 1);\nnull");
    await kernel.call("sleep", 1);
    expect((await kernel.run("1 + 1")).text).toBe("2");
    const { reply } = await kernel.interrupted("(Object.prototype as any).then = () => {};\nawait ({ a: 1 });");
    expect(reply.ename).toBe("Interrupted");
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test(
    "says that a value is too long for a message",
    async () => {
      const { reply } = await kernel.run(
        "const long = 'x'.repeat(2 ** 28);\n({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': [long, long, long] }) })",
      );
      expect(reply).toMatchObject({ status: "error", ename: "KernelError" });
      expect(reply.evalue).toMatch(/cannot be sent \(Invalid string length/);
      expect((await kernel.run("1 + 1")).text).toBe("2");
    },
    startLimit,
  );

  test(
    "ends rather than be silent, where such a `then` cannot be removed",
    async () => {
      const broken = await Kernel.start(join(root, "notebooks"));
      const id = await broken.call("send", "Object.defineProperty(Object.prototype, 'then', { value() {} });");
      await expect(broken.call("collect", [id], 3)).rejects.toThrow("no answer");
      await expect.poll(() => broken.call("alive"), { timeout: 20_000 }).toBe(false);
      await broken.close();
    },
    startLimit,
  );

  test("answers when a value throws as it is shown", async () => {
    const { reply } = await kernel.run(
      "({ [Symbol.for('nodejs.util.inspect.custom')]() { throw { get message() { throw 1; } }; } })",
    );
    expect(reply.status).toBe("error");
    expect((await kernel.run("1 + 1")).text).toBe("2");
  });

  test("goes on while a cell has replaced JSON's functions, and lets it put them back", async () => {
    const replaced =
      "const theirs = JSON.stringify;\nJSON.stringify = (() => { throw 1; }) as any;\nJSON.parse = (() => { throw 2; }) as any;";
    expect((await kernel.run(replaced)).reply.status).toBe("ok");
    expect((await kernel.run("1 + 1")).text).toBe("2");
    expect((await kernel.run("JSON.stringify({})")).reply).toMatchObject({ status: "error", ename: "Thrown" });
    expect((await kernel.run("JSON.stringify = theirs;\nJSON.stringify([1])")).text).toBe("[1]");
  });

  test(
    "says before it ends what a cell printed that ends it",
    async () => {
      const lost = await Kernel.start(join(root, "notebooks"));
      const id = await lost.call("send", "for (let i = 0; i < 100; i++) console.log(i);\nprocess.exit(0);");
      await expect(lost.call("collect", [id], 3)).rejects.toThrow("98\\n99\\n");
      expect(await lost.call("alive")).toBe(false);
      await lost.close();
    },
    startLimit,
  );
});
