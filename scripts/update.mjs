// `npm run update`: takes the course's changes, keeps a person's own work, sets up what the changes need.
import "./setup/refuseOldNode.mjs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { runningServer } from "./jupyter/running.mjs";
import { hasNbdime } from "./setup/environment.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { cache, root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { update } from "./update/index.mjs";

/** The merge of notebooks needs nbdime; what else is broken may be mended by the very update. */
async function prepare() {
  try {
    await ensureSetup();
  } catch (error) {
    if (!(error instanceof Problem) || !hasNbdime()) throw error;
    console.log(`The set-up is not whole (${error.message}) The update goes on all the same.`);
  }
}

await runCommand(async () => {
  if (process.argv.length > 2)
    throw new Problem(`npm run update: got ${process.argv.slice(2).join(" ")}, knows no options.`);
  if (await runningServer(join(cache, "jupyter", "runtime"))) {
    throw new Problem(
      "npm run update: JupyterLab runs from this clone: save your notebooks, stop it with Ctrl-C in its terminal, then update.",
    );
  }
  await prepare();
  const lines = await update({ root });
  console.log(lines.length === 0 ? "Nothing new: you have all that the course has." : lines.join("\n"));
  if (lines.length === 0) return 0;
  // New processes: the set-up's own code may be among what changed.
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
  return run(join(root, "scripts", "start.mjs"), "--setup-only") || run(join(root, "scripts", "update", "remake.mjs"));
});
