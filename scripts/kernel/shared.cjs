// What the kernel's thread and the watchdog (interrupt.cjs) tell each other, in memory that both can read at any time.

/**
 * Places in `shared`. seen, answered: the number of the latest interrupt that the watchdog has seen, and that the kernel has
 * come to hear of. ended: how often something was ended by force. working: the kernel does work of its own that must not be
 * ended half-way. entered: code runs that `vm` ends at a signal (entry.cjs).
 */
const place = { seen: 0, answered: 1, ended: 2, working: 3, entered: 4 };
const shared = new Int32Array(new SharedArrayBuffer(4 * Object.keys(place).length));

/** Does work during which a place counts one more. @template T @param {"working" | "entered"} name @param {() => T} work */
function during(name, work) {
  Atomics.add(shared, place[name], 1);
  try {
    return work();
  } finally {
    Atomics.sub(shared, place[name], 1);
  }
}

/** What is ended by force takes no `finally` along: the counts are set right once nothing runs any more. */
function nothingRuns() {
  Atomics.store(shared, place.working, 0);
  Atomics.store(shared, place.entered, 0);
}

module.exports = { during, nothingRuns, place, shared };
