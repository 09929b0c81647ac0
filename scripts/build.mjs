// Compiles lib, plot, data and run into their dist folders. TypeScript's own record of what is built is not enough: where a
// set-up was interrupted, or a dist folder was emptied by hand, the record says "up to date" beside missing files.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOurJson } from "./setup/ours.mjs";
import { childEnvironment } from "./setup/variables.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Not `tsc` by name: tslab brings a binary of that name, of TypeScript 5.0.4.
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** Folders of the workspaces that are built, in the order of package.json. */
const workspaces = () => /** @type {string[]} */ (readOurJson(join(root, "package.json")).workspaces);

/** Sources of a workspace that have no compiled twin. */
export function missingOutputs(/** @type {string} */ workspace) {
  const folder = join(root, workspace);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !/^(dist|node_modules)[\\/]/.test(file))
    .filter((file) => !existsSync(join(folder, "dist", file.replace(/\.ts$/, ".js"))));
}

const anyMissing = () => workspaces().some((workspace) => missingOutputs(workspace).length > 0);

/** Whether dist is what the sources say, by TypeScript's own record of their content. */
export function isBuilt() {
  if (anyMissing() || !existsSync(tsc)) return false;
  const { stdout, status } = spawnSync(process.execPath, [tsc, "-b", "--dry"], {
    cwd: root,
    encoding: "utf8",
    env: childEnvironment(),
  });
  return status === 0 && !stdout.includes("would build");
}

/** What Node runs to build what is stale. */
export const compiler = () => [tsc, "-b", ...(anyMissing() ? ["--force"] : [])];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(spawnSync(process.execPath, compiler(), { cwd: root, stdio: "inherit" }).status ?? 1);
}
