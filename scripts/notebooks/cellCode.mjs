// The code of a cell as TypeScript reads it: what it declares, what it reads, and its calls of `exercise`.
import ts from "typescript";

export const parseCell = (/** @type {string} */ source) =>
  ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);

/** @param {ts.Node} node @param {(node: ts.Node) => void} visit */
export function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The statements of a cell that call `exercise`. @param {ts.SourceFile} file */
export function exerciseCalls(file) {
  return file.statements.flatMap((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return [];
    const call = statement.expression;
    return ts.isIdentifier(call.expression) && call.expression.text === "exercise" ? [{ statement, call }] : [];
  });
}

/** Names that a binding introduces. @param {ts.BindingName} name @returns {string[]} */
const boundBy = (name) =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));

/**
 * Names that a cell gives to the cells after it, imports included.
 * @param {string} source
 * @returns {{ name: string, isType: boolean }[]} isType: a type alone, which no value has
 */
export function declarationsOf(source) {
  const of = (/** @type {readonly string[]} */ names, isType = false) => names.map((name) => ({ name, isType }));
  return parseCell(source).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return of(statement.declarationList.declarations.flatMap(({ name }) => boundBy(name)));
    if (ts.isImportDeclaration(statement)) {
      const { name, namedBindings, phaseModifier } = statement.importClause ?? {};
      const isType = phaseModifier === ts.SyntaxKind.TypeKeyword;
      const elements = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
      const whole = namedBindings && ts.isNamespaceImport(namedBindings) ? [namedBindings.name.text] : [];
      return [
        ...of([...(name === undefined ? [] : [name.text]), ...whole], isType),
        ...elements.flatMap((one) => of([one.name.text], isType || one.isTypeOnly)),
      ];
    }
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    const isValue =
      ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
    return (isType || isValue) && statement.name !== undefined ? of([statement.name.text], isType) : [];
  });
}

/** Names that an expression reads, in order; those that it declares itself are among them. @param {ts.Node} expression */
export function namesReadBy(expression) {
  /** @type {string[]} */
  const names = [];
  walk(expression, (node) => {
    if (!ts.isIdentifier(node)) return;
    const { parent } = node;
    const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
    const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
    if (!isMember && !isKey && !ts.isTypeNode(parent)) names.push(node.text);
  });
  return names;
}
