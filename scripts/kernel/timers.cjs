// Callbacks of timers, with the promises' callbacks that follow from each, are entered through `vm`, so that Interrupt stops a
// loop in them (stretches.cjs says why). To end one by force, as interrupt.cjs does with all other callbacks, would end the
// kernel: Node checks its timers' bookkeeping.
const timers = require("node:timers");
const { promisify } = require("node:util");
const { syncBuiltinESMExports } = require("node:module");
const { enter } = require("./entry.cjs");
const { isInterruption } = require("./traceback.cjs");

/** What Node does after each callback. */
const runPromises =
  /** @type {{ _tickCallback?: () => void }} */ (/** @type {unknown} */ (process))._tickCallback ?? (() => {});
const { clearInterval, clearTimeout, setImmediate, setInterval, setTimeout } = timers;

/**
 * Replaces the global functions and those of node:timers; what was taken from there before goes on as it was.
 * @param {() => void} interrupted called when a loop in a timer's callback was stopped
 * @returns {{ clearIntervals(): void }} clearIntervals ends all that were begun since and repeat
 */
function guardTimers(interrupted) {
  /** @type {Set<NodeJS.Timeout>} */
  const repeating = new Set();

  /** @param {any} callback */
  function guarded(callback) {
    if (typeof callback !== "function") return callback; // Node has its own words for it
    /** @this {NodeJS.Timeout} @param {unknown[]} args */
    function entry(...args) {
      try {
        enter(() => {
          callback.apply(this, args);
          runPromises();
        });
      } catch (error) {
        if (!isInterruption(error)) throw error;
        clearInterval(this);
        interrupted();
      }
    }
    return entry;
  }
  /** @type {(original: any, note?: (timer: any) => void) => any} */
  const replaced = (original, note = () => {}) => {
    const replacement = (/** @type {unknown} */ callback, /** @type {unknown[]} */ ...args) => {
      const timer = original(guarded(callback), ...args);
      note(timer);
      return timer;
    };
    const { [promisify.custom]: later } = original;
    return later === undefined ? replacement : Object.assign(replacement, { [promisify.custom]: later });
  };
  const replacements = {
    setTimeout: replaced(setTimeout),
    setImmediate: replaced(setImmediate),
    setInterval: replaced(setInterval, (timer) => repeating.add(timer)),
    clearInterval: (/** @type {any} */ timer) => {
      repeating.delete(timer);
      clearInterval(timer);
    },
  };
  Object.assign(timers, replacements);
  Object.assign(globalThis, replacements);
  syncBuiltinESMExports();
  return {
    clearIntervals() {
      for (const timer of repeating) clearTimeout(timer);
      repeating.clear();
    },
  };
}

module.exports = { guardTimers };
