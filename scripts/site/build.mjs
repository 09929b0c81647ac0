// The whole site, into one folder.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeAssets } from "./assets.mjs";
import { bundleKernel } from "./bundle.mjs";
import { writePack } from "./pack.mjs";
import { writePages } from "./pages.mjs";

/** Writes the site to a folder aside, which then takes the old one's place. */
export async function buildSite(/** @type {string} */ folder) {
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  try {
    const kernel = join(aside, "kernel");
    mkdirSync(kernel, { recursive: true });
    await Promise.all([bundleKernel(kernel), writePack(kernel), writeAssets(join(aside, "assets"))]);
    await writePages(aside);
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
