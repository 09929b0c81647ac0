// The kernel that Jupyter starts: `node launcher.cjs --config-path=CONNECTION_FILE`. It is tslab, put together from
// tslab's own parts, with what hurts in it mended; each file beside this one says what and why. Notebooks must not rely
// on it: they run under a stock tslab too.
const { readFileSync } = require("node:fs");
const process = require("node:process"); // a cell may delete the global one
const { setInterval: repeat } = require("node:timers");
const { wrapTypeScript } = require("./compiler.cjs");
const { watchByLooking } = require("./files.cjs");
const { reloadChangedModules } = require("./modules.cjs");
const { createHandler } = require("./handler.cjs");
const { uninterrupted, watchInterrupts } = require("./interrupt.cjs");
const { withOwnJson } = require("./json.cjs");
const { createServer } = require("./server.cjs");
const { requireFromKit } = require("./outside.cjs");
const { createSession } = require("./session.cjs");
const { takeStreams } = require("./streams.cjs");
const { runStretches, toGenerator } = require("./stretches.cjs");
const { dropThen } = require("./thenable.cjs");
const { guardTimers } = require("./timers.cjs");
const { trackWorkers } = require("./workers.cjs");

/** @param {string} configPath Jupyter's connection file */
async function start(configPath) {
  /** @type {(ended: boolean) => void} */
  let interrupted = () => {};
  const interrupts = watchInterrupts((ended) => interrupted(ended));
  /** @template T @param {() => T} work */
  const compile = (work) => uninterrupted(() => withOwnJson(work));

  const ts = require("@tslab/typescript-for-tslab");
  const files = watchByLooking(ts);
  const { typescript, takePositions } = wrapTypeScript(ts);
  // Before tslab loads: what it requires is the wrapped one.
  const loaded = require.cache[require.resolve("@tslab/typescript-for-tslab")];
  if (loaded) loaded.exports = typescript;

  const { createConverter } = require("tslab/dist/converter");
  const { createExecutor } = require("tslab/dist/executor");
  const jupyter = require("tslab/dist/jupyter");
  const { versions } = require("tslab");

  requireFromKit();
  const workers = trackWorkers();
  const timers = guardTimers(() => interrupted(true));
  const stretches = runStretches();
  const modules = reloadChangedModules();
  const session = createSession({
    ...{ createConverter, createExecutor, takePositions },
    toGenerator: (code, name) => toGenerator(ts, code, name),
    compile,
    beforeCell() {
      files.look();
      modules.refresh();
    },
    unresolved: files.lookAgain,
    interrupted: workers.end,
    isInterrupted: interrupts.isPending,
  });
  const background = (/** @type {unknown} */ error) =>
    console.error(`Uncaught, outside a running cell: ${session.describe(error).traceback.join("\n")}`);
  process.on("uncaughtException", background);
  process.on("unhandledRejection", background);
  const end = process.exit.bind(process);
  const exit = () => end(0);
  exitWithParent(exit);
  repeat(dropThen, 100).unref(); // a timer of a cell may set it while nothing runs, and no request would come in

  const terminal = process.stderr.write.bind(process.stderr);
  const report = (/** @type {unknown} */ error) => {
    try {
      terminal(`kernel: ${error instanceof Error ? error.stack : "an error that cannot be shown"}\n`);
    } catch {} // a cell may have closed the terminal's file
  };
  const streams = takeStreams();
  const handler = createHandler(jupyter, session.executor, { versions, compile });
  await interrupts.ready;
  const server = await createServer(handler, session, {
    connection: JSON.parse(readFileSync(configPath, "utf8")),
    interrupt: () => interrupted(false),
    exit,
    report,
    fail(error) {
      report(error);
      report(new Error("no answer can be given any more, so the kernel ends"));
      end(1); // Jupyter says so, and starts another
    },
    writeTo(output) {
      streams.writeTo(output.print);
      Object.assign(jupyter, {
        lastWriteDisplayData: (/** @type {object} */ data, /** @type {boolean} */ update) =>
          output.show(update ? "update_display_data" : "display_data", data),
      });
    },
  });
  // A cell that ends the process has said something first.
  process.on("exit", () => {
    try {
      server.flush();
    } catch (error) {
      report(error);
    }
  });

  interrupted = (ended) => {
    workers.end();
    stretches.abandon();
    session.executor.interrupt();
    if (ended) timers.clearIntervals();
    if (ended && !server.isRunning())
      console.error("Interrupted: a loop that an earlier cell had left running was stopped.");
    server.interrupted(ended);
  };
}

/** Jupyter, killed hard, tells its kernels nothing. @param {() => void} exit */
function exitWithParent(exit) {
  const parent = process.ppid;
  // Not on Windows, where a process keeps the number of a parent that has ended.
  if (process.platform === "win32") return;
  repeat(() => {
    if (process.ppid !== parent) exit();
  }, 1000).unref();
}

// The stack of an error is cut at 10 frames, which may all lie in the library: the cell's line would be lost.
Error.stackTraceLimit = 50;

const option = "--config-path=";
const configPath = process.argv.find((argument) => argument.startsWith(option))?.slice(option.length);
if (configPath) {
  // Jupyter picks free ports and hands them on; now and then another program is quicker to take one. A kernel that cannot
  // listen must end: Jupyter then starts another, and waits for this one in vain otherwise.
  start(configPath).catch((/** @type {Error} */ error) => {
    console.error(`The kernel cannot listen where Jupyter told it to: ${error.message}`);
    process.exit(1);
  });
} else {
  console.error("launcher: no --config-path=FILE; Jupyter starts this kernel and names its connection file there");
  process.exitCode = 1;
}
