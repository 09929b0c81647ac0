// `npm run grade FOLDER`: a folder of submissions becomes a table of grades and a page of feedback for each student.
import "./setup/refuseOldNode.mjs";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { counted } from "./counted.mjs";
import { handedIn, nameIn } from "./grade/hand.mjs";
import { here } from "./setup/here.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { whenNpmEnds } from "./setup/npm.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

const help = `npm run grade -- FOLDER [options]

Grades submissions: FOLDER holds a notebook or a folder for each student, as a learning platform gives them out.
Writes grades.csv, by-hand.csv (texts that a person grades: fill in points, and run this again) and a page for each student.

  --notebook NAME  the course's notebook, such as 04 or a path (default: the one that the submissions resemble most)
  --out DIR        where to write (default: grades beside FOLDER)
  --timeout S      seconds for one student's notebook, and for the check of one answer (default: 300)
  --memory MB      memory of one student's notebook (default: 1024)
  --jobs N         students at the same time (default: 2)
  --help           shows this`;

/** @param {string} name @param {string} text @param {number} least */
function whole(name, text, least) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Problem(`--${name}: got ${text}, needs a whole number from ${least}.`);
}

function parseOptions() {
  try {
    const text = (/** @type {string} */ value) => /** @type {const} */ ({ type: "string", default: value });
    const { values, positionals } = parseArgs({
      options: {
        ...{
          notebook: { type: "string" },
          out: { type: "string" },
          timeout: text("300"),
          memory: text("1024"),
          jobs: text("2"),
        },
        help: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
    const limits = { timeout: whole("timeout", values.timeout, 1), memory: whole("memory", values.memory, 256) };
    return { ...values, ...limits, jobs: whole("jobs", values.jobs, 1), folders: positionals };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`npm run grade: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

async function main() {
  const { folders, help: wantsHelp, notebook, out, timeout, memory, jobs } = parseOptions();
  if (wantsHelp) return console.log(help);
  const [given, more] = folders;
  if (given === undefined || more !== undefined)
    throw new Problem(`npm run grade: got ${folders.length} folders, needs one.\n\n${help}`);
  const folder = resolve(here(), given);
  const people = handedIn(folder);
  await ensureSetup();
  const { courseFor } = await import("./grade/which.mjs");
  const { gradeAll } = await import("./grade/all.mjs");
  const { feedbackPage, gradesCsv, handSheet, mergeSheet, totals } = await import("./grade/report.mjs");
  const { readCsv } = await import("./grade/csv.mjs");
  const { endAll, hasNamespaces } = await import("./grade/sandbox.mjs");

  const course = courseFor(notebook, people);
  const target = resolve(here(), out ?? join(dirname(folder), "grades"));
  whenNpmEnds(endAll);
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.once(name, () => {
      endAll();
      process.exit(1);
    });
  console.log(
    `${counted(people.length, "submission")} of ${course.label}, ${counted(course.exercises.length + course.byHand.length, "exercise")}`,
  );
  if (!hasNamespaces())
    console.log("Note: this system does not let us cut the network off; docs/grading.md says what still holds.");
  let done = 0;
  const rows = await gradeAll(people, course, {
    ...{ jobs, timeout, memory, hidden: [join(root, "solutions"), join(root, ".git"), folder, target] },
    nameOf: (path) => nameIn(folder, path),
    onDone({ student, result }) {
      const { points, of } = totals(result);
      console.log(
        `[${++done}/${people.length}] ${student}: ${points} of ${of}${result.status === "graded" ? "" : `, ${result.status}`}`,
      );
    },
  });
  const sheet = join(target, "by-hand.csv");
  const complaints = existsSync(sheet) ? mergeSheet(rows, readCsv(readFileSync(sheet, "utf8"))) : [];
  for (const complaint of complaints) console.log(`by-hand.csv: ${complaint}`);
  writeWhole(join(target, "grades.csv"), gradesCsv(course, rows));
  if (course.byHand.length > 0) writeWhole(sheet, handSheet(rows));
  const used = new Set();
  for (const row of rows) {
    const plain = row.student.replace(/[^\p{L}\p{N} ._()-]+/gu, "-").replace(/^\.+/, "") || "student";
    let name = plain;
    for (let i = 2; used.has(name.toLowerCase()); i++) name = `${plain} ${i}`;
    used.add(name.toLowerCase());
    writeWhole(join(target, "feedback", `${name}.html`), feedbackPage(row, course));
  }
  const pending = rows.filter(({ result }) => totals(result).pending > 0).length;
  console.log(
    `Written to ${target}: grades.csv, ${counted(rows.length, "page")} in feedback/${pending ? `; in by-hand.csv texts of ${counted(pending, "student")} to grade` : ""}`,
  );
}

await runCommand(main);
