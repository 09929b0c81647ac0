// Finds a Python that can make .venv.
import { spawnSync } from "node:child_process";
import { Problem } from "./problem.mjs";
import { pythonEnvironment } from "./variables.mjs";

const newest = 14;
/** What a person calls Python, best first; Windows has the `py` launcher. */
const names =
  process.platform === "win32"
    ? [["py", "-3"], ["python"], ["python3"]]
    : [["python3"], ["python3.14"], ["python3.13"], ["python3.12"], ["python3.11"], ["python3.10"], ["python"]];

const question = `
import importlib.util as u, json, sys
has = lambda name: u.find_spec(name) is not None
print(json.dumps([sys.executable, list(sys.version_info[:2]), has("venv") and has("ensurepip")]))`;

/** @typedef {{ path: string, minor: number, version: string, canMakeVenv: boolean }} Python */

/**
 * @param {string[]} command
 * @returns {Python | null} null where there is none (on Windows also the shop's stand-in for Python) or it is Python 2
 */
function ask([command = "", ...args]) {
  const { stdout, status } = spawnSync(command, [...args, "-c", question], {
    encoding: "utf8",
    env: pythonEnvironment(),
    windowsHide: true,
  });
  try {
    const [path, [major, minor], canMakeVenv] = JSON.parse(status === 0 ? stdout : "");
    return major === 3 ? { path, minor, version: `${major}.${minor}`, canMakeVenv } : null;
  } catch {
    return null;
  }
}

const install = {
  win32: "install Python 3.13 from python.org or with `winget install Python.Python.3.13`",
  darwin: "install Python from python.org or with `brew install python`",
  linux: "install it, on Debian and Ubuntu with `sudo apt install python3 python3-venv`",
};
const ways = /** @type {Record<string, string>} */ (install);

/**
 * The first Python from 3.10 to 3.14 that can make a virtual environment, or a newer one where there is no other.
 * @returns {Python} throws a Problem that says what is missing and how to mend it
 */
export function findPython() {
  /** @type {Python[]} */
  const found = [];
  const fits = (/** @type {Python} */ python) => python.minor >= 10 && python.canMakeVenv;
  for (const name of names) {
    const python = ask(name);
    if (python) found.push(python);
    if (python && fits(python) && python.minor <= newest) return python;
  }
  const newer = found.find(fits);
  if (newer) return newer;

  const way = ways[process.platform] ?? ways.linux;
  const bare = found.find((python) => python.minor >= 10);
  if (bare && process.platform === "linux") {
    throw new Problem(
      `Python ${bare.version} (${bare.path}) lacks the venv module: install it, on Debian and Ubuntu with \`sudo apt install python${bare.version}-venv\`, and start again.`,
    );
  }
  if (bare) throw new Problem(`Python ${bare.version} (${bare.path}) lacks the venv module: ${way}, and start again.`);
  const old = found[0];
  if (old)
    throw new Problem(
      `Python ${old.version} (${old.path}) is too old, Python 3.10 or newer is needed: ${way}, and start again.`,
    );
  throw new Problem(`Python was not found, Python 3.10 or newer is needed: ${way}, and start again.`);
}
