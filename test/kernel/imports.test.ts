// Cells import the built packages: under the kit's kernel, under a stock tslab, and outside the clone.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argv, Kernel, root } from "./kernel.js";

const require = createRequire(join(root, "notebooks", "cell.js"));
const modules = [
  "@emergence/lib/fit",
  "@emergence/lib/measures",
  "@emergence/lib/metrics",
  "@emergence/lib/stats",
  "@emergence/lib/systems",
  "@emergence/plot",
  "@emergence/data",
  "@emergence/data/frame",
  "@emergence/run",
];
const named = modules.map((name) => ({ name, exported: Object.keys(require(name)) }));
const count = named.reduce((sum, { exported }) => sum + exported.length, 0);

// One cell that imports every public name and uses it, so that none is dropped as unused.
const imports = `${named.map(({ name, exported }) => `import { ${exported.join(", ")} } from "${name}";`).join("\n")}
[${named.flatMap(({ exported }) => exported).join(", ")}].filter((value) => value !== undefined).length`;

async function printed(folder: string, command: string[]) {
  const kernel = await Kernel.start(folder, command);
  try {
    const { reply, text, stream } = await kernel.run(imports);
    return { status: reply.status, value: (text ?? stream("stdout")).trim(), warnings: stream("stderr") };
  } finally {
    await kernel.close();
  }
}

test("no two modules share a name", () => {
  const all = named.flatMap(({ exported }) => exported);
  expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
});

test("a notebook of the kit imports every public name in one cell", async () => {
  expect(await printed(join(root, "notebooks"), argv.kit)).toEqual({ status: "ok", value: `${count}`, warnings: "" });
});

test("so does one under a stock tslab", async () => {
  expect(await printed(join(root, "notebooks"), argv.stock)).toEqual({ status: "ok", value: `${count}`, warnings: "" });
});

test("and one outside the clone, through the kit's kernel", async () => {
  const folder = mkdtempSync(join(tmpdir(), "emergence-outside-"));
  expect(await printed(folder, argv.kit)).toEqual({ status: "ok", value: `${count}`, warnings: "" });
  rmSync(folder, { recursive: true });
});
