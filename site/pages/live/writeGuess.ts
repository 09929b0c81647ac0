// Where in a cell's code a guess belongs.
import { typescriptLanguage } from "@codemirror/lang-javascript";

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

type SyntaxNode = ReturnType<typeof typescriptLanguage.parser.parse>["topNode"];

interface List {
  readonly name: string;
  readonly items: readonly SyntaxNode[];
}

const marks = new Set(["(", ")", "[", "]", ","]);

/** The lists of the code: arguments of calls, with the name that is called, and elements of arrays. */
function listsOf(code: string): { calls: List[]; arrays: List[] } {
  const calls: List[] = [];
  const arrays: List[] = [];
  typescriptLanguage.parser.parse(code).iterate({
    enter({ name, node }) {
      if (name !== "ArgList" && name !== "ArrayExpression") return;
      const items: SyntaxNode[] = [];
      for (let child = node.firstChild; child; child = child.nextSibling) if (!marks.has(child.name)) items.push(child);
      const callee = node.parent?.name === "CallExpression" ? node.parent.firstChild : null;
      (name === "ArgList" ? calls : arrays).push({ name: callee ? code.slice(callee.from, callee.to) : "", items });
    },
  });
  return { calls, arrays };
}

/** The text of a string literal; undefined for anything else. */
function textOf(code: string, node: SyntaxNode | undefined): string | undefined {
  if (node?.name !== "String") return undefined;
  const inner = code.slice(node.from + 1, node.to - 1);
  return inner.replace(/\\u\{?([0-9a-f]+)\}?|\\(.)/gi, (_, point, sign) =>
    point ? String.fromCodePoint(Number.parseInt(point, 16)) : sign,
  );
}

/**
 * The change that writes a guess into a cell: as the last argument of the call whose first is the question, of its only `predict`,
 * or, where questions stand in an array, at the same place of the array of answers.
 *
 * @returns undefined where the code has no such place
 */
export function guessChange(code: string, question: string, guess: string | number): Change | undefined {
  const { calls, arrays } = listsOf(code);
  const insert = JSON.stringify(guess);
  const into = (node: SyntaxNode | undefined) => node && { from: node.from, to: node.to, insert };
  const asks = (node: SyntaxNode | undefined) => textOf(code, node) === question;

  const asking = calls.find(({ items }) => items.length > 1 && asks(items[0]));
  const predicting = calls.filter(({ name }) => name === "predict");
  const questions = arrays.find(({ items }) => items.some(asks));
  if (asking === undefined && questions !== undefined) {
    // As many answers as questions, each a text or still NaN.
    const isAnswer = (item: SyntaxNode) => item.name === "String" || code.slice(item.from, item.to) === "NaN";
    const answers = arrays.find(
      (other) => other !== questions && other.items.length === questions.items.length && other.items.every(isAnswer),
    );
    return into(answers?.items[questions.items.findIndex(asks)]);
  }
  // A question that is put together, such as `${name}: how many?`, is not found by its text.
  const call = asking ?? (predicting.length === 1 ? predicting[0] : undefined);
  const last = call?.items.at(-1);
  if (call?.name === "predict" && call.items.length === 2 && last)
    return { from: last.to, to: last.to, insert: `, ${insert}` };
  return into(last);
}
