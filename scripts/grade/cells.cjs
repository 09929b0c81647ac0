// The kit's session without Jupyter: the kernel's own parts, in a process of the grader.
const process = require("node:process");
const { wrapTypeScript } = require("../kernel/compiler.cjs");
const { watchByLooking } = require("../kernel/files.cjs");
const { withOwnJson } = require("../kernel/json.cjs");
const { requireFromKit } = require("../kernel/outside.cjs");
const { createSession } = require("../kernel/session.cjs");
const { runStretches, toGenerator } = require("../kernel/stretches.cjs");
const { takeStreams } = require("../kernel/streams.cjs");

/** @returns {ReturnType<typeof createSession>} a session in the folder where this process runs; what cells print and show is dropped */
function openSession() {
  const ts = require("@tslab/typescript-for-tslab");
  watchByLooking(ts); // nobody else writes files here, so nothing is looked at
  const { typescript, takePositions } = wrapTypeScript(ts);
  const loaded = require.cache[require.resolve("@tslab/typescript-for-tslab")];
  if (loaded) loaded.exports = typescript;
  const { createConverter } = require("tslab/dist/converter");
  const { createExecutor } = require("tslab/dist/executor");
  Object.assign(require("tslab/dist/jupyter"), { lastWriteDisplayData: () => {} });
  requireFromKit();
  runStretches();
  for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, () => {});
  const session = createSession({
    ...{ createConverter, createExecutor, takePositions },
    toGenerator: (code, name) => toGenerator(ts, code, name),
    compile: withOwnJson,
    ...{ beforeCell() {}, unresolved() {}, interrupted() {} },
    isInterrupted: () => false,
  });
  const streams = takeStreams();
  streams.writeTo(() => {});
  return session;
}

/** What cells have made, by name. @returns {Record<string, unknown>} */
const made = () => /** @type {any} */ (globalThis).__tslab__.exports;

/** The error of a cell in one line. @param {import("../kernel/traceback.cjs").Failure} failure */
const inShort = ({ ename, evalue, traceback }) =>
  (evalue ? `${ename}: ${evalue}` : traceback.join(" ")).split("\n").slice(0, 3).join(" ").slice(0, 500);

module.exports = { inShort, made, openSession };
