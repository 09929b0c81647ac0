// TypeScript in colours, by the parser and with the classes of the editor, so that nothing changes when a cell becomes live.
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { escapeHtml } from "./text.mjs";

/** What the style gives a colour: the rest would only make pages longer. */
const coloured = new Set(
  ["keyword", "bool", "null", "string", "string2", "number", "comment", "typeName", "className"].map(
    (name) => `tok-${name}`,
  ),
);

export function highlighted(/** @type {string} */ code) {
  let html = "";
  highlightCode(
    code,
    typescriptLanguage.parser.parse(code),
    classHighlighter,
    (text, classes) => {
      const name = classes.split(" ").find((each) => coloured.has(each));
      html += name === undefined ? escapeHtml(text) : `<span class="${name}">${escapeHtml(text)}</span>`;
    },
    () => {
      html += "\n";
    },
  );
  return html;
}
