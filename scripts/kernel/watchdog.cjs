// The thread that hears of SIGINT when the kernel's own is in a loop: see interrupt.cjs.
const vm = require("node:vm");
const inspector = require("node:inspector");
const process = require("node:process");
const { parentPort, workerData } = require("node:worker_threads");

/** @type {Pick<typeof import("./shared.cjs"), "shared" | "place">} */
const { shared, place } = workerData;

/** Milliseconds that the kernel gets to answer by itself; once something was ended, each time twice as many. */
const patience = 300;
/** A signal stops the innermost of so many waits; the next one is there before another signal can come. */
const depth = 8;

let waiting = patience;
let signalled = false;
/** @type {inspector.Session | undefined} */
let session;

/** Ends what runs in the kernel's thread, up to its event loop. */
function endByForce() {
  session ??= new inspector.Session();
  try {
    session.connectToMainThread();
  } catch {} // it is connected already
  Atomics.add(shared, place.ended, 1);
  session.post("Runtime.terminateExecution");
}

/** The kernel has not answered: what runs there is ended. */
function end() {
  if (Atomics.load(shared, place.working) > 0) return;
  waiting *= 2;
  // Code that `vm` ends may have begun after the signal came: it must not be ended by force (timers.cjs), but by another signal.
  signalled = Atomics.load(shared, place.entered) > 0 && !signalled;
  if (signalled) process.kill(process.pid, "SIGINT");
  else endByForce();
}

/** Waits for signals, and for answers to them. A signal ends it at any place: all that it must know stands in `shared`. */
function watch() {
  for (;;) {
    const seen = Atomics.load(shared, place.seen);
    const answered = Atomics.load(shared, place.answered);
    if (seen === answered) {
      session?.disconnect();
      session = undefined;
      waiting = patience;
      signalled = false;
      Atomics.wait(shared, place.seen, seen);
    } else {
      parentPort?.postMessage(seen);
      if (Atomics.wait(shared, place.answered, answered, waiting) === "timed-out") end();
    }
  }
}

const entry = new vm.Script("globalThis.enter()");
/** @param {number} left */
function nest(left) {
  for (;;) {
    try {
      Object.assign(globalThis, { enter: left === 0 ? watch : () => nest(left - 1) });
      entry.runInThisContext({ breakOnSigint: true });
    } catch (error) {
      if (/** @type {{ code?: unknown }} */ (error).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
      Atomics.add(shared, place.seen, 1);
    }
  }
}

parentPort?.postMessage(0);
nest(depth);
