// Node keeps a module once it is loaded, so after a rebuild of lib an import cell would go on with the old code. Before
// a cell runs, the files of all loaded modules outside node_modules (the kit's workspaces are linked there, but their
// real paths lie outside) are looked at; if one has changed, all of them are loaded anew by the next import.
const Module = require("node:module");
const path = require("node:path");
const { stamp } = require("./files.cjs");

/** @returns {{ refresh(): void }} */
function reloadChangedModules() {
  /** @type {Map<string, string>} */
  const seen = new Map();
  const own = __dirname + path.sep;
  const installed = `${path.sep}node_modules${path.sep}`;
  const extensions = /** @type {any} */ (Module)._extensions;
  for (const extension of [".js", ".json"]) {
    const load = extensions[extension];
    extensions[extension] = (/** @type {NodeModule} */ module, /** @type {string} */ filename) => {
      // Looked at before it is read: a write in between counts as a change, not as seen.
      if (!filename.includes(installed) && !filename.startsWith(own)) seen.set(filename, stamp(filename));
      return load(module, filename);
    };
  }
  return {
    refresh() {
      // Interrupt leaves a module half loaded behind, since it passes over the `finally` by which Node forgets it.
      for (const [filename, module] of Object.entries(require.cache))
        if (!module?.loaded) delete require.cache[filename];
      if ([...seen].every(([filename, before]) => stamp(filename) === before)) return;
      for (const filename of seen.keys()) delete require.cache[filename];
      seen.clear();
    },
  };
}

module.exports = { reloadChangedModules };
