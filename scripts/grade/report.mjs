// What the teacher gets: a table of grades, a sheet for what is graded by hand, and a page for each student.
import { writeCsv } from "./csv.mjs";

/** @typedef {import("./student.mjs").Result} Result @typedef {import("./course.mjs").Course} Course */
/** @typedef {{ student: string, file: string, result: Result }} Row */

const round = (/** @type {number} */ points) => Math.round(points * 100) / 100;

/** @param {Result} result */
export function totals({ exercises, texts }) {
  const sum = (/** @type {(number | null)[]} */ all) =>
    round(all.reduce((/** @type {number} */ a, b) => a + (b ?? 0), 0));
  return {
    points: sum([...exercises, ...texts].map(({ points }) => points)),
    of: sum([...exercises, ...texts].map(({ of }) => of)),
    pending: texts.filter(({ points }) => points === null).length,
  };
}

/** What was wrong, in a line. @param {Result} result */
const wrong = ({ exercises }) =>
  exercises
    .filter(({ state }) => state !== "right")
    .map(
      ({ title, state, hint }) =>
        `${title}: ${[state === "wrong" || state === "partly right" ? "" : state, hint].filter(Boolean).join(", ") || state}`,
    )
    .join("; ");

/** @param {Course} course @param {Row[]} rows */
export function gradesCsv(course, rows) {
  const asked = [...course.exercises, ...course.byHand];
  const head = [
    "student",
    "file",
    "status",
    "points",
    "of",
    ...asked.map(({ title, points }) => `${title} (${points})`),
    "to grade by hand",
    "what was wrong",
    "notes",
  ];
  const body = rows.map(({ student, file, result }) => {
    const { points, of, pending } = totals(result);
    const each = [
      ...result.exercises.map((one) => round(one.points)),
      ...result.texts.map((one) => one.points ?? "by hand"),
    ];
    return [student, file, result.status, points, of, ...each, pending || "", wrong(result), result.notes.join("; ")];
  });
  return writeCsv([head, ...body]);
}

export const sheetColumns = ["student", "exercise", "of", "points", "comment", "rubric", "text"];

/** The sheet that a person fills in; what is filled in already stays. @param {Row[]} rows */
export function handSheet(rows) {
  const body = rows.flatMap(({ student, result }) =>
    result.texts
      .filter(({ text }) => text !== "")
      .map(({ title, of, points, comment, rubric, text }) => [student, title, of, points ?? "", comment, rubric, text]),
  );
  return writeCsv([sheetColumns, ...body]);
}

/**
 * Puts what a person has filled in into the results. A text that was handed in anew since is to be graded anew.
 * @param {Row[]} rows @param {Record<string, string>[]} sheet
 * @returns {string[]} what cannot be taken, and why
 */
export function mergeSheet(rows, sheet) {
  const complaints = [];
  const plain = (/** @type {string} */ text) =>
    text
      .replace(/^'(?=[=+\-@])/, "")
      .replace(/\r\n?/g, "\n")
      .trim();
  for (const line of sheet) {
    if (line.points?.trim() === "" || line.points === undefined) continue;
    const who = `${line.student}, ${line.exercise}`;
    const row = rows.find(({ student }) => student === plain(line.student ?? ""));
    const text = row?.result.texts.find(({ title }) => title === plain(line.exercise ?? ""));
    const points = Number(line.points.replace(",", "."));
    if (text === undefined) complaints.push(`${who}: not among the submissions`);
    else if (!(points >= 0 && points <= text.of))
      complaints.push(`${who}: points ${line.points}, needs a number from 0 to ${text.of}`);
    else if (plain(line.text ?? "") !== plain(text.text))
      complaints.push(`${who}: the text is another one now, so it is to be graded anew`);
    else Object.assign(text, { points, comment: line.comment ?? "" });
  }
  return complaints;
}

const escaped = (/** @type {unknown} */ text) => `${text}`.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @type {Record<string, [sign: string, word: string]>} */
const looks = {
  right: ["✓", "right"],
  "partly right": ["◐", "partly right"],
  wrong: ["✗", "not yet"],
  open: ["○", "open"],
  hand: ["✎", "by hand"],
};

const style = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --back: #fff; --code: #f6f8fa;
  --right: #1a7f37; --partly: #9a6700; --wrong: #bc4c00; --open: #59636e; --hand: #0969da }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --back: #0d1117; --code: #151b23;
  --right: #3fb950; --partly: #d29922; --wrong: #f0883e; --open: #9198a1; --hand: #4493f8 } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; margin-bottom: 0 } .sum { font-size: 1.15rem; margin: .25rem 0 1rem } .quiet { color: var(--quiet) }
section { border-top: 1px solid var(--line); padding: .75rem 0 } h2 { font-size: 1.05rem; margin: 0; display: flex; gap: .6rem; align-items: baseline }
h2 .points { margin-left: auto; white-space: nowrap; font-weight: normal } .sign { font-weight: bold }
.right .sign { color: var(--right) } .partly .sign { color: var(--partly) } .wrong .sign { color: var(--wrong) } .open .sign { color: var(--open) } .hand .sign { color: var(--hand) }
p { margin: .4rem 0; overflow-wrap: anywhere } pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; overflow-x: auto; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere }
.status { border-left: 4px solid var(--wrong); padding-left: .8rem; margin: 1rem 0 }`;

/** @param {string} look @param {string} title @param {string} points @param {string} body */
function section(look, title, points, body) {
  const [sign, word] = /** @type {[string, string]} */ (looks[look]);
  return `<section class="${look.split(" ")[0]}"><h2><span class="sign" role="img" aria-label="${word}">${sign}</span><span>${escaped(title)}</span><span class="points">${points}</span></h2>${body}</section>`;
}

const block = (/** @type {string} */ text) =>
  text === "" ? "" : `<pre>${escaped(text.length > 4000 ? `${text.slice(0, 4000)}\n…` : text)}</pre>`;
const paragraph = (/** @type {string} */ text, kind = "") =>
  text === "" ? "" : `<p${kind && ` class="${kind}"`}>${escaped(text)}</p>`;

/** One page, which needs nothing beside it. @param {Row} row @param {Course} course */
export function feedbackPage({ student, file, result }, course) {
  const { points, of, pending } = totals(result);
  const parts = result.exercises.map(({ title, state, points, of, hint, answer }) =>
    section(
      state,
      title,
      `${round(points)} of ${of}`,
      paragraph(hint && sentence(hint)) + (state === "open" && answer.length < 40 ? "" : block(answer)),
    ),
  );
  const texts = result.texts.map(({ title, of, points, rubric, text, comment }) => {
    const given = points === null ? `of ${of}, to come` : `${round(points)} of ${of}`;
    return section(
      text === "" ? "open" : "hand",
      title,
      given,
      paragraph(comment) + block(text) + paragraph(rubric && `What counts: ${rubric}`, "quiet"),
    );
  });
  const troubled = result.status !== "graded";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(student)}: ${escaped(course.label)}</title><style>${style}</style></head><body>
<h1>${escaped(student)}</h1><p class="quiet">${escaped(course.label)}${file && ` · ${escaped(file.split("/").at(-1))}`}</p>
<p class="sum"><b>${points}</b> of ${of} points${pending ? `, ${pending} ${pending === 1 ? "text" : "texts"} still to be read` : ""}</p>
${troubled ? `<p class="status">${escaped(sentence(result.status))}</p>` : ""}
${result.notes.map((note) => paragraph(sentence(note), "quiet")).join("\n")}
${[...parts, ...texts].join("\n")}
</body></html>
`;
}

const sentence = (/** @type {string} */ text) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
