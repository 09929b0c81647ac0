// The built packages are imported by cells (under the kit's kernel, under a stock tslab, and outside the clone), by scripts and by bundlers.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { argv, Kernel, root } from "./kernel.js";

const require = createRequire(join(root, "notebooks", "cell.js"));
const modules = [
  "@emergence/lib/core",
  "@emergence/lib/definitions",
  "@emergence/lib/fit",
  "@emergence/lib/forecast",
  "@emergence/lib/learning",
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

async function printed(folder: string, command: string[], source = imports) {
  const kernel = await Kernel.start(folder, command);
  try {
    const { reply, text, stream } = await kernel.run(source);
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

/** One cell that takes lib's modules by name from its root, and gives one number made with two of them. */
const byName = `import { fit, measures } from "@emergence/lib";
const { curves, unwrapFit } = fit;
unwrapFit(fit.fit(curves.line, [0, 1, 2], [1, 3, 5])).predict(measures.oInformation(measures.specimens.xor())).toFixed(6)`;

test("a cell has lib's modules by name from its root, under the kit's kernel and under a stock tslab", async () => {
  for (const command of [argv.kit, argv.stock]) {
    const { status, value, warnings } = await printed(join(root, "notebooks"), command, byName);
    expect({ status, value: value.replace(/'/g, ""), warnings }).toEqual({
      status: "ok",
      value: "-1.000000",
      warnings: "",
    });
  }
});

/** What a script beside the notebooks prints; `extension` says how Node reads it. */
function ran(extension: "mjs" | "cjs", source: string): string {
  const file = join(root, "notebooks", `.imports-${process.pid}.${extension}`);
  writeFileSync(file, source);
  try {
    return execFileSync(process.execPath, [file], { encoding: "utf8", cwd: tmpdir() });
  } finally {
    rmSync(file);
  }
}

test("an ES module and a CommonJS script get every name, and both the same functions", () => {
  const lines = named.map(
    ({ name, exported }, i) =>
      `import { ${exported.map((each) => `${each} as n${i}_${each}`).join(", ")} } from "${name}";`,
  );
  const values = named.flatMap(({ exported }, i) => exported.map((each) => `n${i}_${each}`));
  const esm = ran(
    "mjs",
    `${lines.join("\n")}\nconsole.log([${values.join(", ")}].filter((v) => v !== undefined).length);`,
  );
  expect(Number(esm)).toBe(count);
  const cjs = ran("cjs", `console.log(${JSON.stringify(modules)}.flatMap((m) => Object.values(require(m))).length);`);
  expect(Number(cjs)).toBe(count);
  const same = `import { createRequire } from "node:module";
import { fit } from "@emergence/lib";
import { fit as direct } from "@emergence/lib/fit";
console.log(fit.fit === direct && direct === createRequire(import.meta.url)("@emergence/lib/fit").fit);`;
  expect(ran("mjs", same).trim()).toBe("true");
});

/** A page's script by esbuild. */
async function bundle(source: string) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(root, "notebooks"), loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text as string;
}

test("a page that uses one measure gets that measure, in less than 25 kB", async () => {
  const text = await bundle(`import { oInformation, specimens } from "@emergence/lib/measures";
console.log(oInformation(specimens.xor()));`);
  expect(text.length).toBeLessThan(25_000);
  expect(ran("mjs", text).trim()).toBe("-1");
});

test("a page may bundle figures and fits, and they work there", async () => {
  const text = await bundle(`import { compiled } from "cephes"; // as an ES module it compiles in the background
import { curve, fit } from "@emergence/lib/fit";
import { fitted } from "@emergence/plot";
await compiled;
const result = fit(curve("a * x + b"), [0, 1, 2, 3], [1, 3, 5, 7.1]);
console.log(fitted(result, [0, 1, 2, 3], [1, 3, 5, 7.1], { x: "time (s)", y: "way (m)" }).data.length);`);
  expect(ran("mjs", text).trim()).toBe("3");
});
