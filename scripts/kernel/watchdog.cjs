// The thread that hears of SIGINT when the kernel's own is in a loop: see interrupt.cjs.
const vm = require("node:vm");
const inspector = require("node:inspector");
const { parentPort, workerData } = require("node:worker_threads");

/** @type {{ shared: Int32Array, place: Record<"seen" | "answered" | "guarded" | "ended", number> }} */
const { shared, place } = workerData;

/** Milliseconds that the kernel gets to answer by itself. */
const patience = 300;
/** A signal stops the innermost of so many waits; the next one is there before another signal can come. */
const depth = 8;

let told = 0;
/** @type {inspector.Session | undefined} */
let session;

function tell() {
  const seen = Atomics.load(shared, place.seen);
  if (told === seen) return;
  told = seen;
  parentPort?.postMessage(seen);
}

/** Ends what runs in the kernel's thread, up to its event loop. */
function endLoop() {
  session ??= new inspector.Session();
  try {
    session.connectToMainThread();
  } catch {} // it is connected already
  Atomics.add(shared, place.ended, 1);
  session.post("Runtime.terminateExecution");
  told = 0; // what ended may have been the handling of our word
}

/** Waits for signals, and for answers to them. A signal ends it at any place: all that it knows stands in `shared`. */
function watch() {
  for (;;) {
    const seen = Atomics.load(shared, place.seen);
    const answered = Atomics.load(shared, place.answered);
    if (seen === answered) {
      session?.disconnect();
      session = undefined;
      Atomics.wait(shared, place.seen, seen);
    } else {
      tell();
      const outcome = Atomics.wait(shared, place.answered, answered, patience);
      if (outcome === "timed-out" && Atomics.load(shared, place.guarded) === 0) endLoop();
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
