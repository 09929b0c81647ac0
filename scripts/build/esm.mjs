// Writes the ES modules of lib and plot beside their CommonJS: for bundlers, which leave out what is not used. Node itself takes the CommonJS
// for `import` as well as for `require`, so that a session never has two copies of a module.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Workspaces that a page may bundle; data and run read files and start threads, and live in Node. */
export const bundled = ["lib", "plot"];

const sourcesOf = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(?<!\.d)\.ts$/.test(file) && !/^(dist|node_modules)[\\/]/.test(file),
  );

const twin = (/** @type {string} */ folder, /** @type {string} */ file) =>
  join(folder, "dist", "esm", file.replace(/\.ts$/, ".js"));

/** Whether each source has an ES module that is not older, and no module is left of a source that is gone. */
export function isFresh(/** @type {string} */ folder) {
  const sources = sourcesOf(folder);
  const esm = join(folder, "dist", "esm");
  const age = (/** @type {string} */ path) => statSync(path).mtimeMs;
  return (
    sources.every((file) => existsSync(twin(folder, file)) && age(twin(folder, file)) >= age(join(folder, file))) &&
    readdirSync(esm, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js")).length ===
      sources.length
  );
}

/** One source as an ES module: full names of files, as a page needs them, and imports in place of `require`. */
export function toModule(/** @type {string} */ text, /** @type {string} */ path) {
  const { outputText } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  /** @type {Set<string>} */
  const required = new Set();
  const body = outputText
    .replace(/(\bfrom\s*|^import\s*)"(\.[^"]+)"/gm, (_, before, name) => {
      const target = join(dirname(path), name);
      return `${before}"${name}${existsSync(`${target}.ts`) ? "" : "/index"}.js"`;
    })
    // What CommonJS loads late, a bundler leaves out where it is not used.
    .replace(/\brequire\("([^"]+)"\)/g, (_, name) => {
      required.add(name);
      return `required_${name.replace(/\W/g, "_")}`;
    });
  return (
    [...required].map((name) => `import * as required_${name.replace(/\W/g, "_")} from "${name}";\n`).join("") + body
  );
}

/** Writes the ES modules of one workspace: to a folder aside, which then takes the old one's place. */
export function writeModules(/** @type {string} */ folder) {
  const esm = join(folder, "dist", "esm");
  const aside = join(folder, "dist", "esm.new");
  rmSync(aside, { recursive: true, force: true });
  for (const file of sourcesOf(folder)) {
    const path = join(aside, file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, toModule(readFileSync(join(folder, file), "utf8"), join(folder, file)));
  }
  writeFileSync(join(aside, "package.json"), '{ "type": "module", "sideEffects": false }\n');
  rmSync(esm, { recursive: true, force: true });
  renameSync(aside, esm);
}
