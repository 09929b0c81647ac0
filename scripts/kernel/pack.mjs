// The kernel as a package of its own: the files that package.json here names, the kit's license, docs/kernel.md as its README.
// That package.json asks for a newer @types/node than tslab does, so that npm puts tslab's own below tslab, where it looks.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { npmEnvironment } from "../setup/npmCache.mjs";
import { npmProgram, root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { writeWhole } from "../whole.mjs";

const here = import.meta.dirname;

/** Puts the package's files, as they are installed, into a folder. @param {string} folder */
export function stageKernel(folder) {
  /** @type {{ files: string[] }} names, and `*.cjs` for all of those */
  const { files } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const wanted = readdirSync(here).filter(
    (name) => name === "package.json" || files.includes(name) || (name.endsWith(".cjs") && files.includes("*.cjs")),
  );
  mkdirSync(folder, { recursive: true });
  for (const name of wanted) copyFileSync(join(here, name), join(folder, name));
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  // What the page links to is not in the package.
  const page = readFileSync(join(root, "docs", "kernel.md"), "utf8");
  writeWhole(join(folder, "README.md"), page.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1"));
}

/**
 * Writes the package into a folder, whole or not at all.
 * @param {string} folder
 * @returns {string} its path
 */
export function packKernel(folder) {
  const npm = npmProgram();
  if (!npm) throw new Problem("npm was not found beside Node: install Node from nodejs.org, which brings npm.");
  const stage = mkdtempSync(join(tmpdir(), "emergence-kernel-"));
  try {
    stageKernel(stage);
    const { status, stdout, stderr } = spawnSync(process.execPath, [npm, "pack", "--json", "--ignore-scripts"], {
      cwd: stage,
      encoding: "utf8",
      env: npmEnvironment(),
    });
    const packed = readdirSync(stage).find((name) => name.endsWith(".tgz"));
    if (status !== 0 || packed === undefined) throw new Problem(`npm pack did not work: ${stderr || stdout}`);
    const file = join(resolve(folder), packed);
    writeWhole(file, readFileSync(join(stage, packed)));
    return file;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
