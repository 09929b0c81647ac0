// One set-up or update of a clone at a time: `npm start` in two windows, or `npm test` beside it, wait for each other.
// The lock is held as long as its holder runs, however long that is busy or the machine asleep. (proper-lockfile of npm
// goes by the age of the file alone: a holder that is busy for ten seconds loses the lock there.)
import { mkdirSync, readFileSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exists, lookAt } from "./process.mjs";

const beat = 1000;
const look = 500;
/** How many looks a holder that cannot be asked (another machine's, say) may leave its file untouched: a minute. */
const patience = 120;

/** Where process numbers mean the same: this machine since its start, and this container of it. */
function place() {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${hostname()} ${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname(); // not Linux
  }
}

/** What a lock file says of us. */
function signature() {
  return JSON.stringify({ pid: process.pid, born: lookAt(process.pid)?.born ?? null, place: place() });
}

/** What the file says, and when it was last touched; null where it is not there. */
function read(/** @type {string} */ file) {
  try {
    const text = readFileSync(file, "utf8");
    const touched = statSync(file).mtimeMs;
    return { text, touched, state: `${touched} ${text}` };
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT") return null;
    throw Object.assign(/** @type {Error} */ (error), { path: file }); // a folder, say: then nobody will give it back
  }
}

/**
 * Whether the holder runs; undefined where that cannot be asked: it is elsewhere, or the file is half written.
 * @param {string} text
 * @returns {boolean | undefined}
 */
function holderRuns(text) {
  try {
    const { pid, born, place: where } = JSON.parse(text);
    if (where !== place() || !Number.isInteger(pid)) return undefined;
    return born === null ? exists(pid) : lookAt(pid)?.born === born;
  } catch {
    return undefined;
  }
}

/** Makes the file, unless there is one. @returns {boolean} whether it is ours */
function take(/** @type {string} */ file, /** @type {string} */ text) {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    rmSync(file, { force: true }); // made, but not filled: the disk is full
    throw error;
  }
}

/**
 * Removes a lock whose holder is dead. Of two that saw the same dead holder the second must not take away the first
 * one's new lock: so this is done under a lock of its own, which lasts for three calls to the system.
 * @param {string} file
 * @param {string} seen its state when the holder was found dead
 */
function clear(file, seen) {
  const turn = `${file}.turn`;
  if (!take(turn, "")) {
    if (Date.now() - (read(turn)?.touched ?? Date.now()) > 20 * beat) rmSync(turn, { force: true });
    return;
  }
  try {
    if (read(file)?.state === seen) rmSync(file, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Waits until the lock is ours. @param {string} file @param {string} ours @param {(pid: string) => void} wait */
async function acquire(file, ours, wait) {
  let before = "";
  let told = false;
  for (let looks = 0; !take(file, ours); ) {
    const now = read(file);
    if (now === null) {
      await sleep(look / 20); // given back this moment
      continue;
    }
    looks = now.state === before ? looks + 1 : 0;
    before = now.state;
    if (holderRuns(now.text) ?? looks < patience) {
      if (!told) wait(/"pid":(\d+)/.exec(now.text)?.[1] ?? "unknown");
      told = true;
      await sleep(look);
    } else {
      clear(file, now.state);
      await sleep(look / 20);
    }
  }
}

/**
 * Does the work while holding the lock.
 * @template T
 * @param {string} file its folder is made if missing
 * @param {() => Promise<T>} work
 * @param {(pid: string) => void} wait told once, with the holder's number, when there is someone to wait for
 * @returns {Promise<T>}
 */
export async function withLock(file, work, wait) {
  mkdirSync(dirname(file), { recursive: true });
  const ours = signature();
  await acquire(file, ours, wait);
  const timer = setInterval(() => {
    try {
      const now = new Date();
      if (read(file)?.text === ours) utimesSync(file, now, now);
    } catch {
      // Deleted by hand, or the disk is gone: the work will say so itself.
    }
  }, beat);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (read(file)?.text === ours) rmSync(file, { force: true });
  }
}
