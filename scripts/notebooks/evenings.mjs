// Two seminar evenings of 90 minutes and a single lecture, drawn from the main notebooks by tags: cells that are shown (`slide`)
// and cells that the speaker tells (`notes`), and an estimate of how long that takes.
import { basename, join } from "node:path";
import { counted } from "../counted.mjs";
import { root } from "../setup/places.mjs";
import { wordsOf } from "./budget.mjs";
import { figureOutputs, pictureType } from "./figures.mjs";
import { joined } from "./format.mjs";
import { readNotebook } from "./refresh.mjs";

/** @typedef {import("./format.mjs").Notebook} Notebook */
/** @typedef {{ cells: number, words: number, bets: number, figures: number }} Shown */

const pathsOf = (/** @type {readonly string[]} */ names) =>
  names.map((name) => join(root, "notebooks", `${name}.ipynb`));

/** The notebooks of each evening, in the order in which they are shown. */
export const evenings = [
  [
    "00-start-here",
    "01-more-is-different",
    "03-quantity-into-quality",
    "04-s-curves",
    "06-emergent-abilities",
    "07-minimal-pairs",
  ],
  ["08-sharp-and-unpredictable", "09-the-mirage", "11-in-context-learning", "12-always-cars", "15-what-we-mean"],
].map(pathsOf);

/** The notebooks of a single lecture: a curve, the definition, the objection, the word. */
export const lecture = pathsOf(["00-start-here", "06-emergent-abilities", "09-the-mirage", "15-what-we-mean"]);

/** The most cells that an evening shows. */
export const mostCells = 35;

const wordsPerMinute = 130; // read aloud
const minutesPer = { bet: 2, figure: 1 };

const isTagged = (/** @type {import("./format.mjs").Json} */ { metadata }) =>
  ["slide", "notes"].some((tag) => metadata.tags?.includes(tag));

/** What the tagged cells of a notebook hold. @returns {Shown} */
export function shownOf(/** @type {Notebook} */ { cells, ...rest }) {
  const shown = cells.filter(isTagged);
  const sources = (/** @type {string} */ type) =>
    shown.filter(({ cell_type }) => cell_type === type).map(({ source }) => joined(source));
  return {
    cells: shown.length,
    words: sources("markdown").reduce((sum, text) => sum + wordsOf(text), 0),
    bets: sources("code").filter((source) => /(?<![\w.])predict\(/.test(source)).length,
    figures: figureOutputs({ ...rest, cells: shown }).filter((output) => pictureType(output) !== undefined).length,
  };
}

/** Minutes that it takes to show them, an estimate: words read aloud, bets, figures. The run comes on top. */
export const minutesOf = (/** @type {Shown} */ { words, bets, figures }) =>
  words / wordsPerMinute + minutesPer.bet * bets + minutesPer.figure * figures;

/** @returns {Shown} */
const sumOf = (/** @type {Shown[]} */ rows) => {
  const sum = (/** @type {keyof Shown} */ key) => rows.reduce((total, row) => total + row[key], 0);
  return { cells: sum("cells"), words: sum("words"), bets: sum("bets"), figures: sum("figures") };
};

/** A row of a table. */
function line(/** @type {string} */ name, /** @type {Shown} */ shown, /** @type {number | undefined} */ seconds) {
  const { cells, figures, bets } = shown;
  const parts = [counted(cells, "cell"), counted(figures, "figure"), counted(bets, "bet")].join(", ");
  return `| ${name} | ${minutesOf(shown).toFixed(0)} | ${parts} | ${seconds === undefined ? "" : Math.round(seconds)} |`;
}

/**
 * The page that says what each evening shows.
 * @param {(path: string) => number | undefined} runTime seconds that the whole notebook took when it last ran
 */
export function pageOf(runTime) {
  const table = (/** @type {string} */ title, /** @type {readonly string[]} */ paths) => {
    const rows = paths.map((path) => ({ path, shown: shownOf(readNotebook(path)), seconds: runTime(path) }));
    const known = rows.flatMap(({ seconds }) => seconds ?? []);
    const total = known.length === rows.length ? known.reduce((sum, seconds) => sum + seconds, 0) : undefined;
    return [
      `## ${title}`,
      "",
      "| notebook | minutes | shows | run, s |",
      "| --- | ---: | --- | ---: |",
      ...rows.map(({ path, shown, seconds }) => {
        const name = basename(path, ".ipynb");
        return line(`[${name}](../notebooks/${name}.ipynb)`, shown, seconds);
      }),
      line("all", sumOf(rows.map(({ shown }) => shown)), total),
      "",
    ].join("\n");
  };
  const tables = evenings.map((paths, index) => table(`Evening ${index + 1}`, paths));
  return [intro, ...tables, table("A single lecture", lecture)].join("\n");
}

const intro = `# Two evenings

Two seminar evenings of 90 minutes. Each has at most ${mostCells} cells of its notebooks: those with the tag \`slide\` are shown, those with the
tag \`notes\` are told (JupyterLab shows the tags of a cell in its property inspector, the cogwheels at the right). All other cells
run unseen.

Minutes are an **estimate**: words told at ${wordsPerMinute} per minute, ${minutesPer.bet} minutes per bet, ${minutesPer.figure} per figure. Discussion comes on top.
"Run" is how long the whole notebook took when it last ran here: run it before the evening, and in the room only the cells of a bet.
For one hour there is a single lecture, drawn from both: a curve, the definition, the objection, the word.
\`npm run evenings\` writes this page.
`;
