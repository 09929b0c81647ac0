// The code of a page in Markdown, run and compiled as it stands: `expression; // => value` is held to what it promises.
import { join } from "node:path";
import ts from "typescript";
import { expect } from "vitest";
import { root } from "../scripts/setup/places.mjs";

/** All code of a page, in its order. */
export const codeOf = (page: string): string =>
  [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ""]) => block).join("\n");

/** Several blocks may import the same name; a module may not. */
function withoutRepeats(code: string): string {
  const seen = new Set<string>();
  return code.replace(/^import \{ ([^}]*) \} from ("[^"]+");$/gm, (_, names: string, from: string) => {
    const fresh = names.split(", ").filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    return fresh.length === 0 ? "" : `import { ${fresh.join(", ")} } from ${from};`;
  });
}

/** Runs the code. @returns how many values it promised */
export function run(code: string, modules: Readonly<Record<string, unknown>>): number {
  let promised = 0;
  const held = withoutRepeats(code).replace(/^(\S.*); \/\/ => (.*)$/gm, (line, expression, value) => {
    if (/^(const|let) /.test(line)) throw new Error(`promises a value of a declaration: ${line}`);
    promised++;
    return `promise(() => (${expression}), ${value}, ${JSON.stringify(expression)});`;
  });
  const script = ts.transpile(held, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 });
  const promise = (got: () => unknown, value: unknown, line: string) => expect(got(), line).toEqual(value);
  const load = (path: string) => {
    if (!(path in modules)) throw new Error(`the page imports ${path}, which its test does not know`);
    return modules[path];
  };
  new Function("require", "exports", "promise", script)(load, {}, promise);
  return promised;
}

/** What the compiler says of the code, strict. */
export function typeFaults(code: string): string[] {
  const file = join(root, "test", "thePage.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: ["node"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: {
      "@emergence/lib/*": [join(root, "lib", "*", "index.ts")],
      "@emergence/plot": [join(root, "plot", "index.ts")],
      "@emergence/data": [join(root, "data", "index.ts")],
      cephes: [join(root, "node_modules", "cephes", "index.d.ts")],
    },
  };
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => root;
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists.call(host, path);
  host.getSourceFile = (path, ...rest) =>
    path === file
      ? ts.createSourceFile(path, withoutRepeats(code), ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, path, ...rest);
  const program = ts.createProgram([file], options, host);
  const faults = program.getSemanticDiagnostics(program.getSourceFile(file));
  return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
