// npm run bundle: all that the course needs, in one folder, to be set up in a room without a network.
import "./setup/refuseOldNode.mjs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { platformsOf, pythonsOf } from "./bundle/targets.mjs";
import { bundleFolder, writeBundle } from "./bundle/write.mjs";
import { venvVersion } from "./setup/environment.mjs";
import { here } from "./setup/here.mjs";
import { ensureSetup } from "./setup/index.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { startLog } from "./setup/run.mjs";

const usage = `npm run bundle -- FOLDER [options]

Writes an offline bundle of this course: the branch that is checked out, npm's and Python's packages, checksums, and install.mjs.

  --platforms LIST   for which systems: linux-x64, linux-arm64, darwin-x64, darwin-arm64, win32-x64 (default: this one)
  --pythons LIST     for which Pythons, such as 3.12,3.13 (default: the one of .venv)`;

function parse() {
  try {
    return parseArgs({
      options: { platforms: { type: "string" }, pythons: { type: "string" }, help: { type: "boolean" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Problem(`npm run bundle: ${/** @type {Error} */ (error).message}\n\n${usage}`);
  }
}

await runCommand(async () => {
  const { values, positionals } = parse();
  if (values.help) return console.log(usage);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new Problem(`npm run bundle: got ${positionals.length} folders, needs the one to be written.\n\n${usage}`);
  const target = bundleFolder(resolve(here(), folder));
  await ensureSetup();
  const list = (/** @type {string} */ text) => text.split(",").map((word) => word.trim());
  const platforms = platformsOf(list(values.platforms ?? `${process.platform}-${process.arch}`));
  const pythons = pythonsOf(list(values.pythons ?? venvVersion() ?? ""));
  startLog();
  const { folder: written, sizes, total, uncommitted } = await writeBundle(target, { platforms, pythons });
  const megabytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`;
  const parts = Object.entries(sizes).map(([name, size]) => `${name} ${megabytes(size)}`);
  if (uncommitted) console.log("! changes that are not committed are not in it");
  console.log(`Written: ${written}, ${megabytes(total)} (${parts.join(", ")})`);
  console.log("In the room: node install.mjs, then cd emergence and npm start");
  return 0;
});
