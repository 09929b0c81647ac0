// Tasks for tests of sweep: a worker loads this file and calls them by name.
const { appendFileSync, existsSync, writeFileSync } = require("node:fs");

/** The point itself, without its seed. @template P @param {P & { seed: number }} point @returns {Omit<P, "seed">} */
exports.itself = ({ seed, ...point }) => point;

/** @param {{ n: number }} point */
exports.square = ({ n }) => n * n;

/** @param {{ n: number }} point */
exports.plusOne = ({ n }) => n + 1;

/** @param {{ a: number, b: string }} point */
exports.joined = ({ a, b }) => `${a}${b}`;

/** Milliseconds to wait for. @param {{ wait: number }} point @returns {Promise<number>} */
exports.slow = ({ wait }) => new Promise((done) => setTimeout(done, wait, wait));

/** Numbers that depend on the seed, by the kit's own generator. @param {{ mean: number, count: number, seed: number }} point */
exports.noisy = ({ mean, count, seed }) => {
  const { random } = require("@emergence/lib/stats"); // here, since each thread of every other task would load it too
  const stream = random(seed);
  const values = Float64Array.from({ length: count }, () => mean + stream.normal());
  return { values, last: values.at(-1) };
};

/** Values that JSON would lose. */
exports.odd = () => ({
  numbers: [-0, Number.NaN, Infinity, 0.1 + 0.2, undefined],
  typed: new Int8Array([1, -1]),
  map: new Map([["a", 1n]]),
});

/** Writes a mark into a log. @param {{ n: number, log: string, seed: number }} point */
exports.logged = ({ n, log, seed }) => {
  appendFileSync(log, ".");
  return { n, seed, typed: Float64Array.of(n, -0, Number.NaN), nothing: undefined };
};

/** Writes the number, and waits at 2 for a file. @param {{ n: number, log: string }} point */
exports.heldAtTwo = ({ n, log }) => {
  appendFileSync(log, `${n} `);
  for (; n === 2 && !existsSync(`${log}.go`); );
  return n;
};

/** Fails at 5 while a file is missing. @param {{ n: number, log: string, marker: string }} point */
exports.mended = ({ n, log, marker }) => {
  if (n === 5 && !existsSync(marker)) throw new Error("not yet");
  appendFileSync(log, ".");
  return n;
};

/** @param {{ n: number }} point */
exports.failsAtTwo = ({ n }) => {
  if (n === 2) throw new RangeError("n is 2, needs another");
  return n;
};

/** Fails at 2, and never ends before. @param {{ n: number }} point */
exports.failsOrLoops = ({ n }) => {
  if (n > 1) throw new Error("no");
  for (;;);
};

exports.loops = () => {
  for (;;);
};

exports.waits = () => new Promise(() => {});

/** Ends its thread at 200, the first time. @param {{ n: number, marker: string }} point */
exports.diesOnce = ({ n, marker }) => {
  if (n === 200 && !existsSync(marker)) {
    writeFileSync(marker, "");
    process.exit(7);
  }
  return 10 * n;
};

/** Ends its thread at 3, by whatever code. @param {{ n: number, exit: number }} point */
exports.dies = ({ n, exit }) => (n === 3 ? process.exit(exit) : n);

/** Throws when nobody listens. @param {{ n: number }} point */
exports.throwsLate = ({ n }) =>
  new Promise(() => {
    setTimeout(() => {
      throw new Error(`late ${n}`);
    });
  });

/**
 * Runs out of memory at 2, by small objects: for arrays and strings, Node 24 aborts the whole process where Node 20 ends the thread
 * (https://github.com/nodejs/node/issues/47224). @param {{ n: number }} point
 */
exports.hoards = ({ n }) => {
  let all = {};
  while (n === 2) all = { all, n: Math.random() };
  return n;
};

exports.functions = () => ({ a: [() => 1] });
exports.inMap = () => new Map([["a", { b: Symbol("b") }]]);
exports.instances = () => ({ a: new (class Lattice {})() });
exports.shared = () => ({ a: new Float64Array(new SharedArrayBuffer(8)) });
exports.proxies = () => new Proxy({}, {});

/** An object that holds itself. */
exports.cyclic = () => {
  /** @type {Record<string, unknown>} */
  const value = { n: 1 };
  value.itself = value;
  return value;
};

const { curve, curves, fit, fitBinomial } = require("@emergence/lib/fit");
const times = [0, 1, 2, 3, 4, 5, 6, 7];
const heights = times.map((t) => 2 / (1 + Math.exp(3 - t)) + Math.sin(7 * t) / 20);

/** Fits of several kinds, within other things. @param {{ k: number }} point */
exports.fits = ({ k }) => ({
  k,
  logistic: fit(curves.logistic, times, heights, { start: { L: 2, k, x0: 3 } }),
  others: [
    fit(curve("a * b * x + c"), times, heights),
    fitBinomial(
      curves.logistic,
      times,
      times.map((t) => 2 + 6 * t),
      times.map(() => 50),
      { chance: 0.02 },
    ),
    fit(curves.line, [1, 1], [1, 2]),
  ],
});
exports.ownModel = () => [fit({ ...curves.line, name: "mine" }, times, heights)];
exports.ownModelNumbers = () => [{ ...fit({ ...curves.line, name: "mine" }, times, heights) }];
