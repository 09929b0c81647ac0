// Node's own modules, as far as a page has them. Objects of our own, since the kernel replaces parts of some.
import { Buffer } from "buffer/";
import path from "path-browserify";
import { cryptography } from "./crypto";
import { EventEmitter, once } from "./events";
import { fs, promises } from "./fs";
import { process } from "./process";
import { StringDecoder } from "./stringDecoder";
import { promised, timers } from "./timers";
import { util } from "./util";
import { v8 } from "./v8";
import { vm } from "./vm";
import { workerThreads } from "./workerThreads";

const os = {
  EOL: "\n",
  platform: () => "browser",
  tmpdir: () => "/tmp",
  homedir: () => "/",
  availableParallelism: () => navigator.hardwareConcurrency || 1,
  cpus: () => Array.from({ length: navigator.hardwareConcurrency || 1 }, () => ({ model: "unknown", speed: 0 })),
};

/** By name, without `node:`. `module` enters itself, in modules.ts. */
export const builtins: Record<string, unknown> = {
  ...{ os, path, process, timers, util, v8, vm },
  ...{ buffer: { Buffer }, crypto: cryptography, string_decoder: { StringDecoder } },
  events: Object.assign(EventEmitter, { EventEmitter, once }),
  fs: { ...fs, promises },
  "fs/promises": promises,
  "path/posix": path,
  perf_hooks: { performance },
  "timers/promises": promised,
  worker_threads: workerThreads,
};
