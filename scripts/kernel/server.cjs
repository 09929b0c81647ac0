// The kernel's side of the Jupyter protocol, in place of tslab's: requests are answered one by one, whatever a cell does.
const { setTimeout: later } = require("node:timers");
const { setTimeout: wait } = require("node:timers/promises");
const { MessageChannel } = require("node:worker_threads");
const { uninterrupted } = require("./interrupt.cjs");
const { createOutput } = require("./output.cjs");
const { decode, encode } = require("./messages.cjs");
const { openSockets } = require("./sockets.cjs");
const { dropThen } = require("./thenable.cjs");
const { interruption } = require("./traceback.cjs");

/** @typedef {import("./messages.cjs").Request} Request */
/** @typedef {import("./sockets.cjs").Channel} Channel */
/** @typedef {import("./session.cjs").Outcome} Outcome */
/** @typedef {{ channel: Channel, request: Request }} Arrival */

/** Milliseconds after which an interrupted cell counts as ended, even if what it waits for never comes back. */
const patience = 50;

/**
 * @param {import("tslab/dist/jupyter").JupyterHandlerImpl} handler
 * @param {ReturnType<typeof import("./session.cjs").createSession>} session
 * @param {{
 *   connection: import("./sockets.cjs").Connection,
 *   interrupt: () => void,
 *   exit: () => void,
 *   report: (error: unknown) => void,
 *   fail: (error: unknown) => void,
 *   writeTo: (output: ReturnType<typeof createOutput>) => void,
 * }} kernel report: tells what went wrong with one message; fail: no answer can be given any more; writeTo: called before each
 *   cell, with where its prints and displays go
 */
async function createServer(handler, session, { connection, interrupt, exit, report, fail, writeTo }) {
  let count = 0;
  let running = false;
  /** @type {Arrival[]} */
  const queue = [];
  /** The request whose cell runs, or ran last: what a cell prints later goes to it. @type {Request | undefined} */
  let current;
  /** Messages published for it. */
  let published = 0;
  /** What waits for a turn of its own. @type {(() => void)[]} */
  const due = [];
  const turns = new MessageChannel();
  turns.port2.on("message", () => {
    for (let step = due.shift(); step; step = due.shift()) step();
  });
  /** Ends the cell that runs. */
  let abandon = () => {};

  const sockets = await openSockets(
    connection,
    (channel, frames) => {
      const request = decode(connection.key, frames);
      if (typeof request === "string") report(new Error(`got ${request}`));
      else receive({ channel, request });
    },
    { report, fail },
  );

  /** @param {Request} request @param {string} type @param {object} content */
  function publish(request, type, content) {
    return uninterrupted(() => {
      const frames = encode(connection.key, { to: [], parent: request.header, type, content });
      sockets.publish(frames);
      if (request === current) published += 1;
      return frames.at(-1)?.length ?? 0;
    });
  }
  const status = (/** @type {Request} */ request, /** @type {"busy" | "idle"} */ execution_state) =>
    publish(request, "status", { execution_state });

  const output = createOutput((type, content) => (current === undefined ? 0 : publish(current, type, content)));

  /** @param {Arrival} arrival @param {object} content @param {object} [metadata] */
  function reply({ channel, request }, content, metadata) {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    const { header: parent, identities: to } = request;
    uninterrupted(() => sockets.reply(channel, encode(connection.key, { to, parent, type, content, metadata })));
  }

  /** @type {Record<string, (content: any) => object>} what is answered at once, beside a cell that waits */
  const answers = {
    kernel_info_request: () => ({ status: "ok", ...handler.handleKernel() }),
    is_complete_request: (content) => handler.handleIsComplete(content),
    inspect_request: (content) => handler.handleInspect(content),
    complete_request: (content) => handler.handleComplete(content),
    comm_info_request: () => ({ status: "ok", comms: {} }),
    history_request: () => ({ status: "ok", history: [] }),
    interrupt_request() {
      interrupt();
      return { status: "ok" };
    },
    shutdown_request(content) {
      // A timer or a worker of a cell would keep the process alive; the reply needs a moment to leave.
      later(exit, 100);
      return { status: "ok", restart: content.restart };
    },
  };

  /** @param {Arrival} arrival */
  function receive(arrival) {
    const { request } = arrival;
    const type = request.header.msg_type;
    if (type === "execute_request") {
      queue.push(arrival);
      if (!running) void runQueue();
      return;
    }
    status(request, "busy");
    try {
      // Messages that await no answer (of widgets, say) are passed over.
      const answer = Object.hasOwn(answers, type) ? answers[type] : undefined;
      if (answer) reply(arrival, answer(request.content));
    } catch (error) {
      report(error);
      reply(arrival, { status: "error", ename: "KernelError", evalue: `${type} failed`, traceback: [] });
    }
    status(request, "idle");
  }

  async function runQueue() {
    running = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) await runNext(next);
    } catch (error) {
      fail(error); // not even that a cell failed can be said
    } finally {
      running = false;
    }
  }

  /** Answers one request to run a cell. @param {Arrival} arrival */
  async function runNext(arrival) {
    const { request } = arrival;
    try {
      output.begin();
      current = request;
      published = 0;
      status(request, "busy");
      await answerCell(arrival);
    } catch (error) {
      report(error);
      const evalue = `the answer cannot be sent (${session.describe(error).evalue})`;
      await answerFailure(arrival, { ename: "KernelError", evalue, traceback: [`KernelError: ${evalue}`] });
    }
    status(request, "idle");
  }

  /** @param {Arrival} arrival */
  async function answerCell(arrival) {
    const { request } = arrival;
    const { code, silent = false } = request.content;
    if (!silent) {
      count++;
      publish(request, "execute_input", { code, execution_count: count });
    }
    writeTo(output);
    const outcome = await run(code);
    output.end();
    if (outcome.kind === "failed") return answerFailure(arrival, outcome.failure);
    const execution_count = count;
    if (outcome.kind === "value" && !silent)
      publish(request, "execute_result", { execution_count, data: outcome.data, metadata: {} });
    const nothing = { payload: [], user_expressions: {} };
    reply(arrival, { status: "ok", execution_count, ...nothing }, { messages: published });
  }

  /** @param {Arrival} arrival @param {import("./traceback.cjs").Failure} failure */
  async function answerFailure(arrival, failure) {
    const { request } = arrival;
    const { stop_on_error = true } = request.content;
    const execution_count = count;
    const refused = stop_on_error ? await takeWaiting() : [];
    try {
      publish(request, "error", failure);
      reply(arrival, { status: "error", execution_count, ...failure }, { messages: published });
    } finally {
      for (const each of refused) {
        status(each.request, "busy");
        reply(each, { status: "aborted", execution_count });
        status(each.request, "idle");
      }
    }
  }

  /**
   * Runs a cell to its end or to Interrupt. What Interrupt ends takes along all else that its turn was to do. So the cell begins
   * in a turn of its own, apart from the reading of the next request and from the wait for this cell, and what follows on it
   * has its own too. Messages begin these turns, since Node's timers do not bear to be ended by force.
   * @param {string} code @returns {Promise<Outcome>}
   */
  function run(code) {
    return new Promise((resolve, reject) => {
      abandon = () => {
        dropThen();
        resolve({ kind: "failed", failure: interruption() });
      };
      inTurn(async () => {
        try {
          const outcome = await session.run(code, count);
          inTurn(() => resolve(outcome));
        } catch (error) {
          inTurn(() => reject(error));
        }
      });
    });
  }

  /** @param {() => void} step */
  function inTurn(step) {
    due.push(step);
    turns.port1.postMessage(undefined);
  }

  /**
   * The requests that were sent without waiting for the one that failed ("Run all"): those here, and those that lie
   * in the socket. A request that is sent once the failure is known comes later and runs.
   */
  async function takeWaiting() {
    for (let before = -1; before !== queue.length; ) {
      before = queue.length;
      await wait(20);
    }
    return queue.splice(0);
  }

  return {
    /** Sends what is still held back. */
    flush: output.flush,
    /** After an interrupt: the cell that it met is over, in case it does not end by itself. @param {boolean} ended by force */
    interrupted(ended) {
      if (ended) sockets.listen();
      const met = abandon;
      later(met, patience);
    },
    isRunning: () => running,
  };
}

module.exports = { createServer };
