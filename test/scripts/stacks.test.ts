// Tracebacks from the stacks of three engines: the same failed cell, whose function an earlier cell defines.
import { describe, expect, it } from "vitest";
import { exception } from "../../scripts/kernel/traceback.cjs";

// Recorded in Chromium and in Firefox 153 (ESR). Safari does not run here: its text is written by JavaScriptCore's form.
const stacks = {
  V8: `TypeError: no
    at Proxy.area (cell:2:4:5)
    at eval (cell:9:3:13)
    at eval (cell:9:10:3)
    at eval (<anonymous>)
    at Object.Smt [as runInThisContext] (http://127.0.0.1:39377/kernel/kernel.js:29:19136)
    at Object.kn [as execute] (http://127.0.0.1:39377/kernel/kernel.js:354:58)`,
  Firefox: `area@cell:2:4:5
@cell:9:3:13
@cell:9:10:3
kmt@http://127.0.0.1:42815/kernel/kernel.js:29:19260
nvt/<@http://127.0.0.1:42815/kernel/kernel.js:365:264
avt</self.onmessage@http://127.0.0.1:42815/kernel/kernel.js:366:30
`,
  Safari: `area@cell:2:4:5
@cell:9:3:13
eval code@cell:9:10:3
eval@[native code]
Smt@http://127.0.0.1:42815/kernel/kernel.js:29:19260
@http://127.0.0.1:42815/kernel/kernel.js:365:264`,
};

/** As tslab compiles: one line of its own comes first, so that a line from 0 in what the compiler reads is one from 1 in the cell. */
const positions = { find: (line: number, column: number) => ({ line, column }) };
const cells = new Map([
  [2, { source: "const area = (b) => {\n  // none\n  return b.nope.x;\n};", count: 2, lines: 6, positions }],
  [9, { source: "\narea(1);", count: 9, lines: 5, positions }],
]);

describe("a traceback", () => {
  it.each(Object.entries(stacks))("names the lines of cells from a stack of %s", (_, stack) => {
    const error = Object.assign(new TypeError("no"), { stack });
    expect(exception(error, cells, 9).traceback).toEqual([
      "TypeError: no",
      "  cell [2] line 3, in area: return b.nope.x;",
      "  cell line 2: area(1);",
    ]);
  });
});
