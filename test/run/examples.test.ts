// Every @example in run runs and gives the value in its comment: `expression; // => value`. So does the README's task.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import * as run from "../../run/index";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "run");
const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/@example\n([\s\S]*?)\*\//g)].map(([, block = ""]) => ({
      file,
      code: block.replace(/^ \* ?/gm, "").trim(),
    })),
  );

/** Runs code in a folder, and gives the value of an expression after it. */
function value(code: string, expression: string, place = folder): Promise<unknown> {
  const imports = /^import \{ (.*) \} from (".*");.*$/gm;
  const js = ts.transpile(`${code.replace(imports, "const { $1 } = load($2);")}\nreturn ${expression};`, {
    target: ts.ScriptTarget.ES2022,
  });
  const require = createRequire(join(place, "cell.js"));
  const load = (name: string) => (name === "@emergence/run" ? run : require(name));
  return new Function("load", `return (async () => { ${js} })();`)(load);
}

test("there is one for each function", () => {
  const text = examples.map(({ code }) => code).join("\n");
  expect(Object.keys(run).filter((name) => !text.includes(`${name}(`))).toEqual([]);
});

test.each(examples)("$file", async ({ code }) => {
  const [, body = "", last = "", wanted = ""] = /^([\s\S]*?)^(.*); \/\/ => (.*)$/m.exec(code) ?? [];
  expect(await value(body, last)).toEqual(new Function(`return ${wanted};`)());
});

test("the README's task runs, and reverses oftener on a small lattice, oftener when hot", async () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const [, file = "", task = ""] = /```js\n\/\/ (\S+)\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, cell = ""] = /```ts\n(import \{ flips[\s\S]*?)```/.exec(readme) ?? [];
  const mine = mkdtempSync(join(root, "notebooks", "mine", "readme-test-"));
  try {
    writeFileSync(join(mine, file), task);
    const code = `import { sweep } from "@emergence/run";\n${cell.replace("seed: 1", "seed: 1, cache: false")}`;
    const counts = (await value(code, "rows.map(({ value }) => value)", mine)) as number[];
    const [four = 0, fourHot = 0, eight = 0, eightHot = 0] = counts;
    expect([four > eight, fourHot > four, eightHot > eight]).toEqual([true, true, true]);
  } finally {
    rmSync(mine, { recursive: true });
  }
});
