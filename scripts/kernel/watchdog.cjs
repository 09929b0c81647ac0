// The thread that hears of SIGINT when the kernel's own is in a loop: see interrupt.cjs.
const vm = require("node:vm");
const inspector = require("node:inspector");
const process = require("node:process");
const { parentPort, workerData } = require("node:worker_threads");

/** @type {Pick<typeof import("./shared.cjs"), "shared" | "place">} */
const { shared, place } = workerData;

/** Milliseconds that the kernel gets to answer by itself; once something was ended, each time twice as many. */
const patience = 300;
/** Waits, one in the other, of which a signal ends the innermost; and how few may be left. */
const depth = 32;
const few = 4;

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

/** Until the kernel has answered all that was seen. */
function settle() {
  for (;;) {
    const seen = Atomics.load(shared, place.seen);
    const answered = Atomics.load(shared, place.answered);
    if (seen === answered) break;
    parentPort?.postMessage(seen);
    if (Atomics.wait(shared, place.answered, answered, waiting) === "timed-out") end();
  }
  session?.disconnect();
  session = undefined;
  waiting = patience;
  signalled = false;
}

const entry = new vm.Script("globalThis.enter()");

/**
 * Waits for signals. `vm` tells the one of each that entered it last: this thread, or the kernel's if it has entered since. So
 * there are many waits, one in the other. A signal ends the innermost, and none is begun again before few are left, or this
 * thread would be told of the next signal in place of the kernel, whose loop is to be ended.
 * @param {number} left
 */
function watch(left) {
  for (;;) {
    if (left > 0) {
      try {
        Object.assign(globalThis, { enter: () => watch(left - 1) });
        entry.runInThisContext({ breakOnSigint: true });
      } catch (error) {
        if (/** @type {{ code?: unknown }} */ (error).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
        Atomics.add(shared, place.seen, 1);
      }
    }
    // A signal ends this too, and the next wait further out goes on: all that it must know stands in `shared`.
    while (depth - left > few) {
      settle();
      Atomics.wait(shared, place.seen, Atomics.load(shared, place.answered));
    }
  }
}

parentPort?.postMessage(0);
watch(depth);
