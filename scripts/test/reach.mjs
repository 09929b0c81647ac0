// Which tests a change reaches. vitest's own answer goes by files, and since tests import a room through its index, which
// imports all of the room, that would be nearly every test. Here an index is only a list of names, and a test reaches what
// stands behind the names that it imports.
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { root } from "../setup/places.mjs";

/** @typedef {{ from: string, names: Map<string, string> | "all" }} Import names as an export calls them, to what they are called there */
/** @typedef {{ imports: Import[], literals: string[], isIndex: boolean }} Module */

const isModule = (/** @type {string} */ file) => /\.(ts|mts|mjs|cjs)$/.test(file);
const isFile = (/** @type {string} */ file) => existsSync(file) && statSync(file).isFile();

/** The file that an import means, or undefined if it is not of this clone. */
function resolve(/** @type {string} */ name, /** @type {string} */ importer) {
  const [scope, workspace = "", ...rest] = name.split("/");
  if (!name.startsWith(".") && scope !== "@emergence") return undefined;
  const path = name.startsWith(".") ? join(dirname(importer), name) : join(root, workspace, ...rest);
  return [path, `${path}.ts`, path.replace(/\.js$/, ".ts"), join(path, "index.ts")].find(isFile);
}

/** @returns {Import["names"] | undefined} undefined: only types, which are gone when it runs */
function namesOf(/** @type {ts.NamedImports | ts.NamedExports} */ list) {
  const running = [...list.elements].filter((element) => !element.isTypeOnly);
  if (running.length === 0 && list.elements.length > 0) return undefined;
  return new Map(
    running.map(({ name, propertyName }) => {
      const there = (propertyName ?? name).text;
      return [ts.isNamedExports(list) ? name.text : there, there];
    }),
  );
}

/** @returns {Import | undefined} */
function importOf(/** @type {ts.Node} */ node) {
  const from = (/** @type {ts.Expression | undefined} */ text) => (text && ts.isStringLiteral(text) ? text.text : "");
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined;
    const bound = clause?.namedBindings;
    const names = bound && ts.isNamedImports(bound) && !clause.name ? namesOf(bound) : "all";
    return names && { from: from(node.moduleSpecifier), names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly) {
    const { exportClause: clause } = node;
    if (clause !== undefined && ts.isNamespaceExport(clause))
      return { from: from(node.moduleSpecifier), names: new Map([[clause.name.text, "*"]]) };
    const names = clause === undefined ? "all" : namesOf(clause);
    return names && { from: from(node.moduleSpecifier), names };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { from: from(node.arguments[0]), names: "all" };
  return undefined;
}

/** @type {Map<string, Module>} */
const modules = new Map();

function read(/** @type {string} */ file) {
  const before = modules.get(file);
  if (before !== undefined) return before;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  /** @type {Import[]} */
  const imports = [];
  /** @type {string[]} */
  const literals = [];
  const look = (/** @type {ts.Node} */ node) => {
    const found = importOf(node);
    if (found !== undefined) imports.push(found);
    else if (ts.isStringLiteralLike(node)) literals.push(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  const isIndex = source.statements.every((each) => ts.isExportDeclaration(each) && each.moduleSpecifier !== undefined);
  const module = { imports, literals, isIndex };
  modules.set(file, module);
  return module;
}

/**
 * @param {string} file
 * @param {string[] | "all"} wanted
 * @param {Map<string, string[]>} named files of this clone by their last name, which a test or script may mention
 * @param {Set<string>} reached files, and `file#name` for what is taken from an index
 */
function visit(file, wanted, named, reached) {
  if (!isModule(file)) return void reached.add(file);
  const { imports, literals, isIndex } = read(file);
  const keys = isIndex && wanted !== "all" ? wanted.map((name) => `${file}#${name}`) : [file];
  if (keys.every((key) => reached.has(key))) return;
  for (const key of keys) reached.add(key);
  for (const { from, names } of imports) {
    const target = resolve(from, file);
    if (target === undefined) continue;
    if (!isIndex || wanted === "all") visit(target, names === "all" ? "all" : [...names.values()], named, reached);
    else if (names === "all") visit(target, wanted, named, reached);
    else {
      const there = wanted.flatMap((name) => names.get(name) ?? []);
      if (there.length > 0) visit(target, there.includes("*") ? "all" : there, named, reached);
    }
  }
  // A file that is opened, or a program that is started.
  const [top = ""] = relative(root, file).split(sep);
  if (!["test", "scripts"].includes(top) || mentions.includes(relative(root, file).replaceAll(sep, "/"))) return;
  for (const text of literals) {
    const last = text.split("/").at(-1) ?? "";
    if (/.\.[a-z]+$/.test(last)) for (const path of named.get(last) ?? []) visit(path, "all", named, reached);
  }
}

/** What stands here and its test: they name files that they do not open. */
const mentions = ["scripts/test/reach.mjs", "test/scripts/reach.test.ts"];

/** The test that reads every source of these workspaces, by listing folders. */
const readsAll = { test: "test/lib/spreads.test.ts", workspaces: ["lib", "plot", "run", "data"] };

const hasModuleIn = (/** @type {Set<string>} */ reached, /** @type {string} */ folder) =>
  [...reached].some((file) => isModule(file) && file.startsWith(join(root, folder)));

/**
 * The tests that import, open or start one of the changed files, at any depth.
 * @param {string[]} changed paths from the clone
 * @param {string[]} files all files of the clone
 * @returns {string[]}
 */
export function testsReaching(changed, files) {
  /** @type {Map<string, string[]>} */
  const named = new Map();
  for (const file of files) named.set(basename(file), [...(named.get(basename(file)) ?? []), join(root, file)]);
  const tests = files.filter((file) => file.endsWith(".test.ts") && existsSync(join(root, file)));
  const workspaces = changed.map((file) => file.split("/")[0]);
  return tests.filter((test) => {
    // Examples stand in the doc comments of a workspace, whose files are found by listing folders.
    if (workspaces.some((workspace) => test === `test/${workspace}/examples.test.ts`)) return true;
    if (readsAll.test === test && workspaces.some((workspace) => readsAll.workspaces.includes(workspace ?? "")))
      return true;
    /** @type {Set<string>} */
    const reached = new Set();
    visit(join(root, test), "all", named, reached);
    // These open files by names that are put together when they run: a table, a worker's code. There a workspace counts whole.
    const whole = ["data", "run"].map((folder) => `${folder}/`).filter((folder) => hasModuleIn(reached, folder));
    return changed.some((file) => reached.has(join(root, file)) || whole.some((folder) => file.startsWith(folder)));
  });
}
