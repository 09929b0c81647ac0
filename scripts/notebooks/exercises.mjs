// Which exercise trains what: a page from the notebooks themselves.
import ts from "typescript";
import { readCourse, titlesIn } from "../grade/course.mjs";
import { namesReadBy, parseCell, walk } from "./cellCode.mjs";
import { joined } from "./format.mjs";
import { readNotebook } from "./refresh.mjs";
import { label, notebooksIn } from "./select.mjs";

/** @typedef {import("../grade/course.mjs").Exercise} Exercise */

/** What the kinds of exercises train, and how one is known. */
export const skills = {
  doubt: "find the choice on which a result rests: make it go away, come, or move",
  design: "write a rule, a measure or a ruler of one's own",
  words: "name or say it: one of several, or a sentence",
  derivation: "a number from a formula, on paper",
  measurement: "a number from the notebook's data or model",
};

/** Whether a judge needs nothing of the notebook: its right answer is arithmetic. @param {string} source @param {Exercise} exercise */
function isArithmetic(source, { call: [at], name }) {
  const file = parseCell(source);
  const made = new Set([name, "exercise", "Math", "Number", "NaN", "Infinity", "undefined"]);
  walk(file, (node) => {
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name))
      made.add(node.name.text);
  });
  const asked = file.statements.filter((statement) => statement.getStart() >= at);
  return asked.flatMap(namesReadBy).every((one) => made.has(one));
}

/** @param {string} source of the cell @param {Exercise} exercise @param {string} task @returns {keyof typeof skills} */
function skillOf(source, exercise, task) {
  if (/^(Make|Move|Break)\b/.test(task)) return "doubt";
  if (exercise.kind === "string") return "words";
  if (exercise.kind === "any") return "design";
  return isArithmetic(source, exercise) ? "derivation" : "measurement";
}

/** A sentence that says what to do. */
const asks = /\?$|(?:^\s*|: )(?:Choose|Compute|Draw|Filter|Find|Give|Invent|Make|Name|Put|Rewrite|Say|Write)\b/;

/** The first sentence or two of a task and, if they do not ask yet, its question; without the marks of Markdown that a table would trip over. @param {string} task */
function gist(task) {
  const plain = task
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<!--.*?-->/g, "")
    .replace(/\*+/g, "")
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .trim()
    .replace(/^Make the result go away\. (?=.)/, "");
  const sentences = plain.match(/.+?(?<!\.\.)[.?!](?=\s|$)/g) ?? [plain];
  let text = "";
  let taken = 0;
  for (const sentence of sentences) {
    if (text !== "" && text.length + sentence.length > 200) break;
    text += sentence;
    taken++;
  }
  const later = sentences.slice(taken);
  const isAsked = sentences.slice(0, taken).some((sentence) => asks.test(sentence));
  const asked = isAsked ? -1 : later.findIndex((sentence) => asks.test(sentence));
  if (asked >= 0) text += (asked === 0 ? "" : " …") + later[asked];
  return text
    .replace(/ \([^)]*$/, "") // a remark in brackets that goes on
    .trim();
}

const difficulties = ["★☆☆", "★★☆", "★★★"];
/** What stands in the place of stars where a person grades. */
const byHand = "by hand";

/**
 * Every exercise, and every text that a person grades.
 * @returns {{ notebook: string, heading: string, title: string, stars: string, points: number, skill: keyof typeof skills, task: string }[]}
 */
export function exercises() {
  return notebooksIn("notebooks").flatMap((path) => {
    const notebook = readNotebook(path);
    const { cells } = notebook;
    if (!cells.some(({ cell_type, source }) => cell_type === "code" && titlesIn(joined(source)).length > 0)) return [];
    const name = label(path);
    const heading = /^# (.+)$/m.exec(joined(cells[0]?.source))?.[1] ?? name;
    const course = readCourse(notebook, name);
    const texts = course.byHand.map(({ title, points, open }) => ({
      ...{ notebook: name, heading, title, stars: byHand, points, skill: /** @type {const} */ ("words") },
      task: gist((open.split("\n\n")[0] ?? "").replace(/^#+ /, "")),
    }));
    const judged = course.exercises.map((exercise) => {
      const at = cells.findIndex(({ id }) => id === exercise.cell);
      const [, number = "", stars = "", title = exercise.title] =
        /^(?:([^★☆]\S*) )?([★☆]+) (.*)$/.exec(exercise.title) ?? [];
      const prose = cells.slice(0, at).filter(({ cell_type }) => cell_type === "markdown");
      const begin = new RegExp(`\\*\\*${number && `${number} `}[★☆]`);
      // A figure may stand between the text that begins the task and the rest of it.
      const texts = prose.map(({ source }) => joined(source));
      const first = texts.map((text) => begin.test(text)).lastIndexOf(true);
      const said = texts.slice(first).join("\n\n");
      const from = said.search(begin);
      const task = said.slice(Math.max(0, from)).replace(/^[\s*\d.]*[★☆]+[\s*]*/, "");
      const skill = skillOf(joined(cells[at]?.source), exercise, task);
      return {
        notebook: name,
        heading,
        title: `${number} ${title}`.trim(),
        stars,
        points: exercise.points,
        skill,
        task: gist(task),
      };
    });
    return [...judged, ...texts];
  });
}

/** What a row says below an exercise's title; a point each goes without saying. @param {ReturnType<typeof exercises>[number]} exercise */
const about = ({ stars, skill, points }) => [stars, skill, ...(points === 1 ? [] : [`${points} points`])].join(" · ");

export function exercisesPage() {
  const all = exercises();
  const counted = Object.entries(skills).map(([skill, what]) => {
    const own = all.filter((one) => one.skill === skill);
    const counts = difficulties.map((stars) => own.filter((one) => one.stars === stars).length);
    return `| **${skill}**: ${what} | ${[own.length, ...counts].join(" | ")} |`;
  });
  const written = all.filter(({ stars }) => stars === byHand).length;
  const notebooks = [...new Set(all.map(({ notebook }) => notebook))].map((notebook) => {
    const own = all.filter((one) => one.notebook === notebook);
    const rows = own.map((one) => `| ${one.title}<br>${about(one)} | ${one.task} |`);
    return `## [${own[0]?.heading}](../${notebook})\n\n${["| exercise | task |", "| --- | --- |", ...rows].join("\n")}`;
  });
  return `# Which exercise trains what

${all.length} exercises in ${notebooks.length} notebooks. The kit judges ${all.length - written} of them; ${written} ${written === 1 ? "is" : "are"} graded ${byHand} ([grading](grading.md)).
Each is worth a point, unless its row says otherwise. Solutions are in [solutions](../solutions). \`npm run exercises\` writes this page from the notebooks.

| what it trains | all | ${difficulties.join(" | ")} |
| --- | ---: | ---: | ---: | ---: |
${counted.join("\n")}

${notebooks.join("\n\n")}
`;
}
