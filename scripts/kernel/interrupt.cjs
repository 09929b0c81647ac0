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

/** Places in the memory that both threads share. */
const place = { seen: 0, answered: 1, guarded: 2, ended: 3 };

/** Keeps Node from listening to SIGINT by itself. @returns {boolean} false where this Node does it in another way */
function keepSignal() {
  const events = /** @type {const} */ (["newListener", "removeListener"]);
  const own = events.map((event) =>
    process.listeners(/** @type {any} */ (event)).find(({ name }) => /ListeningIfSignal$/.test(name)),
  );
  if (own.some((listener) => listener === undefined)) return false;
  for (const [index, event] of events.entries()) {
    const listener = /** @type {(...args: unknown[]) => void} */ (own[index]);
    process.off(event, listener);
    process.on(event, (/** @type {unknown[]} */ ...args) => {
      if (args[0] !== "SIGINT") listener.apply(process, args);
    });
  }
  return true;
}

/** @typedef {<T>(work: () => T) => T} Guard */
/** @typedef {{ ready: Promise<void>, guard: Guard }} Interrupts */

/**
 * Calls the listeners of SIGINT on `process` at each interrupt, whatever runs. To be called before anything listens.
 * @param {(ended: boolean) => void} interrupted called after them; whether something had to be ended by force
 * @returns {Interrupts} `guard` does work of the kernel itself, which may take its time and must not be ended half-way
 */
function watchInterrupts(interrupted) {
  const shared = new Int32Array(new SharedArrayBuffer(16));
  const byNode = () => void process.on("SIGINT", () => interrupted(false));
  // Windows has no such signals.
  if (process.platform === "win32" || !keepSignal()) {
    byNode();
    return { ready: Promise.resolve(), guard: (work) => work() };
  }
  const watchdog = new Worker(join(__dirname, "watchdog.cjs"), { workerData: { shared, place } });
  watchdog.unref();
  let ended = 0;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => {
    watchdog.on("message", (/** @type {number} */ seen) => {
      if (seen === 0) return resolve();
      if (seen <= Atomics.load(shared, place.answered)) return;
      Atomics.store(shared, place.answered, seen);
      Atomics.notify(shared, place.answered);
      const now = Atomics.load(shared, place.ended);
      const byForce = now !== ended;
      ended = now;
      process.emit("SIGINT", "SIGINT");
      interrupted(byForce);
    });
    watchdog.on("error", (error) => {
      console.error(`kernel: loops outside of a cell's own code cannot be interrupted (${error.message})`);
      byNode();
      resolve();
    });
  });
  return {
    ready,
    guard(work) {
      Atomics.add(shared, place.guarded, 1);
      try {
        return work();
      } finally {
        Atomics.sub(shared, place.guarded, 1);
      }
    },
  };
}

module.exports = { watchInterrupts };
