// A bundle is written beside its place and moved there once it is whole and its checksums are written.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { showStep } from "../setup/progress.mjs";
import { bundleCourse } from "./course.mjs";
import { fetchNpm } from "./npm.mjs";
import { fetchWheels } from "./wheels.mjs";

/** @typedef {import("./targets.mjs").Platform} Platform */

const readme = `The course, to be set up without a network.

Needed on this machine: Node 20.19 or newer, Python, git. bundle.json says for which systems and Pythons this bundle is.

    node install.mjs            makes the folder emergence here, checks this bundle and sets the course up
    node install.mjs FOLDER     the same elsewhere

Then: cd emergence, npm start
`;

/** All files of a folder, by paths with slashes, in order. @param {string} folder */
const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

/** As `sha256sum` writes and checks it. @param {string} folder */
export function checksums(folder) {
  const line = (/** @type {string} */ name) =>
    `${createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex")}  ${name}\n`;
  return filesOf(folder).map(line).join("");
}

/** Bytes below a folder, or of a file. @param {string} path @returns {number} */
const sizeOf = (path) =>
  statSync(path).isFile()
    ? statSync(path).size
    : filesOf(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);

/** The whole path of a folder that a bundle may be written to: it is new, or holds an earlier bundle. @param {string} folder */
export function bundleFolder(folder) {
  const target = resolve(folder);
  if (target === root || (existsSync(target) && !existsSync(join(target, "bundle.json"))))
    throw new Problem(`npm run bundle: ${target} is no earlier bundle: name a folder that is not there yet.`);
  return target;
}

/**
 * @param {string} folder
 * @param {{ platforms: Platform[], pythons: string[] }} targets
 * @returns {Promise<{ folder: string, sizes: Record<string, number>, total: number, uncommitted: boolean }>} sizes in bytes
 */
export async function writeBundle(folder, { platforms, pythons }) {
  const target = bundleFolder(folder);
  const fresh = `${target}.${process.pid}.new`;
  mkdirSync(dirname(target), { recursive: true });
  const clear = () => rmSync(fresh, { recursive: true, force: true });
  const stop = () => {
    clear();
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    mkdirSync(fresh);
    const { uncommitted, ...course } = bundleCourse(join(fresh, "course.bundle"));
    await showStep("npm packages", (report) => fetchNpm(join(fresh, "npm"), platforms, report));
    await showStep("Python packages", (report) => fetchWheels(join(fresh, "wheels"), platforms, pythons, report));
    const about = { ...course, platforms: platforms.map(({ name }) => name), pythons };
    writeFileSync(join(fresh, "bundle.json"), `${JSON.stringify(about, null, 2)}\n`);
    copyFileSync(join(import.meta.dirname, "install.mjs"), join(fresh, "install.mjs"));
    writeFileSync(join(fresh, "README.txt"), readme);
    writeFileSync(join(fresh, "SHA256SUMS"), checksums(fresh));
    const parts = ["course.bundle", "npm", "wheels"];
    const sizes = Object.fromEntries(parts.map((name) => [name, sizeOf(join(fresh, name))]));
    const total = sizeOf(fresh);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    return { folder: target, sizes, total, uncommitted };
  } finally {
    process.removeListener("SIGINT", stop).removeListener("SIGTERM", stop);
    clear();
  }
}
