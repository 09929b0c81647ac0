// CommonJS as in Node: the kit looks into `require.cache` for its kernel, and for the module of a sweep's task.
import { dirname } from "path-browserify";
import { builtins } from "./builtins";
import { files } from "./files";
import { resolveFrom } from "./resolve";
import { SourceMap } from "./sourceMap";

export interface Require {
  (request: string): unknown;
  resolve(request: string): string;
  readonly cache: Record<string, Module | undefined>;
}

// biome-ignore lint/security/noGlobalEval: this is how a module of the pack becomes code
const indirect = eval;
const cache: Record<string, Module | undefined> = Object.create(null);

export class Module {
  exports: unknown = {};
  filename: string;
  loaded = false;
  paths: string[] = [];
  require: Require;

  constructor(readonly id: string) {
    this.filename = id;
    this.require = createRequire(id);
  }

  /** Runs a module's text; its lines in stack traces are those of the file. */
  _compile(text: string, filename: string): void {
    const source = `(function (exports, require, module, __filename, __dirname) {${text}\n})\n//# sourceURL=${filename}`;
    const run = indirect(source) as (...args: unknown[]) => void;
    run.call(this.exports, this.exports, this.require, this, filename, dirname(filename));
  }

  static _nodeModulePaths(folder: string): string[] {
    return folder === dirname(folder)
      ? [`${folder}node_modules`]
      : [`${folder}/node_modules`, ...Module._nodeModulePaths(dirname(folder))];
  }
}

function load(filename: string): Module {
  const known = cache[filename];
  if (known) return known;
  const module = new Module(filename);
  cache[filename] = module;
  try {
    const content = files().read(filename);
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    if (filename.endsWith(".json")) module.exports = JSON.parse(text);
    else module._compile(text, filename);
    module.loaded = true;
  } catch (error) {
    delete cache[filename];
    throw error;
  }
  return module;
}

/** `require` of a file. */
export function createRequire(filename: string): Require {
  const resolve = (request: string): string => resolveFrom(request, dirname(filename));
  const require = (request: string): unknown => {
    const name = request.replace(/^node:/, "");
    return Object.hasOwn(builtins, name) ? builtins[name] : load(resolve(request)).exports;
  };
  return Object.assign(require, { resolve, cache });
}

/** Enters a module that the kernel has by itself under the path that code looks for. */
export function provideModule(filename: string, exports: unknown): void {
  const module = new Module(filename);
  module.exports = exports;
  module.loaded = true;
  cache[filename] = module;
}

// As in Node, the class is the module: `new Module(…)`, `Module.createRequire`.
builtins.module = Object.assign(Module, { Module, createRequire, SourceMap, syncBuiltinESMExports: () => {} });
