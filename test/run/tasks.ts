import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Tasks for sweeps: loaded by Node itself, as cells load them, and not by vitest. */
export const tasks = require("./tasks.cjs") as typeof import("./tasks.cjs");
