// Every public name of lib, plot, data and run with its declaration and doc comment, read by the TypeScript compiler from the
// declarations that the build emits: those are what a cell sees. TypeDoc was considered and left: its pages would have another look,
// search and theme than the site's, and its model says no more than the compiler does.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { root } from "../../setup/places.mjs";
import { partsOf, readComment } from "./comment.mjs";

/** @typedef {import("./comment.mjs").Comment} Comment */
/** @typedef {{ name: string, type: string, comment: Comment }} Member */
/** @typedef {"function" | "value" | "type"} Kind */
/**
 * @typedef {{
 *   name: string, kind: Kind, signatures: readonly string[], comments: readonly Comment[], members: readonly Member[], file: string,
 *   home: string | undefined,
 * }} Entry name: as a cell writes it, "curves.logistic" in a namespace; home: the page where it is told, if that is another one
 */
/** @typedef {{ specifier: string, page: string, entries: readonly Entry[] }} Module */

/** What a cell can import: specifier, name of its page, its declarations from the clone. */
function modulesOf() {
  const rooms = readdirSync(join(root, "lib"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, "lib", entry.name, "index.ts")))
    .map(({ name }) => ({ specifier: `@emergence/lib/${name}`, page: name, file: `lib/dist/${name}/index.d.ts` }));
  return [
    ...rooms,
    { specifier: "@emergence/plot", page: "plot", file: "plot/dist/index.d.ts" },
    { specifier: "@emergence/data", page: "data", file: "data/dist/index.d.ts" },
    { specifier: "@emergence/data/frame", page: "frame", file: "data/dist/frame.d.ts" },
    { specifier: "@emergence/run", page: "run", file: "run/dist/index.d.ts" },
  ];
}

/** The source of a declaration, from the clone. */
const sourceOf = (/** @type {ts.Node} */ node) =>
  relative(root, node.getSourceFile().fileName)
    .replaceAll("\\", "/")
    .replace("/dist/", "/")
    .replace(/\.d\.ts$/, ".ts");

/** The text of a declaration without its comments, `export` and `declare`, its lines at one indentation. */
function textOf(/** @type {ts.Node} */ node) {
  const printer = ts.createPrinter({ removeComments: true });
  return printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/^export (declare )?/, "")
    .replace(/^ +/gm, (spaces) => " ".repeat(spaces.length / 2));
}

/** What is wider than a line goes with one parameter per line. */
function signatureOf(/** @type {ts.FunctionDeclaration} */ node) {
  const text = textOf(node);
  if (text.length <= 96) return text;
  const parameters = node.parameters.map((parameter) => `\n  ${textOf(parameter)},`).join("");
  const generic = node.typeParameters ? `<${node.typeParameters.map(textOf).join(", ")}>` : "";
  const returned = node.type ? `: ${textOf(node.type)}` : "";
  return `function ${node.name?.text}${generic}(${parameters}\n)${returned};`;
}

/** The members of an interface, of an object type, or of one that is made of some. @returns {readonly ts.TypeElement[]} */
function membersIn(/** @type {ts.Node | undefined} */ node) {
  if (node === undefined) return [];
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) return node.members;
  return ts.isTypeAliasDeclaration(node) ? membersIn(node.type) : [];
}

/** @param {ts.TypeElement} node @returns {Member[]} */
function memberOf(node) {
  const name = node.name?.getText() ?? "";
  if (ts.isPropertySignature(node)) {
    const optional = node.questionToken ? "?" : "";
    return [{ name: name + optional, type: node.type ? textOf(node.type) : "", comment: readComment(node) }];
  }
  return ts.isMethodSignature(node) ? [{ name, type: textOf(node), comment: readComment(node) }] : [];
}

/** The head of a type whose members are listed below it. */
function headOf(/** @type {ts.Declaration} */ node) {
  if (!ts.isInterfaceDeclaration(node)) return undefined;
  const generic = node.typeParameters ? `<${node.typeParameters.map(textOf).join(", ")}>` : "";
  const bases = node.heritageClauses?.map((clause) => ` ${textOf(clause)}`).join("") ?? "";
  return `interface ${node.name.text}${generic}${bases}`;
}

/** A file that is exported as a whole, under a name, with the comment that it begins with. @param {string} name @param {ts.SourceFile} file @returns {Omit<Entry, "home">} */
function namespaceOf(name, file) {
  const source = sourceOf(file);
  // The emitted declarations lose a comment that stands above an import.
  const [comment = ""] = /^\/\*\*[\s\S]*?\*\//.exec(readFileSync(join(root, source), "utf8")) ?? [];
  return {
    name,
    kind: "value",
    signatures: [`namespace ${name}`],
    comments: [partsOf(comment)],
    members: [],
    file: source,
  };
}

/** @param {string} name @param {ts.Symbol} symbol @returns {Omit<Entry, "home">} */
function entryOf(name, symbol) {
  const declarations = symbol.declarations ?? [];
  const [first] = declarations;
  if (first === undefined) throw new Error(`the reference: ${name} has no declaration`);
  if (ts.isSourceFile(first)) return namespaceOf(name, first);
  const functions = declarations.filter(ts.isFunctionDeclaration);
  const members = membersIn(first).flatMap(memberOf);
  const file = sourceOf(first);
  const comments = (functions.length > 0 ? functions : [first]).map((each) => readComment(documented(each)));
  if (functions.length > 0)
    return { name, kind: "function", signatures: functions.map(signatureOf), comments, members: [], file };
  if (ts.isVariableDeclaration(first))
    return { name, kind: "value", signatures: [`const ${textOf(first)};`], comments, members: [], file };
  if (ts.isClassDeclaration(first))
    return { name, kind: "value", signatures: [textOf(first)], comments, members: [], file };
  const isList = ts.isTypeAliasDeclaration(first) && members.length > 0;
  const signature = headOf(first) ?? (isList ? `type ${first.name.text}` : textOf(first));
  return { name, kind: "type", signatures: [signature], comments, members, file };
}

/** The node that carries the comment: for a variable its statement. */
const documented = (/** @type {ts.Declaration} */ node) => (ts.isVariableDeclaration(node) ? node.parent.parent : node);

/** @returns {readonly Module[]} every module with its public names, in the order of the alphabet */
export function readDeclarations() {
  const modules = modulesOf();
  const program = ts.createProgram(
    modules.map(({ file }) => join(root, file)),
    { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node20, skipLibCheck: true, strict: true, types: [] },
  );
  const checker = program.getTypeChecker();
  const actual = (/** @type {ts.Symbol} */ symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  /** The page where each symbol is told: its module's own, where more than one exports it. @type {Map<ts.Symbol, string>} */
  const homes = new Map();

  /** @param {ts.Symbol} symbol @param {string} prefix @returns {{ name: string, symbol: ts.Symbol }[]} */
  const named = (symbol, prefix) => {
    const name = prefix + symbol.name;
    const target = actual(symbol);
    if (!(target.flags & ts.SymbolFlags.ValueModule)) return [{ name, symbol: target }];
    const inside = checker.getExportsOfModule(target).flatMap((each) => named(each, `${name}.`));
    return [{ name, symbol: target }, ...inside];
  };

  const found = modules.map((module) => {
    const file = program.getSourceFile(join(root, module.file));
    const symbol = file && checker.getSymbolAtLocation(file);
    if (symbol === undefined)
      throw new Error(`the reference: ${module.file} is missing or empty; npm run build writes it`);
    const names = checker.getExportsOfModule(symbol).flatMap((each) => named(each, ""));
    for (const { symbol: each } of names) {
      const own = sourceOf(/** @type {ts.Declaration} */ (each.declarations?.[0])).includes(`/${module.page}/`);
      if (own || !homes.has(each)) homes.set(each, module.page);
    }
    return { ...module, names };
  });
  return found.map(({ specifier, page, names }) => ({
    specifier,
    page,
    entries: names
      .map(({ name, symbol }) => ({
        ...entryOf(name, symbol),
        home: homes.get(symbol) === page ? undefined : homes.get(symbol),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, "en")),
  }));
}
