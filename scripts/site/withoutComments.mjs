import ts from "typescript";

/**
 * Built JavaScript without its comments, which the types beside it have too. Each line stays at its number, by which tracebacks
 * name it.
 * @param {string} text
 */
export function withoutComments(text) {
  const source = ts.createSourceFile("built.js", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  /** @type {Map<number, number>} */
  const ends = new Map();
  const note = (/** @type {readonly ts.CommentRange[] | undefined} */ ranges) => {
    for (const { pos, end } of ranges ?? []) ends.set(pos, end);
  };
  const visit = (/** @type {ts.Node} */ node) => {
    // The parts of a template are text, and what stands in them no comment.
    if (!ts.isTemplateMiddleOrTemplateTail(node) && !ts.isTemplateHead(node)) {
      note(ts.getLeadingCommentRanges(text, node.pos));
      note(ts.getTrailingCommentRanges(text, node.end));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let result = "";
  let at = 0;
  for (const [pos, end] of [...ends].sort(([one], [other]) => one - other)) {
    if (pos < at) continue;
    result += text.slice(at, pos).replace(/[ \t]+$/, "") + text.slice(pos, end).replace(/[^\n]+/g, "");
    at = end;
  }
  return result + text.slice(at);
}
