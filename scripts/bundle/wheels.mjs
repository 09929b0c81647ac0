// Python's part of a bundle: the wheels of requirements.txt for the given platforms and Pythons, each checked against its hash.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastError, networkFailure } from "../setup/network.mjs";
import { root, venvPython } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { logName, run } from "../setup/run.mjs";
import { pythonEnvironment } from "../setup/variables.mjs";

/** @typedef {import("./targets.mjs").Platform} Platform */

/**
 * The lines of requirements.txt that hold there.
 * @param {Platform} platform
 * @param {string} python such as 3.12.0
 * @returns {string[]}
 */
export function wantedWheels({ markers }, python) {
  const script = join(import.meta.dirname, "wanted.py");
  const { status, stdout, stderr } = spawnSync(
    venvPython,
    [script, join(root, "requirements.txt"), python, JSON.stringify(markers)],
    { encoding: "utf8", env: pythonEnvironment() },
  );
  if (status !== 0) throw new Error(`wanted.py: ${stderr}`);
  return stdout.trim().split(/\r?\n/);
}

/** Whether the folder has the wheel of a line, and that wheel is for all systems and Pythons. @param {string} folder @param {string} line */
function runsEverywhere(folder, line) {
  const [name = "", version = ""] = line.split(" ")[0]?.split("==") ?? [];
  const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/[-_.]+/g, "-");
  const wheels = existsSync(folder)
    ? readdirSync(folder).filter((file) => /-py3-none-any\.whl$|-py2\.py3-none-any\.whl$/.test(file))
    : [];
  return wheels.some((file) => {
    const [of = "", has] = file.split("-");
    return plain(of) === plain(name.replace(/\[.*\]$/, "")) && has === version;
  });
}

/**
 * @param {string} folder
 * @param {string[]} list of requirements
 * @param {{ platform: Platform, python: string, label: string }} target
 */
async function download(folder, list, { platform, python, label }) {
  const file = `${folder}.txt`;
  writeFileSync(file, `${list.join("\n")}\n`);
  const which = ["--implementation", "cp", "--python-version", python];
  const tags = platform.tags.flatMap((tag) => ["--platform", tag]);
  const flags = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--disable-pip-version-check", "--quiet"];
  const { code, output } = await run(
    venvPython,
    ["-m", "pip", "download", ...flags, ...which, ...tags, "--dest", folder, "-r", file],
    { env: pythonEnvironment() },
  );
  rmSync(file);
  if (code === 0) return;
  const network = networkFailure(output);
  throw new Problem(
    network
      ? `npm run bundle: the Python package index could not be reached (${network}): check the network and start again.`
      : `npm run bundle: no wheels for ${label} (${lastError(output)}): whole output in ${logName}.`,
  );
}

/**
 * @param {string} folder
 * @param {Platform[]} platforms
 * @param {string[]} pythons
 * @param {(detail: string) => void} report
 */
export async function fetchWheels(folder, platforms, pythons, report) {
  for (const platform of platforms) {
    for (const python of pythons) {
      const label = `${platform.name}, Python ${python}`;
      report(label);
      /** @type {Set<string>} for this system and Python */
      const fetched = new Set();
      // Some packages differ between the first and the later releases of one Python.
      for (const version of [`${python}.0`, `${python}.99`]) {
        const list = wantedWheels(platform, version).filter(
          (line) => !fetched.has(line) && !runsEverywhere(folder, line),
        );
        if (list.length > 0) await download(folder, list, { platform, python: version, label });
        for (const line of list) fetched.add(line);
      }
    }
  }
}
