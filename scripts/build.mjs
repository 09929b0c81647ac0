// Compiles lib, plot, data and run into their dist folders. TypeScript's own record of what is built is not enough: where a
// set-up was interrupted, or a dist folder was emptied by hand, the record says "up to date" beside missing files.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
// Not `tsc` by name: tslab brings a binary of that name, of TypeScript 5.0.4.
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** Folders of the workspaces that are built, in the order of package.json. */
const workspaces = () =>
  /** @type {string[]} */ (JSON.parse(readFileSync(join(root, "package.json"), "utf8")).workspaces);

/** Sources of a workspace that have no compiled twin. */
export function missingOutputs(/** @type {string} */ workspace) {
  const folder = join(root, workspace);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !/^(dist|node_modules)[\\/]/.test(file))
    .filter((file) => !existsSync(join(folder, "dist", file.replace(/\.ts$/, ".js"))));
}

/** What was compiled from sources that are gone: renamed or deleted since. */
function strayOutputs(/** @type {string} */ workspace) {
  const dist = join(root, workspace, "dist");
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|d\.ts)$/.test(file) && !/^esm[\\/]/.test(file))
    .filter((file) => !existsSync(join(root, workspace, file.replace(/(\.d)?\.(js|ts)$/, ".ts"))))
    .map((file) => join(dist, file));
}

const anyMissing = () => workspaces().some((workspace) => missingOutputs(workspace).length > 0);

/** Whether dist is what the sources say, by TypeScript's own record of their content. */
export function isBuilt() {
  if (anyMissing() || !existsSync(tsc)) return false;
  const { stdout, status } = spawnSync(process.execPath, [tsc, "-b", "--dry"], { cwd: root, encoding: "utf8" });
  if (status !== 0 || stdout.includes("would build")) return false;
  return spawnSync(process.execPath, [self, "--fresh"], { cwd: root }).status === 0;
}

/** What Node runs to build what is stale. */
export const compiler = () => [self];

if (process.argv[1] === self) {
  // Loaded here: the set-up asks `isBuilt` before TypeScript is installed.
  const modules = () => import("./build/esm.mjs");
  if (process.argv[2] === "--fresh") {
    const { bundled, isFresh } = await modules();
    process.exit(bundled.every((workspace) => isFresh(join(root, workspace))) ? 0 : 1);
  }
  for (const file of workspaces().flatMap(strayOutputs)) rmSync(file);
  const { status } = spawnSync(process.execPath, [tsc, "-b", ...(anyMissing() ? ["--force"] : [])], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
  const { bundled, isFresh, writeModules } = await modules();
  for (const workspace of bundled) if (!isFresh(join(root, workspace))) writeModules(join(root, workspace));
}
