// Finds browsers: a Chromium-like one for figures' pictures and for the browser test, Firefox for a test; nothing is ever downloaded.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @typedef {{ linux: string[], darwin: string[], win32: string[] }} Names by system: in PATH, among the apps, among the programs */

/** @type {Names} */
const chromiums = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"].map((app) =>
    join(`${app}.app`, "Contents", "MacOS", app),
  ),
  win32: ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"],
};

/** @type {Names} */
const firefoxes = {
  linux: ["firefox-esr", "firefox"],
  darwin: [join("Firefox.app", "Contents", "MacOS", "firefox")],
  win32: ["Mozilla Firefox\\firefox.exe"],
};

/**
 * The folders where a system keeps browsers.
 * @param {NodeJS.ProcessEnv} env
 * @param {keyof Names} system
 */
function foldersOf(env, system) {
  if (system === "darwin") return ["/Applications", join(env.HOME ?? "", "Applications")];
  if (system === "win32")
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
  return [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"].filter((folder) => folder !== "");
}

/** @typedef {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} Where */

/**
 * @param {Names} names
 * @param {string} variable of the environment that names it
 * @param {Where} where
 * @returns {string | null}
 */
function find(names, variable, { env = process.env, platform = process.platform }) {
  const named = env[variable];
  if (named) return existsSync(named) ? named : null;
  const system = platform === "darwin" || platform === "win32" ? platform : "linux";
  const paths = names[system].flatMap((name) => foldersOf(env, system).map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** The path of a Chromium-like browser: CHROME_PATH if it is set, else the usual places of this system; null if there is none. */
export const findBrowser = (/** @type {Where} */ where = {}) => find(chromiums, "CHROME_PATH", where);

/** The same of Firefox; the variable is FIREFOX_PATH. */
export const findFirefox = (/** @type {Where} */ where = {}) => find(firefoxes, "FIREFOX_PATH", where);

/**
 * What to launch it with (playwright-core's `chromium.launch`): no first-run pages, nothing fetched in the background.
 * @param {string} executablePath
 * @returns {{ executablePath: string, args: string[] }}
 */
export function launchOptions(executablePath) {
  const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  args.push("--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none");
  // Chromium's sandbox refuses to start for root, as in most containers.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return { executablePath, args };
}
