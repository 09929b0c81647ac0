// A process of the grader, bounded in time and memory, in a folder of its own, ended with all that it has started.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../setup/places.mjs";
import { childEnvironment } from "../setup/variables.mjs";

/** What a notebook needs to read. Solutions, the work of others and the history in .git are not among it. */
const readable = [
  "lib",
  "plot",
  "data",
  "run",
  "node_modules",
  "scripts/kernel",
  "scripts/grade",
  "package.json",
  ".cache/sweeps",
];

const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

/** Seconds of processor time beyond twice the time limit after which the system itself ends a process that was forgotten. */
const grace = 60;
/** Megabytes that a process may have beside the values of its cells: the compiler's code, buffers, threads. */
const beside = 768;

/** Seconds that a timer of Node can wait. */
const longestWait = 2_000_000;
/** Bytes that a process may say: a line without end must not fill the grader's memory. */
const longest = 256 * 1024 * 1024;

/** Whether this system lets us cut a process off from network, processes and folders (Linux with user namespaces). */
let spaces = /** @type {boolean | undefined} */ (undefined);
export function hasNamespaces() {
  spaces ??=
    process.platform === "linux" &&
    spawnSync("unshare", [
      ...unshare,
      "sh",
      "-c",
      "mount -t tmpfs none /mnt && setpriv --bounding-set=-all --no-new-privs true",
    ]).status === 0;
  return spaces;
}
const unshare = ["--user", "--map-root-user", "--mount", "--net", "--ipc", "--pid", "--fork", "--kill-child"];

/**
 * The command for a script of ours.
 * @param {string} script @param {{ folder: string, memory: number, timeout: number, hidden: string[] | null }} options hidden: folders
 *   that it must not see; null for the course's own code, which may read and write what a kernel may
 */
function commandFor(script, { folder, memory, timeout, hidden }) {
  const node = [process.execPath, `--max-old-space-size=${memory}`, "--stack-trace-limit=20"];
  const file = join(root, "scripts", "grade", script);
  if (hidden === null) return [...node, file];
  const allowed = readable.map((name) => join(root, name)).filter((path) => existsSync(path));
  const guarded = [
    ...node,
    ...[permission, "--allow-worker", "--disable-warning=ExperimentalWarning", "--disable-warning=SecurityWarning"],
    ...[...allowed, folder].map((path) => `--allow-fs-read=${path}${path.endsWith(".json") ? "" : "/*"}`),
    `--allow-fs-write=${folder}/*`,
    ...["--require", join(root, "scripts", "grade", "guard.cjs")],
    file,
  ];
  if (process.platform === "win32") return guarded;
  const limits = `ulimit -c 0; ulimit -t ${Math.ceil(2 * timeout + grace)}; ulimit -f 400000`;
  if (!hasNamespaces()) return ["sh", "-c", `${limits}; exec "$@"`, "sh", ...guarded];
  // What holds the kit, or this very folder, cannot be hidden as a whole; Node's permissions hold there all the same.
  const needed = (/** @type {string} */ path) =>
    [root, folder].some((own) => `${own}${sep}`.startsWith(`${path}${sep}`));
  const folders = hidden.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() && !needed(path));
  const outermost = folders.filter((path) => !folders.some((other) => path.startsWith(other + sep)));
  const quoted = outermost.map((path) => `'${path.replaceAll("'", `'\\''`)}'`);
  // A folder that cannot be hidden ends it: half a sandbox would look like a whole one.
  const mounts = quoted.map((path) => `mount -t tmpfs none ${path} || exit 97`);
  const script_ = [...mounts, limits, 'exec setpriv --bounding-set=-all --no-new-privs -- "$@"'].join("; ");
  return ["unshare", ...unshare, "sh", "-c", script_, "sh", ...guarded];
}

/**
 * What a process and all below it hold and have used (Linux; elsewhere nothing is known).
 * @param {number} pid @returns {{ megabytes: number, seconds: number }} seconds of processor time
 */
function used(pid) {
  try {
    const own = {
      megabytes: Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
      seconds: processorTime(readFileSync(`/proc/${pid}/stat`, "utf8")),
    };
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    return children
      .map((child) => used(Number(child)))
      .reduce((sum, one) => ({ megabytes: sum.megabytes + one.megabytes, seconds: sum.seconds + one.seconds }), own);
  } catch {
    return { megabytes: 0, seconds: 0 }; // it has ended meanwhile
  }
}

/** Fields 14 and 15 of /proc/PID/stat, in hundredths; the name before them may hold spaces. @param {string} stat */
function processorTime(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** On a busy machine a run waits more than it works: where processor time is known it counts, and the clock this many times later. */
const patience = process.platform === "linux" ? 5 : 1;

/**
 * @typedef {{ memory: number, timeout: number, hidden: string[] | null }} Limits megabytes and seconds
 * @typedef {{ folder: string, send(message: object): void, next(): Promise<any>, end(): void, why(): string | undefined, allow(seconds: number): void }} Box
 *   next: what the process says next, undefined once it has ended; why: the limit that ended it; allow: begins the time anew
 */

/** Every box that is open, so that none outlives the grader. @type {Set<Box>} */
const open = new Set();
export function endAll() {
  for (const box of open) {
    box.end();
    rmSync(box.folder, { recursive: true, force: true });
  }
}

/**
 * @param {"student.cjs" | "judge.cjs"} script @param {Limits} limits
 * @returns {Box}
 */
export function openBox(script, limits) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "emergence-grade-")));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction"); // cells find packages on their way up
  const [command = "", ...args] = commandFor(script, { ...limits, folder });
  const env =
    limits.hidden === null
      ? childEnvironment()
      : { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TZ: process.env.TZ };
  delete env.EMERGENCE_GRADED;
  const child = spawn(command, args, {
    ...{ cwd: folder, env, windowsHide: true, detached: process.platform !== "win32" },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const channel = /** @type {import("node:stream").Duplex} */ (child.stdio[3]);
  channel.on("error", () => {}); // it has ended
  let complaints = "";
  /** @type {string | undefined} */
  let reason;
  child.stderr?.on("data", (text) => {
    complaints = (complaints + text).slice(-4000);
  });
  let heard = 0;
  channel.on("data", (/** @type {Buffer} */ piece) => {
    heard += piece.length;
    if (heard > longest) stop("stopped: its answers are longer than 256 MB");
  });
  const said = createInterface({ input: channel })[Symbol.asyncIterator]();
  const kill = () => {
    try {
      if (process.platform === "win32")
        spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true });
      else process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {} // it has ended by itself
  };
  const stop = (/** @type {string} */ why) => {
    reason ??= why;
    kill();
  };
  /** @type {NodeJS.Timeout} */
  let alarm;
  let due = Infinity;
  let granted = 0;
  const tooLong = () => stop(`stopped after ${granted} seconds`);
  const allow = (/** @type {number} */ seconds) => {
    clearTimeout(alarm);
    granted = seconds;
    due = used(child.pid ?? 0).seconds + seconds;
    alarm = setTimeout(tooLong, 1000 * Math.min(seconds * patience, longestWait));
  };
  allow(limits.timeout);
  const most = limits.memory + beside;
  const watch = setInterval(() => {
    const { megabytes, seconds } = used(child.pid ?? 0);
    if (megabytes > most) stop(`out of memory: more than ${limits.memory} MB`);
    if (seconds > due) tooLong();
  }, 200);
  const gone = new Promise((resolve) => {
    child.on("error", (error) => {
      reason ??= `cannot be started (${error.message})`;
      resolve(undefined);
    });
    child.on("close", (code, signal) => {
      if (/heap out of memory|Allocation failed/.test(complaints))
        reason ??= `out of memory: more than ${limits.memory} MB`;
      const last = limits.hidden === null ? `: ${complaints.trim().split("\n").at(-1)}` : ""; // a student's words are no reason
      reason ??= code === 0 ? undefined : `ended by itself (${signal ?? `exit code ${code}`}${last})`;
      resolve(undefined);
    });
  });
  void gone.then(() => {
    clearTimeout(alarm);
    clearInterval(watch);
    open.delete(box);
    kill(); // what it has left behind in its group
    rmSync(folder, { recursive: true, force: true });
  });

  /** @type {Box} */
  const box = {
    folder,
    allow,
    send: (message) => void channel.write(`${JSON.stringify(message)}\n`),
    async next() {
      for (;;) {
        const { value, done } = await Promise.race([said.next(), gone.then(() => ({ value: undefined, done: true }))]);
        if (done) {
          kill();
          await gone;
          return undefined;
        }
        try {
          return JSON.parse(`${value}`);
        } catch {} // not a message: a student's code may write to any file that is open
      }
    },
    end: kill,
    why: () => reason,
  };
  open.add(box);
  return box;
}
