// The npm packages: node_modules as package-lock.json has it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastError, networkFailure } from "./network.mjs";
import { npmEnvironment } from "./npmCache.mjs";
import { readOurJson } from "./ours.mjs";
import { npmProgram, root } from "./places.mjs";
import { diskFailure, Problem } from "./problem.mjs";
import { logName, run } from "./run.mjs";
import { hashOf, isStamped, lostFiles, removeStamp, writeStamp } from "./stamp.mjs";
import { childEnvironment } from "./variables.mjs";

const modules = join(root, "node_modules");
const lock = join(root, "package-lock.json");
/** npm's record of a finished install. */
const record = join(modules, ".package-lock.json");

const stamp = () => ({
  lock: hashOf(lock),
  platform: `${process.platform}-${process.arch}`,
  abi: process.versions.modules,
});

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/** npm's record, where it is whole. @returns {Packages} */
function installedPackages() {
  try {
    return JSON.parse(readFileSync(record, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * What package-lock.json asks for and npm's record of a finished install lacks or has in another version.
 * @returns {string[]} `name (needs version)`; packages for other platforms do not count
 */
export function wrongPackages() {
  /** @type {Packages} */
  const wanted = readOurJson(lock).packages ?? {};
  const found = installedPackages();
  return Object.entries(wanted)
    .filter(([path, { version, optional }]) => {
      const have = found[path];
      if (path === "" || !path.startsWith("node_modules/")) return false;
      return have ? have.version !== version || !existsSync(join(root, path)) : !optional;
    })
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")}${version ? ` (needs ${version})` : ""}`);
}

/** The kernel's messages go through zeromq, a compiled library: does it load in this Node, on this machine? */
export function zeromqLoads() {
  const { status } = spawnSync(process.execPath, ["-e", 'require("zeromq")'], {
    cwd: root,
    env: childEnvironment(),
    stdio: "ignore",
  });
  return status === 0;
}

/** Done by us, or by hand with `npm install` and found whole. */
export async function packagesReady() {
  if (lostFiles(modules) > 0 || wrongPackages().length > 0) return false;
  if (isStamped(modules, stamp())) return true;
  if (!zeromqLoads()) return false;
  writeStamp(modules, stamp());
  return true;
}

/** @param {(detail: string) => void} report */
export async function installPackages(report) {
  const npm = npmProgram();
  if (!npm)
    throw new Problem(
      "npm was not found beside Node: install Node from nodejs.org, which brings npm, and start again.",
    );
  removeStamp(modules);
  rmSync(record, { force: true });
  let fetched = 0;
  // The build is a step of its own; zeromq's script only looks whether it must be compiled, which we look at below.
  const flags = [
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=http",
    // What a person's npm may be set to for other projects.
    ...["--global=false", "--dry-run=false", "--package-lock=true", "--bin-links=true", "--install-strategy=hoisted"],
  ];
  const { code, output } = await run(process.execPath, [npm, "ci", ...flags], {
    env: npmEnvironment(),
    onLine: (line) => {
      if (/ fetch GET 200 .*\.tgz/.test(line)) report(`${++fetched} packages fetched`);
    },
  });
  if (code !== 0) throw new Problem(failure(output));
  if (!zeromqLoads()) {
    report("compiling zeromq");
    const rebuilt = await run(process.execPath, [npm, "rebuild", "zeromq"], { env: npmEnvironment() });
    if (rebuilt.code !== 0 || !zeromqLoads()) {
      throw new Problem(
        `the zeromq library does not load on ${process.platform}-${process.arch} and could not be compiled: install a C++ compiler and CMake and start again (whole output: ${logName}).`,
      );
    }
  }
  writeStamp(modules, stamp());
}

/** @param {string} output */
function failure(output) {
  const full = diskFailure(output);
  if (full) return full;
  const network = networkFailure(output);
  if (network) {
    return `the npm registry could not be reached (${network}): check the network or proxy and start again (whole output: ${logName}).`;
  }
  const code = /npm error code (EPERM|EBUSY|EACCES)/.exec(output)?.[1];
  if (code) {
    const path = /^npm error path (.+)$/m.exec(output)?.[1] ?? "its files";
    return `npm may not change ${path} (${code}): close what uses it (JupyterLab, an editor), have its owner changed to you, and start again.`;
  }
  return `npm could not install the packages (${lastError(output)}): whole output in ${logName}.`;
}
