// An exercise's cell as students get it: its judge in a form in which nobody reads the answer by accident.
import { transformSync } from "esbuild";
import ts from "typescript";

const parsed = (/** @type {string} */ source) =>
  ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);

/** All nodes below one. @param {ts.Node} node @returns {ts.Node[]} */
const below = (node) => {
  /** @type {ts.Node[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ child) => {
    found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
};

/** Names that a binding introduces. @param {ts.BindingName} name @returns {string[]} */
const boundBy = (name) =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));

/** Names that a cell gives to the cells after it, its values only. */
export function namesOf(/** @type {string} */ source) {
  return parsed(source).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text ?? [];
    if (!ts.isImportDeclaration(statement)) return [];
    const { name, namedBindings, phaseModifier } = statement.importClause ?? {};
    if (phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
    const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
    const whole = namedBindings && ts.isNamespaceImport(namedBindings) ? [namedBindings.name.text] : [];
    return [name?.text ?? [], whole, named.filter(({ isTypeOnly }) => !isTypeOnly).map((one) => one.name.text)].flat();
  });
}

/** The judge of the cell's exercise, or undefined. */
function judgeIn(/** @type {ts.SourceFile} */ file) {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue;
    const { expression, arguments: given } = statement.expression;
    if (expression.getText(file) === "exercise") return given[2];
  }
  return undefined;
}

/** Names of the notebook that an expression reads. */
function readBy(/** @type {ts.Node} */ expression, /** @type {ReadonlySet<string>} */ known) {
  const used = [expression, ...below(expression)].filter((node) => {
    if (!ts.isIdentifier(node) || !known.has(node.text)) return false;
    const { parent } = node;
    const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
    const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
    return !isMember && !isKey && !ts.isTypeReferenceNode(parent) && !ts.isTypeQueryNode(parent);
  });
  return [...new Set(used.map((node) => node.getText()))].sort();
}

/**
 * The judge of a cell's exercise as JavaScript, what it reads of the notebook, and where it stands; undefined if there is none.
 * @param {string} source
 * @param {ReadonlySet<string>} known names that this cell and those before it declare
 */
export function judgeOf(source, known) {
  const file = parsed(source);
  const judge = judgeIn(file);
  if (judge === undefined) return undefined;
  const { code } = transformSync(`judge=(${judge.getText(file)})`, { loader: "ts", minify: true, target: "es2022" });
  const text = code.trim().replace(/^judge=|;$/g, "");
  return { text, reads: readBy(judge, known), from: judge.getStart(file), to: judge.end };
}

/** The cell with its judge sealed; as it is if it has no exercise. @param {string} source @param {ReadonlySet<string>} known */
export function sealCell(source, known) {
  const judge = judgeOf(source, known);
  if (judge === undefined) return source;
  const text = Buffer.from(judge.text, "utf8").toString("base64");
  // In full: a stock tslab does not find what `{ none }` stands for.
  const scope = judge.reads.length === 0 ? "{}" : `{ ${judge.reads.map((name) => `${name}: ${name}`).join(", ")} }`;
  return `${source.slice(0, judge.from)}sealed("${text}", ${scope})${source.slice(judge.to)}`;
}
