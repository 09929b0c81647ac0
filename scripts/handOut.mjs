// `npm run hand-out -- --out FOLDER [NAMES]`: the course as students get it, without solutions and without readable answers.
import "./setup/refuseOldNode.mjs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { here } from "./setup/here.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";

const help = `npm run hand-out -- --out FOLDER [NAMES]

Writes the course into FOLDER as students get it: no solutions, no pages for teachers, exercises open, and the checks of
exercises in a form in which nobody reads the answer by accident. Without NAMES all notebooks; with them only those (00 07b) and
their closer looks. The second time it takes away what is handed out no longer. FOLDER may be a clone of the students'
repository: commit and push what changed, and students get it by npm run update.

  --help   show this`;

function parsed() {
  const options = /** @type {const} */ ({ out: { type: "string" }, help: { type: "boolean", default: false } });
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Problem(`hand-out: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

await runCommand(async () => {
  const { values, positionals } = parsed();
  if (values.help) return console.log(help);
  if (values.out === undefined) throw new Problem(`hand-out needs a folder to write to: --out FOLDER.\n\n${help}`);
  await ensureSetup({ log: console.error });
  const { writeHandOut } = await import("./handOut/write.mjs");
  const folder = resolve(here(), values.out);
  const { files, notebooks, removed } = writeHandOut({ folder, names: positionals });
  console.log(`${folder}: ${notebooks} notebooks, ${files} files${removed > 0 ? `, ${removed} taken away` : ""}.`);
});
