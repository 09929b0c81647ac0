// pack.json: the files that the kernel of a page finds on its disk. Texts that every notebook needs come in it; tables, and what
// few cells need, are fetched when first read.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { readOurJson } from "../setup/ours.mjs";
import { root } from "../setup/places.mjs";
import { packageAsFile } from "./bundle.mjs";
import { withoutComments } from "./withoutComments.mjs";

/** Where the kit lies for the kernel. */
export const kit = "/kit";
const workspaces = ["lib", "plot", "data", "run"];
/** Installed packages, each as one file. */
const packages = ["cephes", "d3-array", "ml-matrix", "papaparse"];
/** Packages that few cells need are fetched apart: their own file for browsers, and the licences that it has lost. */
const packagesApart = { mathjs: ["lib/browser/math.js.LICENSE.txt", "lib/browser/math.js"] };
/** In place of the frame, which needs danfojs. */
const noFrame = `exports.frame = () => {
  throw new Error("frame: a page has no danfojs, which would make it several times as large. Use load, or open the notebook in Jupyter.");
};
`;
const compilerLib = "node_modules/@tslab/typescript-for-tslab/lib";

const text = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

/** @param {string} folder @param {(name: string) => boolean} wanted @returns {string[]} paths from the clone */
function filesIn(folder, wanted) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter(wanted)
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The compiler's own types that cells are read with: a file and what it refers to. */
function libraryFiles(/** @type {string} */ name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, reference] of text(`${compilerLib}/lib.${name}.d.ts`).matchAll(/<reference lib="([^"]+)"/g))
    libraryFiles(/** @type {string} */ (reference), found);
  return found;
}

/** What a package.json must say to `require`, to types, and to a sweep's cache. */
function manifest(/** @type {string} */ name, /** @type {object} */ more = { main: "index.js" }) {
  const { version } = JSON.parse(text(`node_modules/${name}/package.json`));
  return JSON.stringify({ name, version, ...more });
}

/** @typedef {{ path: string, address: string, content: string }} Apart a file that is fetched when first read: where the kernel finds it, and where it lies, compressed, beside the pack */

/** @returns {Promise<{ pack: import("../../site/node/pack.js").Pack, apart: Apart[] }>} */
export async function makePack() {
  /** @type {Record<string, string>} */
  const files = { [`${kit}/package.json`]: JSON.stringify({ name: "emergence-notebooks", workspaces }) };
  /** @type {Record<string, string>} */
  const remote = {};
  /** @type {Record<string, string>} */
  const links = {};
  const put = (/** @type {string} */ path, /** @type {string} */ content) => {
    files[`${kit}/${path}`] = content;
  };

  for (const workspace of workspaces) {
    links[`${kit}/node_modules/@emergence/${workspace}`] = `${kit}/${workspace}`;
    put(`${workspace}/package.json`, text(`${workspace}/package.json`));
    const built = filesIn(`${workspace}/dist`, (name) => /\.(js|d\.ts)$/.test(name) && !name.startsWith("esm/"));
    for (const path of built) put(path, path.endsWith(".js") ? withoutComments(text(path)) : text(path));
  }
  put("data/dist/frame.js", noFrame);
  const description = readOurJson(join(root, "data", "datapackage.json"));
  put("data/datapackage.json", JSON.stringify(description));
  put("notebooks/mine/README.md", text("notebooks/mine/README.md"));

  for (const name of libraryFiles("es2022"))
    put(`${compilerLib}/lib.${name}.d.ts`, text(`${compilerLib}/lib.${name}.d.ts`));
  for (const name of ["package.json", "index.d.ts"])
    put(`node_modules/@types/node/${name}`, text(`site/kernel/types/node/${name}`));
  put("node_modules/@types/d3-array/package.json", manifest("@types/d3-array", { types: "index.d.ts" }));
  put("node_modules/@types/d3-array/index.d.ts", text("node_modules/@types/d3-array/index.d.ts"));

  put("node_modules/pure-rand/package.json", text("node_modules/pure-rand/package.json"));
  for (const path of filesIn("node_modules/pure-rand/lib", (name) => /^(?!esm\/).*\.js$/.test(name)))
    put(path, text(path));
  for (const name of packages) {
    put(`node_modules/${name}/package.json`, manifest(name));
    put(`node_modules/${name}/index.js`, await packageAsFile(name));
  }
  /** @type {Apart[]} */
  const apart = [];
  const putApart = (/** @type {string} */ path, /** @type {string} */ address, /** @type {string} */ content) => {
    const packed = `${address}.gz`;
    remote[`${kit}/${path}`] = packed;
    apart.push({ path: `${kit}/${path}`, address: packed, content });
  };
  for (const [name, parts] of Object.entries(packagesApart)) {
    put(`node_modules/${name}/package.json`, manifest(name));
    const whole = parts.map((part) => text(`node_modules/${name}/${part}`)).join("\n");
    putApart(`node_modules/${name}/index.js`, `packages/${name}.js`, whole);
  }
  for (const { path } of description.resources) putApart(`data/${path}`, path, text(`data/${path}`));
  return { pack: { files, remote, links }, apart };
}

/** @param {string} folder where pack.json and the files that are fetched apart are written */
export async function writePack(folder) {
  const { pack, apart } = await makePack();
  for (const { address, content } of apart) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), gzipSync(content, { level: 9 }));
  }
  writeFileSync(join(folder, "pack.json"), JSON.stringify(pack));
}
