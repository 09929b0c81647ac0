// The Python side: .venv with JupyterLab and what runs the notebooks, every version pinned in requirements.txt.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastError, networkFailure } from "./network.mjs";
import { readOurs } from "./ours.mjs";
import { root, temporary, venv, venvPython } from "./places.mjs";
import { diskFailure, Problem } from "./problem.mjs";
import { findPython } from "./python.mjs";
import { logName, run } from "./run.mjs";
import { hashOf, isStamped, lostFiles, readStamp, removeStamp, says, writeStamp } from "./stamp.mjs";
import { pythonEnvironment } from "./variables.mjs";

const requirements = join(root, "requirements.txt");
const installed = fileURLToPath(new URL("installed.py", import.meta.url));

/** pip unpacks what it fetches in a folder of ours: where it is killed, the next set-up removes what it left. */
function pipEnvironment() {
  mkdirSync(temporary, { recursive: true });
  return { ...pythonEnvironment(), TMPDIR: temporary, TEMP: temporary, TMP: temporary };
}

/** `3.12` where .venv's Python starts, else null: the Python it was made from may be gone or replaced. */
export function venvVersion() {
  const code = 'import sys; print("%d.%d" % sys.version_info[:2])';
  const { status, stdout } = spawnSync(venvPython, ["-c", code], { encoding: "utf8", env: pythonEnvironment() });
  return status === 0 ? stdout.trim() : null;
}

// Console scripts hold the folder's path: a clone that was moved needs a new .venv.
const stamp = (/** @type {string} */ python) => ({ requirements: hashOf(requirements), python, root });

/**
 * What requirements.txt asks for and .venv lacks, has in another version or only in part.
 * @returns {string[] | null} null where .venv's Python cannot even say
 */
export function wrongPythonPackages() {
  readOurs(requirements);
  const { status, stdout } = spawnSync(venvPython, [installed, requirements], {
    encoding: "utf8",
    env: pythonEnvironment(),
  });
  return status === 0 ? JSON.parse(stdout) : null;
}

export async function environmentReady() {
  const python = venvVersion();
  if (!python) return false;
  if (isStamped(venv, stamp(python))) return true;
  // No stamp: made by hand and whole, or interrupted at the very end. Or one of an earlier version of the kit.
  const mayBeWhole = readStamp(venv) === null || (says(venv, stamp(python)) && lostFiles(venv) === 0);
  if (!mayBeWhole || wrongPythonPackages()?.length !== 0) return false;
  writeStamp(venv, stamp(python));
  return true;
}

/** @param {(detail: string) => void} report */
export async function makeEnvironment(report) {
  const before = readStamp(venv);
  const version = venvVersion();
  removeStamp(venv);
  // Only newer pins: pip brings a whole .venv up to date. All else is cheaper and surer from the beginning.
  const newer = before !== null && before.requirements !== hashOf(requirements);
  const whole = newer && version !== null && before.python === version && before.root === root;
  if (!whole) {
    const python = findPython();
    report("making .venv");
    rmSync(venv, { recursive: true, force: true, maxRetries: 3 });
    const made = await run(python.path, ["-m", "venv", venv], { env: pipEnvironment() });
    if (made.code !== 0)
      throw new Problem(
        diskFailure(made.output) ??
          `Python ${python.version} could not make .venv (${lastError(made.output)}): whole output in ${logName}.`,
      );
  }
  await installPythonPackages(report);
  rmSync(temporary, { recursive: true, force: true });
  const wrong = wrongPythonPackages();
  if (wrong?.length !== 0)
    throw new Problem(
      `pip ended well, but .venv lacks ${wrong?.[0] ?? "a Python that starts"}: \`python3 -m pip config list\` shows settings of yours that may lead it elsewhere.`,
    );
  writeStamp(venv, stamp(venvVersion() ?? ""));
}

/** @param {(detail: string) => void} report */
async function installPythonPackages(report) {
  const total = readOurs(requirements).match(/==/g)?.length ?? 0;
  // Wheels only, each checked against its hash: a source package would run foreign code and want a compiler.
  const flags = [
    "--no-deps",
    "--require-hashes",
    "--only-binary",
    ":all:",
    "--no-compile",
    "--disable-pip-version-check",
  ];
  const quiet = ["--no-input", "--no-warn-script-location", "--progress-bar", "off", "--retries", "3"];
  let collected = 0;
  const { code, output } = await run(venvPython, ["-m", "pip", "install", ...flags, ...quiet, "-r", requirements], {
    env: pipEnvironment(),
    onLine: (line) => {
      if (line.startsWith("Collecting ")) report(`${++collected} of about ${total} packages fetched`);
      if (line.startsWith("Installing collected")) report("unpacking");
    },
  });
  if (code === 0) return;
  const full = diskFailure(output);
  if (full) throw new Problem(full);
  const network = networkFailure(output);
  if (network) {
    throw new Problem(
      `the Python package index could not be reached (${network}): check the network or proxy and start again (whole output: ${logName}).`,
    );
  }
  throw new Problem(`pip could not install the Python packages (${lastError(output)}): whole output in ${logName}.`);
}

/** Whether what merges notebooks is there, whatever else is not. */
export function hasNbdime() {
  const { status } = spawnSync(venvPython, ["-c", "import nbdime.vcs.git.mergedriver"], { env: pythonEnvironment() });
  return status === 0;
}
