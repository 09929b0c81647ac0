// What a cell must not do although it compiles: it runs slowly or not at all under a stock tslab, or says too much at once.
import ts from "typescript";
import { type Cell, located, type Program } from "./cells.js";

/** The budget counts lines as they stand; this counts lines of code, in solutions and in notebooks that are not yet cut. */
const longest = 16;
const publicName = /^(@emergence\/(lib|lib\/\w+|plot|data|data\/frame|run)|d3-array|node:\w+(\/\w+)?)$/;

/** Lines of code, comments and blank lines not counted. */
export function codeLines(source: string): number {
  const lines = new Set<number>();
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file);
    for (const child of children) visit(child);
    if (children.length > 0 || node.getWidth(file) === 0) return;
    const from = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
    const to = file.getLineAndCharacterOfPosition(node.getEnd()).line;
    for (let line = from; line <= to; line += 1) lines.add(line);
  };
  visit(file);
  return lines.size;
}

/** A node and all below it that runs with it: not the inside of functions, which are compiled as they stand. */
function* immediate(node: ts.Node): Generator<ts.Node> {
  yield node;
  if (ts.isFunctionLike(node)) return;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* immediate(child);
}

const assignments = [ts.SyntaxKind.FirstAssignment, ts.SyntaxKind.LastAssignment] as const;

function assignedIn(loop: ts.Node): ts.Identifier[] {
  return [...immediate(loop)].flatMap((node) => {
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      const isAssignment = kind >= assignments[0] && kind <= assignments[1];
      return isAssignment && ts.isIdentifier(node.left) ? [node.left] : [];
    }
    if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
    const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return counts && ts.isIdentifier(node.operand) ? [node.operand] : [];
  });
}

/** Whether the identifier is a variable of this or an earlier cell's top; each use goes through tslab's proxy. */
function isTopLevelVariable(identifier: ts.Identifier, { checker }: Program): boolean {
  const found = checker.getSymbolAtLocation(identifier);
  if (found === undefined) return false;
  const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const statement = declaration.parent.parent;
  const { fileName } = declaration.getSourceFile();
  return ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent) && /cell-\d+\.ts$/.test(fileName);
}

function slowLoop(node: ts.Node, program: Program): boolean {
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    return assignedIn(node).some((name) => isTopLevelVariable(name, program));
  }
  if (!ts.isForStatement(node) && !ts.isWhileStatement(node) && !ts.isDoStatement(node)) return false;
  return [...immediate(node)].some((child) => ts.isIdentifier(child) && isTopLevelVariable(child, program));
}

function complaint(node: ts.Node, program: Program): string | undefined {
  if (slowLoop(node, program)) return "a loop over top-level variables is some 500 times slower than in a function";
  if (ts.isForOfStatement(node) && node.awaitModifier) return "tslab cannot parse `for await` at top level";
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const { text } = node.moduleSpecifier;
    if (!publicName.test(text))
      return `imports ${text}; cells import public names of the kit, d3-array and node: modules`;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "require") {
    return "calls require; cells use import";
  }
  return undefined;
}

/** `{ x }` of an earlier cell's x is a ReferenceError under a stock tslab, in functions too: write `{ x: x }`. */
function shorthandOfEarlierCell(node: ts.Node, cell: Cell, program: Program): boolean {
  if (!ts.isShorthandPropertyAssignment(node)) return false;
  const symbol = program.checker.getShorthandAssignmentValueSymbol(node);
  return (
    symbol?.declarations?.some(
      (declaration) => ts.isImportSpecifier(declaration) && declaration.pos > cell.source.length,
    ) ?? false
  );
}

/** Renaming, in a pattern, a property that an earlier cell made fails under a stock tslab: `({ x: y }) => …` loses y. */
function renamedFromEarlierCell(node: ts.Node, { checker }: Program): boolean {
  if (!ts.isBindingElement(node) || node.propertyName === undefined || !ts.isIdentifier(node.propertyName))
    return false;
  const own = node.getSourceFile();
  const declarations = checker.getSymbolAtLocation(node.propertyName)?.declarations ?? [];
  return declarations
    .map((declaration) => declaration.getSourceFile())
    .some((file) => file !== own && /cell-\d+\.ts$/.test(file.fileName));
}

function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => everyNode(child, visit));
}

export function brokenRules(program: Program): string[] {
  return program.cells.flatMap((cell) => {
    const file = program.parsed(cell);
    const complaints: string[] = [];
    const own = file.statements.filter((statement) => statement.end <= cell.source.length);
    const say = (node: ts.Node, message: string) => complaints.push(located(cell, file, node.getStart(file), message));
    for (const statement of own) {
      for (const node of immediate(statement)) {
        const message = complaint(node, program);
        if (message !== undefined) say(node, message);
      }
      everyNode(statement, (node) => {
        const text = `{ ${node.getText(file)} }`;
        if (shorthandOfEarlierCell(node, cell, program)) {
          say(node, `the shorthand ${text} of an earlier cell's name fails under a stock tslab`);
        }
        if (renamedFromEarlierCell(node, program)) {
          say(node, `${text} renames a property that an earlier cell made, which fails under a stock tslab`);
        }
      });
    }
    const length = codeLines(cell.source);
    return length > longest
      ? [...complaints, `cell ${cell.number}: ${length} lines of code, at most ${longest}`]
      : complaints;
  });
}
