// The set-up that every command shares: what is there is left alone, what is missing or half done is made.
// Nothing in this folder imports a package: it runs before any is installed. Hence no listr2, get-port or proper-lockfile; and no uv,
// which would be a third thing to install besides Node and Python.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compiler, isBuilt } from "../build.mjs";
import { kernelStatus, registerKernel } from "../kernel/register.mjs";
import { checkSpace, checkWritable, room } from "./disk.mjs";
import { environmentReady, makeEnvironment } from "./environment.mjs";
import { cloneProblem, configureGit, gitProblems } from "./git.mjs";
import { withLock } from "./lock.mjs";
import { installPackages, packagesReady } from "./packages.mjs";
import { cache, root, temporary, venv, venvPython } from "./places.mjs";
import { diskFailure, Problem } from "./problem.mjs";
import { showStep } from "./progress.mjs";
import { findPython } from "./python.mjs";
import { run, startLog } from "./run.mjs";

/**
 * A step is done when what it makes is there and whole, whoever made it; it is run otherwise. `python`: rests on Python.
 * @typedef {{ name: string, python?: true, isDone: () => Promise<boolean>, run: (report: (detail: string) => void) => Promise<void> }} Step
 */

/** @type {Step[]} in order: each rests on those before it */
const steps = [
  { name: "npm packages", isDone: packagesReady, run: installPackages },
  { name: "building lib, plot, data and run", isDone: async () => isBuilt(), run: compile },
  { name: "Python packages (JupyterLab)", python: true, isDone: environmentReady, run: makeEnvironment },
  {
    name: "TypeScript kernel",
    python: true,
    isDone: async () => kernelStatus({ prefix: venv }).kind === "here",
    run: async () => void registerKernel({ prefix: venv }, { replace: true }),
  },
  {
    name: "git settings of this clone",
    python: true,
    isDone: async () => cloneProblem(root) !== null || gitProblems({ root, python: venvPython }).length === 0,
    run: async () => configureGit({ root, python: venvPython }),
  },
];

async function compile() {
  const { code, output } = await run(process.execPath, compiler());
  if (code === 0) return;
  throw new Problem(
    diskFailure(output) ??
      `lib, plot, data or run do not compile:\n${output}\nMend this, or take it back with git, and start again.`,
  );
}

/** Throws a Problem, with nothing changed yet, where the set-up cannot succeed on this machine. */
async function checkMachine(/** @type {boolean} */ python) {
  checkWritable(root);
  const packages = await packagesReady();
  const environment = !python || (await environmentReady());
  if (!environment) findPython();
  const needed = (packages ? 0 : room.packages) + (environment ? 0 : room.environment);
  const replaced = [...(packages ? [] : [join(root, "node_modules")]), ...(environment ? [] : [venv])];
  checkSpace(root, { needed, replaced });
}

/**
 * Does what is missing of the set-up, a line a step; takes a second where nothing is. Throws a Problem, one sentence for
 * a person, where something outside must be mended first.
 * @param {{ log?: (line: string) => void, python?: boolean }} [options] python: false for what starts neither Jupyter nor Python,
 *   and so runs where there is none
 */
export async function ensureSetup({ log = console.log, python = true } = {}) {
  checkWritable(root);
  const wanted = steps.filter((step) => python || !step.python);
  if (!(await firstUndone(wanted))) return;
  await checkMachine(python);
  await withLock(
    join(cache, "setup.lock"),
    () => setUp(wanted),
    (pid) => log(`  another command (process ${pid}) is setting up this clone; waiting for it ...`),
  );
}

async function firstUndone(/** @type {readonly Step[]} */ wanted) {
  for (const step of wanted) if (!(await step.isDone())) return step;
  return undefined;
}

async function setUp(/** @type {readonly Step[]} */ wanted) {
  startLog();
  // Left by a set-up that was killed.
  rmSync(temporary, { recursive: true, force: true });
  for (const step of wanted) {
    if (!(await step.isDone())) await showStep(step.name, step.run);
  }
  if (wanted.some((step) => step.python) && !existsSync(venvPython))
    throw new Problem("the set-up ended without .venv: run npm run doctor.");
}
