// kernel.js and thread.js: the kit's kernel over an imitation of Node, each in one file.
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../setup/places.mjs";

const site = join(root, "site");
const kernelFolder = "/kit/scripts/kernel";

/** Leads what is Node's own to the imitation, and tslab to the TypeScript that the kernel wraps. @type {import("esbuild").Plugin} */
const overNode = {
  name: "over-node",
  setup(bundler) {
    const names = new Set(builtinModules.filter((name) => !name.startsWith("_")));
    bundler.onResolve({ filter: /^(node:)?[\w/]+$/ }, ({ path }) => {
      const name = path.replace(/^node:/, "");
      return names.has(name) ? { path: name, namespace: "node" } : undefined;
    });
    bundler.onLoad({ filter: /.*/, namespace: "node" }, ({ path }) => ({
      contents: `module.exports = require("./builtins").builtins[${JSON.stringify(path)}] ?? {};`,
      resolveDir: join(site, "node"),
    }));
    bundler.onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, ({ importer }) =>
      /[\\/]tslab[\\/]dist[\\/]/.test(importer) ? { path: join(site, "kernel", "typescript.ts") } : undefined,
    );
  },
};

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  platform: "browser",
  // As in Node; a package's "module" would come as another object for `import` than for `require`.
  mainFields: ["main", "module"],
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "error",
  minifyWhitespace: true,
  minifySyntax: true,
  external: ["zeromq", "source-map-support"],
  define: {
    __dirname: JSON.stringify(kernelFolder),
    __filename: JSON.stringify(`${kernelFolder}/launcher.cjs`),
    // Not in pages without the headers for it; the kernel's thread is the only one to read it here.
    SharedArrayBuffer: "ArrayBuffer",
  },
  plugins: [overNode],
};

/** @param {string} folder where they are written */
export async function bundleKernel(folder) {
  const entries = ["kernel/worker", "kernel/thread"].map((name) => join(site, `${name}.ts`));
  const [kernel, thread] = entries;
  await build({
    ...shared,
    entryPoints: [String(kernel)],
    outfile: join(folder, "kernel.js"),
    minifyIdentifiers: true,
  });
  await build({
    ...shared,
    entryPoints: [String(thread)],
    outfile: join(folder, "thread.js"),
    minifyIdentifiers: true,
  });
}

/**
 * One installed package as one CommonJS file; what it needs of others comes along.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function packageAsFile(name) {
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: root },
    ...{ bundle: true, write: false, format: "cjs", platform: "node", target: "es2022", charset: "utf8" },
    // Names of functions and classes stay: they are seen in outputs and tracebacks.
    ...{ minifyWhitespace: true, minifySyntax: true, legalComments: "inline", logLevel: "error" },
  });
  return outputFiles[0]?.text ?? "";
}
