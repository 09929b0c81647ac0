// An exercise's cell as students get it: its judge in a form in which nobody reads the answer by accident.
import { transformSync } from "esbuild";
import { declarationsOf, exerciseCalls, namesReadBy, parseCell } from "../notebooks/cellCode.mjs";

/** Names that a cell gives to the cells after it, its values only. */
export const namesOf = (/** @type {string} */ source) =>
  declarationsOf(source).flatMap(({ name, isType }) => (isType ? [] : name));

/**
 * The judge of a cell's exercise as JavaScript, what it reads of the notebook, and where it stands; undefined if there is none.
 * @param {string} source
 * @param {ReadonlySet<string>} known names that this cell and those before it declare
 */
export function judgeOf(source, known) {
  const [exercise] = exerciseCalls(parseCell(source));
  const judge = exercise?.call.arguments[2];
  if (judge === undefined) return undefined;
  const { code } = transformSync(`judge=(${judge.getText()})`, { loader: "ts", minify: true, target: "es2022" });
  const text = code.trim().replace(/^judge=|;$/g, "");
  const reads = [...new Set(namesReadBy(judge))].filter((name) => known.has(name)).sort();
  return { text, reads, from: judge.getStart(), to: judge.end };
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
