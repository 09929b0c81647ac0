// From a file to its two reports.
import { basename, join, relative } from "node:path";
import { load, readResults } from "@emergence/data";
import { reportHtml, reportMarkdown, resultReport } from "@emergence/lib/results";
import { here } from "../setup/here.mjs";
import { Problem } from "../setup/problem.mjs";
import { writeWhole } from "../whole.mjs";
import { draw } from "./figures.mjs";

/** @typedef {import("./options.mjs").Options} Options */

/** Longest list of names on the screen. */
const mostNames = 8;

/** What a person can mend is a sentence; all else is a fault of the kit. @type {<T>(part: () => T) => T} */
function mendable(part) {
  try {
    return part();
  } catch (error) {
    if (error instanceof RangeError) throw new Problem(error.message.replace(/^readResults: /, ""));
    throw error;
  }
}

/** Reads, judges, draws and writes; says what it did. @param {Options} options */
export async function writeReports({ file, stem, out, title, figures: asked, reading }) {
  const curves = mendable(() => readResults(file, reading));
  for (const said of curves.remarks) console.log(`  ${said}`);
  const falsePositives = [...load("verdict-false-positives")];
  const reports = curves.map((curve) => mendable(() => resultReport(curve, { falsePositives })));
  const { figures, without } = await draw(reports, asked);
  const options = { title: title ?? `Does it emerge? ${stem}`, file: basename(file), remarks: [...curves.remarks] };
  const paths = ["md", "html"].map((ending) => join(out, `${stem}-verdicts.${ending}`));
  writeWhole(/** @type {string} */ (paths[0]), reportMarkdown(reports, options));
  writeWhole(/** @type {string} */ (paths[1]), reportHtml(reports, { ...options, figures, without }));
  for (const { name, scores, verdicts } of reports.slice(0, mostNames)) {
    const who = (/** @type {string} */ verdict) =>
      verdicts
        .filter((one) => one.verdict === verdict)
        .map(({ label }) => label)
        .join("; ") || "nobody";
    console.log(`${name} (${scores.length} scores)\n  yes: ${who("yes")}\n  no:  ${who("no")}`);
  }
  if (reports.length > mostNames) console.log(`and ${reports.length - mostNames} curves more`);
  if (Object.keys(figures).length === 0) console.log(without);
  const short = (/** @type {string} */ path) => relative(here(), path);
  for (const path of paths) console.log(short(path).startsWith("..") ? path : short(path));
}
