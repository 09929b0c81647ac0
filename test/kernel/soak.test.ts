// Hours of work in one kernel, in minutes: a thousand cells of all kinds. Nothing that the kernel says it sent is missing,
// every cell is answered, and memory does not grow with the number of cells.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Kernel, type Message, type Outcome, root } from "./kernel.js";

interface Kind {
  readonly code: (i: number) => string;
  /** What the cell must come to; `undefined` where its reply alone counts. */
  readonly holds: (outcome: Outcome, i: number) => boolean;
  readonly interrupt?: boolean;
}

const ok = ({ reply }: Outcome) => reply.status === "ok";
const displays = (messages: readonly Message[]) => messages.filter(({ type }) => type === "display_data").length;

const kinds: readonly Kind[] = [
  { code: (i) => `${i} + 1`, holds: ({ text }, i) => text === String(i + 1) },
  { code: (i) => `const kept${i % 50} = ${i};\nkept${i % 50}`, holds: ({ text }, i) => text === String(i) },
  { code: (i) => `throw new Error("${i}");`, holds: ({ reply }, i) => reply.evalue === String(i) },
  {
    code: () => "for (let line = 0; line < 700; line++) console.log(line);",
    holds: ({ stream }) => stream("stdout").split("\n").length === 701,
  },
  {
    code: () => 'console.log("out");\nconsole.error("err");',
    holds: ({ stream }) => stream("stdout") === "out\n" && stream("stderr") === "err\n",
  },
  {
    code: (i) =>
      `import { lines, show } from "@emergence/plot";\nshow(lines([{ name: "a", x: [1, 2, 3], y: [1, ${i}, 2] }], { x: "x", y: "y" }), { text: "A line." });`,
    holds: ({ messages, reply }) => reply.status === "ok" && displays(messages) === 1,
  },
  {
    code: () =>
      'import { curves, fit } from "@emergence/lib/fit";\nfit(curves.line, [1, 2, 3, 4], [1, 2.1, 2.9, 4]).kind',
    holds: ({ text }) => text === "fit",
  },
  {
    code: () => 'import { load } from "@emergence/data";\nload("steam").length > 5',
    holds: ({ text }) => text === "true",
  },
  { code: () => "await new Promise((turn) => setTimeout(turn, 1));\n'later'", holds: ({ text }) => text === "later" },
  { code: () => "const wrong: number = 'text';", holds: ({ reply }) => reply.ename === "TypeScriptError" },
  { code: () => "throw new Proxy({}, { get() { throw 1; } });", holds: ({ reply }) => reply.ename === "Thrown" },
  { code: () => "setTimeout(() => console.log('afterwards'), 1);", holds: ok },
];

const interrupts: readonly string[] = [
  "while (true) {}",
  "await new Promise(() => {});",
  "void Promise.resolve().then(() => { while (true) {} });",
  "const forever = async () => { while (true) await null; };\nawait forever();",
  "setTimeout(() => { while (true) {} }, 1);\nawait new Promise(() => {});",
];

const sweep = `import { sweep } from "@emergence/run";
import { trafficExact } from "@emergence/lib/systems";
(await sweep(trafficExact, { density: [0.1, 0.2, 0.3, 0.4], maxSpeed: [1], slowdown: [0.25] }, { workers: 2, seed: 1, cache: false })).length`;

/** Resident memory in MB once garbage is collected (when that happens by itself is V8's mood), where the system tells (Linux). */
async function resident(kernel: Kernel, pid: number): Promise<number | undefined> {
  const collect =
    "(() => { require('v8').setFlagsFromString('--expose-gc'); require('vm').runInNewContext('gc')(); })()";
  // V8 gives pages back a while after it has freed them.
  for (let round = 0; round < 3; round++) {
    await kernel.run(collect);
    await kernel.call("sleep", 0.5);
  }
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096) / 2 ** 20;
  } catch {
    return undefined;
  }
}

test("a thousand cells in one kernel", async () => {
  const kernel = await Kernel.start(join(root, "notebooks"));
  try {
    const pid: number = await kernel.call("pid");
    let early: number | undefined;
    for (let i = 0; i < 1000; i++) {
      const loop = i % 25 === 24 ? interrupts[((i - 24) / 25) % interrupts.length] : undefined;
      if (loop !== undefined) {
        expect((await kernel.interrupted(loop, 0.3)).reply, `cell ${i}: ${loop}`).toMatchObject({
          ename: "Interrupted",
        });
      } else if (i % 100 === 50) {
        const { text, reply } = await kernel.run(sweep, 60);
        expect(text, `cell ${i}: ${reply.evalue}`).toBe("4");
      } else {
        const kind = kinds[i % kinds.length] as Kind;
        const outcome = await kernel.run(kind.code(i));
        expect(kind.holds(outcome, i), `cell ${i}: ${kind.code(i)}\n${JSON.stringify(outcome.reply)}`).toBe(true);
      }
      if (i === 99) early = await resident(kernel, pid);
    }
    const late = await resident(kernel, pid);
    if (early !== undefined && late !== undefined) {
      console.log(`memory after 100 cells ${early.toFixed(0)} MB, after 1,000 ${late.toFixed(0)} MB`);
      expect(late).toBeLessThan(2 * early);
    }
    // driver.py compares, for each request, what arrived with what the reply says was sent.
    const { replies, short } = await kernel.call("counts");
    expect(replies).toBeGreaterThanOrEqual(1000);
    expect(short).toEqual([]);
  } finally {
    await kernel.close();
  }
}, 600_000);
