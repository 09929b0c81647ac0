// A list spread into the arguments of a call is bounded by the stack: Math.max(...list) throws from about 120,000 entries on.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";

/** Spreads whose length is not the caller's, each with the reason. */
const harmless: Readonly<Record<string, string>> = {
  "data/source.ts: String.fromCharCode(...bytes.subarray(0, 64))": "a chunk of fixed length",
  "lib/fit/result/reviveFit.ts: made(...origin.arguments)": "arguments of a family of curves, one or two",
  "lib/fit/start/wide.ts: bestFit(...asked)": "a tuple of three, handed on",
  "lib/learning/training/train.ts: session.gradient(...nextBatch(step + 1))": "the parts of a batch, two or three",
  "plot/raster.ts: String.fromCharCode(...bytes.subarray(from, from + 8192))": "a chunk of fixed length",
  "plot/table.ts: html(...parts)": "a tuple of four",
  "plot/table.ts: text(...parts)": "a tuple of four",
};

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !["dist", "node_modules"].includes(entry.name)) yield* sources(path);
    // What imports a table runs once, on files of known length.
    else if (/\.ts$/.test(entry.name) && !entry.name.endsWith(".d.ts")) yield path;
  }
}

/** Calls with a spread or `apply` in their arguments, as text. */
function spreadsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const applied = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "apply";
      if (applied || node.arguments?.some(ts.isSpreadElement)) found.push(node.getText().replace(/\s+/g, " "));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

it("finds a spread into arguments, and none in a list or an object", () => {
  expect(spreadsIn("const a = [...b]; const c = { ...d }; f(g, ...[1, 2]); h.apply(null, k); new M(...n);")).toEqual([
    "f(g, ...[1, 2])",
    "h.apply(null, k)",
    "new M(...n)",
  ]);
});

it("no list of the caller's length is spread into the arguments of a call", () => {
  const found = ["lib", "plot", "run", "data"].flatMap((part) =>
    [...sources(join(root, part))].flatMap((file) =>
      spreadsIn(readFileSync(file, "utf8")).map((call) => `${relative(root, file).split(sep).join("/")}: ${call}`),
    ),
  );
  expect(found.sort()).toEqual(Object.keys(harmless).sort());
});
