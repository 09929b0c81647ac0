import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { cache } from "./places.mjs";
import { childEnvironment } from "./variables.mjs";

/** Where npm keeps what it has fetched, as npm says to the programs that it starts; null where there is no home. */
function npmCache() {
  try {
    return process.env.npm_config_cache ?? join(homedir(), ".npm");
  } catch {
    return null; // a user without a name, as in some containers
  }
}

/** Whether a folder could be made, or be written in. @param {string} folder @returns {boolean} */
function mayWrite(folder) {
  if (!existsSync(folder)) return dirname(folder) !== folder && mayWrite(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The variables of npm. Where the person's own cache cannot be written (no home, a home of another user, files that a
 * `sudo npm` has left in it), npm keeps one in .cache.
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment() {
  const folder = npmCache();
  const patience = { npm_config_fetch_retry_mintimeout: "2000", npm_config_fetch_retry_maxtimeout: "10000" };
  const env = { ...patience, ...childEnvironment() };
  if (folder !== null && mayWrite(folder) && mayWrite(join(folder, "_cacache", "tmp"))) return env;
  return { ...env, npm_config_cache: join(cache, "npm") };
}
