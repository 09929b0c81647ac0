// What a sandboxed process and its threads read first.
const fs = require("node:fs");
const threads = require("node:worker_threads");
const { syncBuiltinESMExports } = require("node:module");

// Node's permissions hold in a thread too, unless it is started with options of its own: such options are taken away.
const Original = threads.Worker;
/** @param {string | URL} file @param {import("node:worker_threads").WorkerOptions} [options] */
function Worker(file, options = {}) {
  const { eval: isCode, workerData, transferList, resourceLimits, name, stdin, stdout, stderr } = options;
  const kept = { workerData, transferList, resourceLimits, name, stdin, stdout, stderr };
  return Reflect.construct(Original, [file, { ...kept, eval: isCode }], new.target ?? Original);
}
Worker.prototype = Original.prototype;
Object.defineProperty(Original.prototype, "constructor", { value: Worker });
Object.setPrototypeOf(Worker, Object.getPrototypeOf(Original));
Object.assign(threads, { Worker });

// What must not be read is not there: the compiler looks for packages in every folder on the way up, and would end at the first refusal.
const { existsSync, statSync } = fs;
const isRefused = (/** @type {unknown} */ error) =>
  /** @type {NodeJS.ErrnoException} */ (error)?.code === "ERR_ACCESS_DENIED";
/** @param {Function} look @param {unknown} otherwise */
const orNothing =
  (look, otherwise) =>
  (/** @type {unknown[]} */ ...args) => {
    try {
      return look.apply(fs, args);
    } catch (error) {
      if (!isRefused(error)) throw error;
      const wantsError = look === statSync && /** @type {any} */ (args[1])?.throwIfNoEntry !== false;
      if (wantsError)
        throw Object.assign(new Error(`ENOENT: no such file or directory, stat '${args[0]}'`), { code: "ENOENT" });
      return otherwise;
    }
  };
Object.assign(fs, { existsSync: orNothing(existsSync, false), statSync: orNothing(statSync, undefined) });
syncBuiltinESMExports();
