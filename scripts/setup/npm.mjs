// `npm start` is npm, a shell that it starts, and our Node below that. Killed hard, npm tells neither of them.
import { exists, lookAt } from "./process.mjs";

/**
 * The shell and the npm above us; nobody where we were started in another way (from a shell, by nohup, in tmux), for
 * then nobody's end is ours.
 * @param {{ parent?: number, script?: string | undefined }} [us] script: the line of package.json that npm runs
 * @returns {number[]} process numbers
 */
export function npmAbove({ parent = process.ppid, script = process.env.npm_lifecycle_script } = {}) {
  // On Windows a console that closes ends all that runs in it.
  if (!script || process.platform === "win32") return [];
  /** @type {number[]} */
  const above = [];
  let pid = parent;
  const shell = lookAt(pid);
  if (shell && / -c /.test(shell.command) && shell.command.includes(script)) {
    above.push(pid);
    pid = shell.parent;
  }
  // Some shells replace themselves by the last command that they run: then npm is our parent.
  if (/\b(npm|pnpm|yarn|npx)\b/.test(lookAt(pid)?.command ?? "")) above.push(pid);
  return above;
}

/**
 * Calls once when npm, or the shell between it and us, has ended without a word.
 * @param {() => void} callback
 * @returns {() => void} stops looking
 */
export function whenNpmEnds(callback) {
  const above = npmAbove();
  if (above.length === 0) return () => {};
  const timer = setInterval(() => {
    if (above.every(exists)) return;
    clearInterval(timer);
    callback();
  }, 1000);
  timer.unref();
  return () => clearInterval(timer);
}
