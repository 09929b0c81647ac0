// Where things stand in this clone.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const windows = process.platform === "win32";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** What a run leaves behind; ignored by git, may be deleted at any time. */
export const cache = join(root, ".cache");
/** For what a step unpacks; removed at the next set-up. */
export const temporary = join(cache, "tmp");
export const venv = join(root, ".venv");
export const venvPython = windows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");

/**
 * npm's own program, to be run with this Node: on Windows `npm` is a batch file, which is not a program.
 * @returns {string | null}
 */
export function npmProgram() {
  const folder = dirname(process.execPath);
  const given = process.env.npm_execpath ?? "";
  const places = [
    given.endsWith("npm-cli.js") ? given : "",
    join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
    join(folder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js", // Debian's package
  ];
  return places.find((place) => place !== "" && existsSync(place)) ?? null;
}
