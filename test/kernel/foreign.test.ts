// The kernel by itself, for people who only want a better tslab: its package, put into a folder that knows nothing of the kit,
// runs the kinds of cells that notebooks for tslab are made of. The kinds are the table of docs/kernel.md.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the sources of cells
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stageKernel } from "../../scripts/kernel/pack.mjs";
import { Kernel, type Outcome, root, startLimit } from "./kernel.js";

interface Kind {
  name: string;
  cells: string[];
  /** What the last cell must give: its value as text, or a look at the outcome. */
  gives: string | ((last: Outcome) => void);
}

const shows = (type: string, value: unknown) => (last: Outcome) => {
  const data = last.messages.find((message) => message.type === "display_data")?.content.data;
  expect(data?.[type]).toEqual(value);
};
const prints = (text: string) => (last: Outcome) => expect(last.stream("stdout")).toBe(text);
const fails = (name: string, words: RegExp) => (last: Outcome) => {
  expect(last.reply).toMatchObject({ status: "error", ename: name });
  expect(`${last.reply.evalue}\n${last.reply.traceback.join("\n")}`).toMatch(words);
};

const kinds: Kind[] = [
  {
    name: "modules of Node",
    cells: ['import * as os from "os";\nimport { join } from "node:path";', 'join("a", typeof os.cpus().length)'],
    gives: "a/number",
  },
  {
    name: "npm packages in CommonJS, with types",
    cells: ['import { double } from "doubles";\nconst four: number = double(2);\nfour'],
    gives: "4",
  },
  {
    name: "npm packages without types",
    cells: ['import untyped from "untyped";\nuntyped("ada")'],
    gives: "hello ada",
  },
  { name: "npm packages as ES modules", cells: ['import { triple } from "triples";\ntriple(2)'], gives: "6" },
  { name: "import()", cells: ['const { triple: later } = await import("triples");\nlater(3)'], gives: "9" },
  {
    name: "a module of one's own beside the notebook",
    cells: ['import { area } from "./shapes";\narea(3)'],
    gives: "9",
  },
  { name: "JSON as a module", cells: ['const { rows } = require("./table.json");\nrows.length'], gives: "2" },
  { name: "`require`", cells: ['const path = require("path");\npath.basename("/a/b.txt")'], gives: "b.txt" },
  {
    name: "`await` at the top, promises, timers",
    cells: [
      `const wait = (ms: number) => new Promise<number>((resolve) => setTimeout(resolve, ms, ms));
const waited = await Promise.all([wait(1), wait(2)]);
[...waited, await wait(5)]`,
    ],
    gives: "[ 1, 2, 5 ]",
  },
  {
    name: "generators, `for await` in a function",
    cells: [
      `async function* ticks() { for (let i = 0; i < 3; i++) yield i; }
async function total() { let sum = 0; for await (const tick of ticks()) sum += tick; return sum; }`,
      "await total()",
    ],
    gives: "3",
  },
  {
    name: "classes with private fields, inheritance, generics",
    cells: [
      `class Stack<T> { #items: T[] = []; push(...items: T[]) { this.#items.push(...items); return this; } get size() { return this.#items.length; } }
class Named extends Stack<string> { constructor(readonly name: string) { super(); } }`,
      'const named = new Named("s").push("a", "b");\n`${new Named("s").name} ${named.size}`',
    ],
    gives: "s 2",
  },
  {
    name: "enums, overloads",
    cells: [
      "enum Color { Red, Green = 5, Blue }",
      "function twice(x: number): number;\nfunction twice(x: string): string;\nfunction twice(x: any) { return x + x; }",
      '[Color.Blue, Color[5], twice("a"), twice(2)]',
    ],
    gives: "[ 6, 'Green', 'aa', 4 ]",
  },
  {
    name: "interfaces, unions, mapped and conditional types",
    cells: [
      `interface Point { x: number; y: number }
type Flags<T> = { [K in keyof T]: T[K] extends number ? true : false };
type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
const size = (shape: Shape) => (shape.kind === "circle" ? shape.r : shape.side);`,
      'const flags: Flags<Point> = { x: true, y: true };\nsize({ kind: "square", side: 3 }) + Object.keys(flags).length',
    ],
    gives: "5",
  },
  {
    name: "decorators (TypeScript's own)",
    cells: [
      `function counted(target: any, key: string, descriptor: PropertyDescriptor) {
  const inner = descriptor.value;
  descriptor.value = function (this: any, ...args: any[]) { this.calls = (this.calls ?? 0) + 1; return inner.apply(this, args); };
}
class Service { calls?: number; @counted run() { return this.calls; } }
const service = new Service();
service.run();
service.run()`,
    ],
    gives: "2",
  },
  {
    name: "`const`, `let`, `class` and types declared again",
    cells: [
      "const again = 1;\ntype Row = { a: number };\nclass Box { value = 1 }",
      'const again = "two";\ntype Row = { b: string };\nclass Box { value = "box" }\nconst row: Row = { b: again };\nrow.b + new Box().value',
    ],
    gives: "twobox",
  },
  {
    name: "destructuring, spread, optional chaining, bigint, regular expressions",
    cells: [
      `const { a: { b = 3 } = {}, ...others } = { c: 1, d: 2 } as { a?: { b?: number }; c: number; d: number };
const [, year] = /(?<y>\\d{4})/u.exec("in 2026")?.map(String) ?? [];
[b, others, year, 2n ** 70n, others?.c ?? 0]`,
    ],
    gives: "[ 3, { c: 1, d: 2 }, '2026', 1180591620717411303424n, 1 ]",
  },
  {
    name: "the shorthand `{ x }` for the `x` of an earlier cell",
    cells: ["const shorthand = 1;", "const holder = { shorthand };\nholder.shorthand"],
    gives: "1",
  },
  {
    name: "patterns that rename a property",
    cells: [
      "const tuned = 5;",
      "const rename = ({ tuned: name }: { tuned: number }) => name + 1;\nrename({ tuned: 2 })",
    ],
    gives: "3",
  },
  {
    name: "HTML, SVG, Markdown",
    cells: [
      'import * as tslab from "tslab";\ntslab.display.html("<b>bold</b>");',
      'tslab.display.svg("<svg/>");',
      'tslab.display.markdown("# title");',
    ],
    gives: shows("text/markdown", "# title"),
  },
  {
    name: "pictures (PNG, JPEG)",
    cells: ['import { display } from "tslab";\ndisplay.png(new Uint8Array([137, 80, 78, 71]));'],
    gives: shows("image/png", "iVBORw=="),
  },
  {
    name: "a display that changes",
    cells: [
      'import { newDisplay } from "tslab";\nconst place = newDisplay();\nplace.text("one");\nplace.html("<i>two</i>");',
    ],
    gives: (last) => expect(last.messages.map(({ type }) => type)).toEqual(["display_data", "update_display_data"]),
  },
  {
    name: "JavaScript of the page",
    cells: ['import { display as page } from "tslab";\npage.javascript("element.textContent = 1");'],
    gives: shows("text/javascript", "element.textContent = 1"),
  },
  {
    name: "console.log, console.table, process.stdout",
    cells: ['console.log("%s is %d", "x", 1, [1]);\nprocess.stdout.write("raw\\n");'],
    gives: prints("x is 1 [ 1 ]\nraw\n"),
  },
  {
    name: "thousands of printed lines",
    cells: ["for (let i = 0; i < 3000; i++) console.log(i);"],
    gives: (last) => expect(last.stream("stdout").trim().split("\n")).toHaveLength(3000),
  },
  {
    name: "output after the cell has ended",
    cells: [
      'setTimeout(() => console.log("late"), 50);',
      "await new Promise((resolve) => setTimeout(resolve, 300));\n1",
    ],
    gives: "1",
  },
  {
    name: "files",
    cells: [
      'import * as fs from "fs";\nimport { readFile } from "fs/promises";\nfs.writeFileSync("notes.txt", "one\\ntwo");',
      '(await readFile("notes.txt", "utf8")).split("\\n")',
    ],
    gives: "[ 'one', 'two' ]",
  },
  {
    name: "fetch",
    cells: [
      "const reply = await fetch(`http://127.0.0.1:${process.env.FOREIGN_PORT}/`);\n(await reply.json() as { rows: number[] }).rows",
    ],
    gives: "[ 1, 2 ]",
  },
  {
    name: "child processes and worker threads",
    cells: [
      'import { execFileSync } from "child_process";\nimport { Worker } from "worker_threads";',
      `const worker = new Worker("require('worker_threads').parentPort.postMessage(6 * 7)", { eval: true });
const answer = await new Promise((resolve) => worker.once("message", resolve));
[answer, execFileSync(process.execPath, ["-p", "1 + 1"]).toString().trim()]`,
    ],
    gives: "[ 42, '2' ]",
  },
  {
    name: "a cell as a module, by `/** @module NAME */`",
    cells: [
      "/** @module helpers */\nexport const half = (x: number) => x / 2;",
      'import { half } from "./helpers";\nhalf(9)',
    ],
    gives: "4.5",
  },
  {
    name: "a cell for the browser, by `/** @browser */`",
    cells: ['/** @browser */\nconst box: HTMLElement = document.createElement("div");\nbox.append("x");'],
    gives: (last) => expect(last.reply.status).toBe("ok"),
  },
  {
    name: "errors that are thrown",
    cells: ["function fall(x: unknown): never {\n  throw new RangeError(`fell over ${x}`);\n}\nfall(3);"],
    gives: fails("RangeError", /fell over 3[\s\S]*cell line 2, in fall[\s\S]*cell line 4/),
  },
  {
    name: "errors of types",
    cells: ['const wrong: number = "text";'],
    gives: fails("TypeScriptError", /1:7 .*not assignable/),
  },
];

/** What such notebooks cannot do here, with our words of what is not supported and what to write instead. */
const refused: Kind[] = [
  {
    name: "values without a type: `(x) => x`, `class { field; }`",
    cells: ["const loose = (x) => x;"],
    gives: fails(
      "TypeScriptError",
      /implicitly has an 'any' type[\s\S]*\nCells are compiled strict, .*\(x: any\) => x/,
    ),
  },
  {
    name: "`for await` at the top of a cell",
    cells: ["for await (const tick of ticks()) console.log(tick);"],
    gives: fails(
      "SyntaxError",
      /^`for await` is not supported at the top of a cell: put .*\n.*\n {2}cell line 1: for await/,
    ),
  },
  {
    name: "a `namespace` two cells later",
    cells: ["namespace Shapes { export const sides = 4; }", "const between = 1;", "Shapes.sides"],
    gives: fails(
      "TypeScriptError",
      /^Shapes is a namespace of cell \[\d+\], .* make it an object\n[\s\S]*Cannot find name 'Shapes'/,
    ),
  },
  {
    name: "JSX in a cell",
    cells: ["const element: any = <p>text</p>;"],
    gives: fails("SyntaxError", /^JSX is not supported in cells: call .*\n[\s\S]*1:23 /),
  },
  {
    name: "magic lines of IPython (`%time`, `%%html`)",
    cells: ["%time 1 + 1"],
    gives: fails("SyntaxError", /^%time is a magic line of IPython, .* use console.time/),
  },
  {
    name: "shell lines (`!ls`)",
    cells: ["!ls -la"],
    gives: fails("TypeScriptError", /^!ls -la reads like a shell line of IPython, .* use execFileSync/),
  },
];

let base = "";
let kernel: Kernel;
let server: Server | undefined;

function lay(path: string, text: string | object): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), typeof text === "string" ? text : JSON.stringify(text));
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "foreign-"));
  // As `npm install emergence-kernel-….tgz` lays it; what it depends on is this clone's.
  const installed = join(base, "installed", "node_modules");
  const alone = join(installed, "@emergence", "kernel");
  stageKernel(alone);
  const { dependencies } = JSON.parse(readFileSync(join(alone, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(installed, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(installed, name), "junction");
  }
  lay("project/node_modules/doubles/package.json", { name: "doubles", main: "index.js", types: "index.d.ts" });
  lay("project/node_modules/doubles/index.js", "exports.double = (x) => 2 * x;");
  lay("project/node_modules/doubles/index.d.ts", "export function double(x: number): number;");
  lay("project/node_modules/untyped/package.json", { name: "untyped", main: "index.js" });
  lay("project/node_modules/untyped/index.js", "module.exports = (name) => `hello ${name}`;");
  const types = { types: "./index.d.ts", default: "./index.js" };
  lay("project/node_modules/triples/package.json", {
    ...{ name: "triples", type: "module", types: "./index.d.ts", main: "./index.js", exports: { ".": types } },
  });
  lay("project/node_modules/triples/index.js", "export const triple = (x) => 3 * x;");
  lay("project/node_modules/triples/index.d.ts", "export function triple(x: number): number;");
  lay("project/shapes.ts", "export const area = (side: number): number => side * side;");
  lay("project/table.json", { rows: [1, 2] });

  const made = createServer((_, reply) => reply.end(JSON.stringify({ rows: [1, 2] })));
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  process.env.FOREIGN_PORT = String((made.address() as AddressInfo).port);

  const prefix = join(base, "python");
  execFileSync(process.execPath, [join(alone, "cli.mjs"), "--prefix", prefix]);
  const spec = join(prefix, "share", "jupyter", "kernels", "tslab", "kernel.json");
  kernel = await Kernel.start(join(base, "project"), JSON.parse(readFileSync(spec, "utf8")).argv);
}, startLimit);
afterAll(async () => {
  await kernel?.close();
  server?.close();
  rmSync(base, { recursive: true, force: true });
});

/** The rows of docs/kernel.md below a heading. */
function rowsBelow(heading: string): string[] {
  const [, below = ""] = readFileSync(join(root, "docs", "kernel.md"), "utf8").split(`## ${heading}\n`);
  const [section = ""] = below.split("\n## ");
  return [...section.matchAll(/^\| (.+?) \|/gm)]
    .map(([, first = ""]) => first)
    .filter((first) => !/^(---|kind)/.test(first));
}

describe("the kernel by itself", () => {
  test("does what docs/kernel.md says", () => {
    expect(rowsBelow("What runs")).toEqual(kinds.map(({ name }) => name));
    expect(rowsBelow("What does not")).toEqual(refused.map(({ name }) => name));
  });

  test("has a README that links to nothing but the web", () => {
    const readme = readFileSync(join(base, "installed", "node_modules", "@emergence", "kernel", "README.md"), "utf8");
    expect([...readme.matchAll(/\]\(([^)]*)\)/g)].filter(([, to = ""]) => !to.startsWith("https://"))).toEqual([]);
    expect(readme).toMatch(/^# The kernel by itself/);
  });

  test("asks for the versions that the kit is tested with", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "scripts", "kernel", "package.json"), "utf8"));
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
    for (const [name, version] of Object.entries(dependencies))
      expect(packages[`node_modules/${name}`].version).toBe(version);
  });

  test("ends a loop without end at an interrupt, and keeps its names", async () => {
    await kernel.run("let kept = 7;");
    const { reply } = await kernel.interrupted("while (true) kept = 7;");
    expect(reply.status).toBe("error");
    expect((await kernel.run("kept")).text).toBe("7");
  });

  test.each([...kinds, ...refused])("$name", async ({ cells, gives }) => {
    const outcomes: Outcome[] = [];
    for (const cell of cells) outcomes.push(await kernel.run(cell));
    for (const earlier of outcomes.slice(0, -1)) expect(earlier.reply.traceback ?? []).toEqual([]);
    const last = outcomes.at(-1) as Outcome;
    if (typeof gives === "function") return gives(last);
    expect(last.reply.traceback ?? []).toEqual([]);
    expect(last.text).toBe(gives);
  });
});
