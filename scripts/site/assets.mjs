// The scripts, styles and fonts of the pages.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../setup/places.mjs";

const pages = join(root, "site", "pages");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  ...{ bundle: true, format: "iife", target: "es2022", minify: true, charset: "utf8" },
  ...{ legalComments: "none", logLevel: "error" },
};

/** KaTeX's own style, with the one format of fonts that all browsers read. */
function writeFormulas(/** @type {string} */ folder) {
  const dist = join(root, "node_modules", "katex", "dist");
  mkdirSync(join(folder, "fonts"), { recursive: true });
  for (const name of readdirSync(join(dist, "fonts")).filter((each) => each.endsWith(".woff2")))
    cpSync(join(dist, "fonts", name), join(folder, "fonts", name));
  const css = readFileSync(join(dist, "katex.min.css"), "utf8");
  writeFileSync(join(folder, "katex.min.css"), css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ""));
}

export async function writeAssets(/** @type {string} */ folder) {
  mkdirSync(folder, { recursive: true });
  writeFormulas(join(folder, "katex"));
  await build({ ...shared, entryPoints: [join(pages, "page.ts")], outfile: join(folder, "page.js") });
  const live = { entryPoints: [join(pages, "live", "main.ts")], globalName: "live", outfile: join(folder, "live.js") };
  await build({ ...shared, ...live });
  const style = { entryPoints: [join(pages, "style", "main.css")], outfile: join(folder, "style.css") };
  await build({ ...shared, ...style });
  // The part that draws on two axes: all that the figures of the kit are, in a third of the bytes.
  const plotly = join(root, "node_modules", "plotly.js-cartesian-dist-min", "plotly-cartesian.min.js");
  cpSync(plotly, join(folder, "plotly.js"));
}
