// Node stops a loop at Interrupt only in code that was entered through `vm` with breakOnSigint: any function can be, here.
const vm = require("node:vm");
const { during } = require("./shared.cjs");

const name = "emergence.kernel.enter";
const script = new vm.Script(`globalThis[Symbol.for(${JSON.stringify(name)})]()`);
/** @type {() => any} */
let work = () => {};
provide(name, () => work());

/** Gives code a function, fixed: a cell may freeze the global object, or write to all that it finds there. @param {string} name @param {Function} value */
function provide(name, value) {
  Object.defineProperty(globalThis, Symbol.for(name), { value });
}

/** @template T @param {() => T} call @returns {T} */
function enter(call) {
  work = call;
  return during("entered", () => script.runInThisContext({ breakOnSigint: true }));
}

module.exports = { enter, provide };
