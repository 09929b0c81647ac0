// Interrupt for every loop. Node stops a loop at SIGINT only in code that was entered through `vm` with breakOnSigint: the
// code of a cell, not what runs later in a promise's callback, a timer, or an event. While such a loop runs, this thread
// never comes to hear of the signal. So a second thread, the watchdog, is told of it; if this thread does not answer
// the watchdog within a moment, it ends what runs here through V8's inspector, which no `catch` can hold up.
//
// Who hears of a signal: `vm` keeps a list of those that wait for one, and tells the latest. The watchdog waits in `vm` for
// ever, so it is told whenever no cell's code runs in `vm` here. For that the signal must stay in vm's hands: a listener
// for SIGINT on `process` would take it away. Such listeners (of `sweep`, of a cell) are called by us instead.
const { Worker } = require("node:worker_threads");
const { join } = require("node:path");
const process = require("node:process"); // a cell may delete the global one
const { during, nothingRuns, place, shared } = require("./shared.cjs");

/**
 * Keeps Node from listening to SIGINT by itself.
 * @returns {(() => void) | undefined} lets it listen again; undefined where this Node does it in another way
 */
function keepSignal() {
  let kept = true;
  const events = /** @type {const} */ (["newListener", "removeListener"]);
  const own = events.map((event) =>
    process.listeners(/** @type {any} */ (event)).find(({ name }) => /ListeningIfSignal$/.test(name)),
  );
  if (own.some((listener) => listener === undefined)) return undefined;
  for (const [index, event] of events.entries()) {
    const listener = /** @type {(...args: unknown[]) => void} */ (own[index]);
    process.off(event, listener);
    process.on(event, (/** @type {unknown[]} */ ...args) => {
      if (args[0] !== "SIGINT" || !kept) listener.apply(process, args);
    });
  }
  return () => {
    kept = false;
  };
}

/** @typedef {{ ready: Promise<void>, isPending: () => boolean }} Interrupts */

/**
 * Calls the listeners of SIGINT on `process` at each interrupt, whatever runs. To be called before anything listens.
 * @param {(ended: boolean) => void} interrupted called after them; whether something had to be ended by force
 * @returns {Interrupts} isPending: there was an interrupt that this thread has not come to hear of yet
 */
function watchInterrupts(interrupted) {
  const byNode = () => void process.on("SIGINT", () => interrupted(false));
  // Windows has no such signals.
  const giveBack = process.platform === "win32" ? undefined : keepSignal();
  if (giveBack === undefined) {
    byNode();
    return { ready: Promise.resolve(), isPending: () => false };
  }
  const watchdog = new Worker(join(__dirname, "watchdog.cjs"), { workerData: { shared, place } });
  watchdog.unref();
  let ended = 0;
  let calling = false;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => {
    watchdog.on("message", (/** @type {number} */ seen) => {
      if (seen === 0) return resolve();
      if (seen === Atomics.load(shared, place.answered)) return; // it is told again, in case what was ended took a message along
      nothingRuns();
      Atomics.store(shared, place.answered, seen);
      Atomics.notify(shared, place.answered);
      const now = Atomics.load(shared, place.ended);
      const byForce = now !== ended;
      ended = now;
      // A cell's listener may throw; one that the last interrupt found in a loop is not called again.
      try {
        if (!calling) {
          calling = true;
          process.emit("SIGINT", "SIGINT");
        }
      } finally {
        calling = false;
        interrupted(byForce);
      }
    });
    watchdog.on("error", (error) => {
      console.error(`kernel: loops outside of a cell's own code cannot be interrupted (${error.message})`);
      giveBack();
      byNode();
      resolve();
    });
  });
  return {
    ready,
    isPending: () => Atomics.load(shared, place.seen) !== Atomics.load(shared, place.answered),
  };
}

/** Does work of the kernel that takes its time and must not be ended half-way. @template T @param {() => T} work */
const uninterrupted = (work) => during("working", work);

module.exports = { uninterrupted, watchInterrupts };
