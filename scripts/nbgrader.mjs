// `npm run nbgrader NN`: writes a notebook of the course as a source of nbgrader.
import "./setup/refuseOldNode.mjs";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { nbgraderSource } from "./nbgrader/source.mjs";
import { serialize } from "./notebooks/format.mjs";
import { readNotebook } from "./notebooks/refresh.mjs";
import { label, select } from "./notebooks/select.mjs";
import { here } from "./setup/here.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

const help = `npm run nbgrader -- NAME --course DIR [options]

Writes DIR/source/ASSIGNMENT/NAME.ipynb for nbgrader, and DIR/nbgrader_config.py unless there is one.

  --assignment NAME  (default: the notebook's name)
  --hide-checks      the hand-out holds no check: nobody can read an answer in it, and nobody gets a hint`;

/** @returns {number | void} */
function write() {
  const { values, positionals } = parseArgs({
    options: {
      ...{ course: { type: "string" }, assignment: { type: "string" }, help: { type: "boolean", default: false } },
      "hide-checks": { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return console.log(help);
  if (positionals.length !== 1 || values.course === undefined)
    throw new Problem(`npm run nbgrader: needs a notebook and --course.\n\n${help}`);
  const [path, other] = select(positionals, { solutions: false });
  if (path === undefined || other !== undefined)
    throw new Problem(`${positionals[0]} names more than one notebook; name one of them whole.`);
  const solution = join(root, "solutions", label(path).replace(/^notebooks\//, ""));
  if (!existsSync(solution)) throw new Problem(`${label(path)} has no solution, which nbgrader's source holds.`);
  const course = resolve(here(), values.course);
  const name = basename(path);
  const assignment = values.assignment ?? basename(name, ".ipynb");
  const options = { label: label(path), hideChecks: values["hide-checks"] };
  const target = join(course, "source", assignment, name);
  writeWhole(target, serialize(nbgraderSource(readNotebook(path), readNotebook(solution), options)));
  console.log(`Written: ${target}`);
  const config = join(course, "nbgrader_config.py");
  if (existsSync(config)) return console.log(`${config} stays as it is; docs/grading.md says what it needs.`);
  const ours = join(root, "scripts", "nbgrader", "nbgrader_config.py");
  writeWhole(
    config,
    `c = get_config()\nload_subconfig(${JSON.stringify(ours)})\nc.CourseDirectory.root = ${JSON.stringify(course)}\n`,
  );
  console.log(`Written: ${config}`);
}

await runCommand(async () => write());
