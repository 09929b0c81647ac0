// Every @example in run runs and gives the value in its comment: `expression; // => value`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import * as run from "../../run/index";

const folder = join(import.meta.dirname, "..", "..", "run");
const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/@example\n([\s\S]*?)\*\//g)].map(([, block = ""]) => ({
      file,
      code: block.replace(/^ \* ?/gm, "").trim(),
    })),
  );

test("there is one for each function", () => {
  const text = examples.map(({ code }) => code).join("\n");
  expect(Object.keys(run).filter((name) => !text.includes(`${name}(`))).toEqual([]);
});

test.each(examples)("$file", async ({ code }) => {
  const [, body = "", last = "", wanted = ""] = /^([\s\S]*?)^(.*); \/\/ => (.*)$/m.exec(code) ?? [];
  const imports = /^import \{ (.*) \} from "@emergence\/run";$/gm;
  const js = ts.transpile(`${body.replace(imports, "const { $1 } = run;")}\nreturn ${last};`, {
    target: ts.ScriptTarget.ES2022,
  });
  const got = await new Function("run", `return (async () => { ${js} })();`)(run);
  expect(got).toEqual(new Function(`return ${wanted};`)());
});
