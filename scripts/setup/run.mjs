// Runs the commands of the set-up and keeps their whole output in .cache/setup.log.
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cache, root } from "./places.mjs";
import { childEnvironment } from "./variables.mjs";

const leash = fileURLToPath(new URL("leash.mjs", import.meta.url));
export const logName = ".cache/setup.log";
let logFile = join(root, logName);

/** A log that cannot be written (a full disk) stops nothing: the command says by itself what it lacks. */
function note(/** @type {string} */ text) {
  try {
    appendFileSync(logFile, text);
  } catch {
    // see above
  }
}

/** Begins the log anew. */
export function startLog(file = join(cache, "setup.log")) {
  logFile = file;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(
      file,
      `${new Date().toISOString()} Node ${process.versions.node}, ${process.platform} ${process.arch}\n`,
    );
  } catch {
    // as in note
  }
}

/**
 * Runs a command to its end; it ends with us if we end first.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} output holds stdout and stderr
 */
export function run(command, args, { env = childEnvironment(), onLine } = {}) {
  note(`\n$ ${[command, ...args].join(" ")}\n`);
  const child = spawn(process.execPath, [leash, command, ...args], {
    cwd: root,
    env,
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      note(`${line}\n`);
      onLine?.(line);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: lines.join("\n") }));
  });
}
