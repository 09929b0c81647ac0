// One submission for nbgrader: reads a line of JSON, { notebook, course, hidden, timeout, memory }, and writes the result as JSON.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readCourse } from "../grade/course.mjs";
import { judgeOf } from "../grade/judge.mjs";
import { endAll } from "../grade/sandbox.mjs";
import { gradeSubmission, nothing } from "../grade/student.mjs";
import { beside } from "../grade/submission.mjs";
import { readNotebook } from "../notebooks/refresh.mjs";
import { root } from "../setup/places.mjs";
import { runCommand } from "../setup/problem.mjs";
import { withoutSolutions } from "./source.mjs";

async function main() {
  const { notebook, course: path, hidden, timeout, memory } = JSON.parse(readFileSync(0, "utf8"));
  process.once("SIGTERM", () => {
    endAll();
    process.exit(1);
  });
  const course = readCourse(withoutSolutions(readNotebook(path)), basename(path, ".ipynb"));
  const submission = beside(notebook, course);
  const judge = judgeOf(course, timeout);
  try {
    const limits = { timeout, memory, hidden: [...hidden, join(root, "solutions"), join(root, ".git")] };
    const result =
      "reason" in submission
        ? nothing(course, submission.reason)
        : await gradeSubmission(submission, course, { judge, ...limits });
    process.stdout.write(JSON.stringify(result));
  } finally {
    judge.close();
  }
}

await runCommand(main);
