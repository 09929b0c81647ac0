// All students, some at a time. Each worker has a judge of its own.
import { judgeOf } from "./judge.mjs";
import { gradeFile, nothing } from "./student.mjs";

/** @typedef {import("./report.mjs").Row} Row */

/**
 * @param {import("./hand.mjs").HandIn[]} people
 * @param {import("./course.mjs").Course} course
 * @param {{ jobs: number, timeout: number, memory: number, hidden: string[], nameOf: (path: string) => string, onDone: (row: Row) => void }} options
 * @returns {Promise<Row[]>} in the order of the people
 */
export async function gradeAll(people, course, { jobs, nameOf, onDone, ...limits }) {
  /** @type {Row[]} */
  const rows = [];
  const queue = people.map((person, index) => ({ ...person, index }));
  async function work() {
    const judge = judgeOf(course, limits.timeout);
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { student, files, index } = next;
        const [path, ...older] = files;
        const result =
          path === undefined
            ? nothing(course, "no notebook was handed in")
            : await gradeFile(path, course, { judge, ...limits });
        if (older.length > 0) result.notes.unshift(`${files.length} notebooks were handed in; the newest was graded`);
        const row = { student, file: path === undefined ? "" : nameOf(path), result };
        rows[index] = row;
        onDone(row);
      }
    } finally {
      judge.close();
    }
  }
  await Promise.all(Array.from({ length: Math.min(jobs, people.length) }, work));
  flagOwn(rows);
  return rows;
}

/** Two students with the same data of their own: one of them has taken the other's name. @param {Row[]} rows */
function flagOwn(rows) {
  for (const row of rows) {
    const { own } = row.result;
    if (own === undefined) continue;
    const same = rows.filter(
      (other) => other !== row && other.result.own?.trim().toLowerCase() === own.trim().toLowerCase(),
    );
    row.result.notes.unshift(
      `data of "${own}"${same.length > 0 ? `, as ${same.map(({ student }) => student).join(", ")}` : ""}`,
    );
  }
}
