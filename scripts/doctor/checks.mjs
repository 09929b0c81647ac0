// One finding a check. `bad` stops something from working, `warning` may or matters only to some.
import { existsSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../browser.mjs";
import { isBuilt } from "../build.mjs";
import { roomPort, roomServer } from "../jupyter/room/server.mjs";
import { runningServer } from "../jupyter/running.mjs";
import { kernelStatus } from "../kernel/register.mjs";
import { checkWritable, freeSpace, gigabytes, room } from "../setup/disk.mjs";
import { environmentReady, venvVersion, wrongPythonPackages } from "../setup/environment.mjs";
import { cloneProblem, gitProblems } from "../setup/git.mjs";
import { packagesReady, wrongPackages, zeromqLoads } from "../setup/packages.mjs";
import { cache, root, venv, venvPython } from "../setup/places.mjs";
import { isPortFree } from "../setup/ports.mjs";
import { Problem } from "../setup/problem.mjs";
import { findPython } from "../setup/python.mjs";
import { lostFiles, readStamp } from "../setup/stamp.mjs";
import { childEnvironment, splitNodeOptions } from "../setup/variables.mjs";
import { pathProblems } from "./path.mjs";
import { container, containerKind, roomFinding, savesNotebooks } from "./room.mjs";

/** @typedef {{ kind: "good" | "warning" | "bad", text: string, fix?: string }} Finding */

const good = (/** @type {string} */ text) => /** @type {const} */ ({ kind: "good", text });
const warning = (/** @type {string} */ text, /** @type {string} */ fix) =>
  /** @type {const} */ ({ kind: "warning", text, fix });
const bad = (/** @type {string} */ text, /** @type {string} */ fix) =>
  /** @type {const} */ ({ kind: "bad", text, fix });
const start = "npm start";
/** A room is set up when its image is built, and started by its own command. */
const inImage = () => containerKind() === "image";
/** What a kernel that is not the kit's costs. */
const stock =
  "a stock tslab loses output after about 500 messages of one session and may then hang, cannot stop an endless loop that awaits, and does not check types strictly";

/** The first few names of a list. @param {string[]} names */
const some = (names) => names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");

function python() {
  try {
    const { version, path } = findPython();
    return good(`Python ${version} (${path})`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // .venv holds a Python of its own: only a new one needs another.
    return venvVersion() ? warning(error.message, "needed only to make .venv anew") : bad(error.message, start);
  }
}

function npmPackages() {
  if (!existsSync(join(root, "node_modules"))) return bad("the npm packages are not installed", start);
  const wrong = wrongPackages();
  if (wrong.length > 0) return bad(`npm packages are not those of package-lock.json: ${some(wrong)}`, start);
  const lost = lostFiles(join(root, "node_modules"));
  if (lost > 0) return bad(`${lost} files of the npm packages are gone from node_modules`, start);
  if (!zeromqLoads())
    return bad("the zeromq library, through which the kernel speaks, does not load", "npm rebuild zeromq");
  return good("npm packages are those of package-lock.json");
}

function pythonPackages() {
  if (!existsSync(venv)) return bad("the Python packages are not installed (.venv is missing)", start);
  const version = venvVersion();
  if (!version) return bad(".venv is broken: the Python it was made from is gone or was replaced", start);
  const wrong = wrongPythonPackages();
  // An unfinished .venv is made anew by the next start, a finished one is left as its owner has changed it.
  const anew = readStamp(venv) === null ? start : `delete the folder .venv, then ${start}`;
  if (wrong === null) return bad(".venv is broken: it cannot list its packages", anew);
  if (wrong.length > 0) return bad(`Python packages are not those of requirements.txt: ${some(wrong)}`, anew);
  const lost = lostFiles(venv);
  if (lost > 0) return bad(`${lost} files of the Python packages are gone from .venv`, start);
  return good(`.venv (Python ${version}) has the packages of requirements.txt`);
}

function compiled() {
  if (!existsSync(join(root, "node_modules"))) return bad("lib, plot, data and run are not built", start);
  if (isBuilt()) return good("lib, plot, data and run are built from the present sources");
  return bad(
    "the build is older than the sources: cells run the old code",
    "npm run build, then run the import cell again",
  );
}

function kernel() {
  const { kind, why } = kernelStatus({ prefix: venv });
  if (kind === "here") return good("the TypeScript kernel of .venv is the kit's: tslab, mended");
  if (kind === "foreign") return bad(`the TypeScript kernel of .venv is not the kit's (${why}): ${stock}`, start);
  return bad(`the TypeScript kernel is not registered: ${why}`, start);
}

/** VS Code and a person's own Jupyter take the kernel from the user's folder, `npm start` does not. */
function userKernel() {
  if (childEnvironment().HOME !== process.env.HOME) return good("this user has no home, so no other kernel");
  const { kind, why } = kernelStatus({ user: true });
  if (kind === "here") return good("VS Code and your own Jupyter have the kit's TypeScript kernel too");
  if (kind === "absent")
    return good("no other TypeScript kernel is registered for you (for VS Code: npm run kernel -- --user)");
  return warning(
    `outside ${start} (VS Code, your own Jupyter) another kernel answers to the name tslab: ${why}${kind === "foreign" ? `; ${stock}` : ""}`,
    "npm run kernel -- --user --replace",
  );
}

function git() {
  if (inImage()) return good("no git in a room: changes of the course come with a new image (docs/rooms.md)");
  const problem = cloneProblem(root);
  if (problem) return warning(`${problem.what}: npm run update cannot work`, problem.fix);
  const missing = gitProblems({ root, python: venvPython });
  if (missing.length === 0) return good("git's settings of this clone are in place");
  return warning(
    `git settings of this clone are missing: a mere Save dirties notebooks, a merge breaks them (${some(missing)})`,
    start,
  );
}

function browser() {
  if (inImage()) return [];
  const path = findBrowser();
  return path
    ? good(`browser for tests and pictures: ${path}`)
    : warning(
        "no Chrome, Chromium or Edge found: needed only by npm test and npm run notebooks",
        "install one, or set CHROME_PATH",
      );
}

async function port() {
  if (inImage()) return roomFinding(await roomServer(), roomPort());
  const ours = await runningServer(join(cache, "jupyter", "runtime"));
  if (ours) return good(`JupyterLab of this clone runs at ${ours}`);
  if (await isPortFree(8888)) return good("port 8888 is free");
  return warning(
    "port 8888 is taken by another program: npm start takes the next free one",
    "npm start -- --port N for one of your choice",
  );
}

async function disk() {
  const needed = ((await packagesReady()) ? 0 : room.packages) + ((await environmentReady()) ? 0 : room.environment);
  const free = freeSpace(root);
  const text = `${gigabytes(free)} GB free on the disk`;
  if (free < needed) return bad(`${text}, what is still to be set up needs ${gigabytes(needed)} GB`, "make room");
  // Notebooks that are saved, sweeps that are kept.
  return free < 0.2e9 ? warning(text, "make room before you save notebooks") : good(text);
}

function nodeOptions() {
  const options = process.env.NODE_OPTIONS ?? "";
  const { dropped } = splitNodeOptions(options);
  if (options === "") return [];
  if (dropped === "") return [good(`NODE_OPTIONS is set (${options}), and is handed on to the kernels`)];
  return [
    warning(
      `NODE_OPTIONS loads another program into every Node (${dropped}): the kit leaves that out for what it starts`,
      "take it out of your shell's settings if npm itself stops with an error",
    ),
  ];
}

function writable() {
  checkWritable(root);
  return good("the folder can be written");
}

/** @returns {Finding[]} */
function place() {
  const problems = pathProblems(root, process.platform, release());
  if (problems.length === 0) return [good(`the clone's place is fine: ${root}`)];
  return problems.map(({ what, fix }) => warning(what, fix));
}

/**
 * A check that cannot even be made is a finding, not the end of the doctor.
 * @param {() => Finding | Finding[] | Promise<Finding>} look
 * @returns {Promise<Finding[]>}
 */
async function guarded(look) {
  try {
    return [await look()].flat();
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    if (error instanceof Problem) return [{ kind: "bad", text: message }]; // which says the fix itself
    return [bad(`a part could not be looked at: ${message}`, `${start}; if that fails too, a fresh clone`)];
  }
}

/** All findings, in the order in which they are best mended. @returns {Promise<Finding[]>} */
export async function examine() {
  const node = () => good(`Node ${process.versions.node} (${process.execPath})`);
  const saving = () => (inImage() ? savesNotebooks() : []);
  const looks = [container, node, nodeOptions, python, place, writable, disk, npmPackages, pythonPackages, compiled];
  /** @type {Map<string, Finding>} */
  const findings = new Map(); // by text, since what one thing breaks several looks may meet
  for (const look of [...looks, kernel, userKernel, saving, git, port, browser])
    for (const finding of await guarded(look)) findings.set(finding.text, finding);
  return [...findings.values()];
}
