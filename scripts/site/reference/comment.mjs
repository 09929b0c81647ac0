// A doc comment in its parts.
import ts from "typescript";

/**
 * @typedef {{
 *   text: string, parameters: readonly { name: string, text: string }[], returns: string | undefined,
 *   errors: readonly string[], examples: readonly string[], source: string | undefined,
 * }} Comment text: without the tags; source: what stands behind "Source:"
 */

/** The lines between the marks. */
function linesOf(/** @type {string} */ comment) {
  return comment
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
}

/** @param {string} text a doc comment with its marks @returns {Comment} */
export function partsOf(text) {
  /** @type {{ tag: string, lines: string[] }[]} */
  const parts = [{ tag: "", lines: [] }];
  for (const line of linesOf(text)) {
    const [, tag, rest = ""] = /^@(\w+) ?(.*)$/.exec(line) ?? [];
    const last = /** @type {{ tag: string, lines: string[] }} */ (parts.at(-1));
    if (tag !== undefined) parts.push({ tag, lines: [rest] });
    // An example ends at an empty line; what stands behind it is told of the name itself.
    else if (line === "" && last.tag === "example") parts.push({ tag: "", lines: [] });
    else last.lines.push(line);
  }
  const told = (/** @type {string} */ tag) =>
    parts.filter((part) => part.tag === tag).map(({ lines }) => lines.join("\n").replace(/^\n+|\s+$/g, ""));
  const paragraphs = told("")
    .join("\n\n")
    .split(/\n\n(?=\S)/);
  const isSource = (/** @type {string} */ paragraph) => /^Sources?: /.test(paragraph);
  return {
    text: paragraphs
      .filter((each) => !isSource(each))
      .join("\n\n")
      .trim(),
    parameters: told("param").map((each) => {
      const [, name = "", about = ""] = /^(\S+)\s*([\s\S]*)$/.exec(each) ?? [];
      return { name, text: about };
    }),
    returns: told("returns")[0],
    errors: told("throws"),
    examples: told("example"),
    source: paragraphs.find(isSource)?.replace(/^Sources?: /, ""),
  };
}

/** The last doc comment before a declaration, as the compiler takes it. @param {ts.Node} node @returns {Comment} */
export function readComment(node) {
  const file = node.getSourceFile().text;
  const comments = (ts.getLeadingCommentRanges(file, node.getFullStart()) ?? [])
    .map(({ pos, end }) => file.slice(pos, end))
    .filter((text) => text.startsWith("/**"));
  return partsOf(comments.at(-1) ?? "");
}
