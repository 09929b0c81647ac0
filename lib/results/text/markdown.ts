import { type Kinds, optionsOf } from "../../core/require";
import type { ResultReport } from "../types";
import type { Block } from "./blocks";
import { checkReports } from "./checkReports";
import { type DocumentOptions, documentOf } from "./document";

/** Options of `reportMarkdown`. */
export type MarkdownOptions = DocumentOptions;

/** Kinds of the options, for their check. */
export const documentKinds: Kinds<DocumentOptions> = { title: "text", file: "text", remarks: "list" };

/**
 * Reports of curves as one Markdown text: how the file was read, an overview of several curves, and for each its scores, measures, forecast and
 * verdicts; then what each definition asks. The figure is told in a sentence.
 *
 * @param reports as `resultReport` gives them
 * @param options `title`; `file`, its name; `remarks`, how it was read
 * @throws RangeError for no reports, or what is none
 * @example
 * import { reportMarkdown, resultReport } from "@emergence/lib/results";
 * const evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0.4, 0.9], trials: 200, chance: 0 };
 * reportMarkdown([resultReport({ id: "a", name: "a jump", evidence })], { title: "Mine" }).split("\n")[0]; // => "# Mine"
 */
export function reportMarkdown(reports: readonly ResultReport[], options: MarkdownOptions = {}): string {
  optionsOf("reportMarkdown", options, documentKinds);
  checkReports("reportMarkdown", reports, options);
  return `${documentOf(reports, options).map(markdown).join("\n\n")}\n`;
}

/** Names and sentences come from a file: what Markdown would read as markup is written out. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replace(/\s*\n\s*/g, " ");

function markdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${plain(block.text)}`;
    case "text":
      return plain(block.text);
    case "list":
      return block.items.map((item) => `- ${plain(item)}`).join("\n");
    case "figure":
      return `*Figure:* ${plain(block.text)}`;
    case "table": {
      if (block.rows.length === 0) return "(none)";
      const line = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
      return [line(block.head), `|${" --- |".repeat(block.head.length)}`, ...block.rows.map(line)].join("\n");
    }
  }
}
