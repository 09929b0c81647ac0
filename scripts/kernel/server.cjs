// The kernel's side of the Jupyter protocol, in place of tslab's: requests are answered one by one, whatever a cell does.
const { once } = require("node:events");
const { setTimeout: later } = require("node:timers");
const { setTimeout: wait } = require("node:timers/promises");
const { MessageChannel } = require("node:worker_threads");
const { createOutput } = require("./output.cjs");
const { decode, encode } = require("./messages.cjs");
const { openSockets } = require("./sockets.cjs");
const { interruption } = require("./traceback.cjs");

/** @typedef {import("./messages.cjs").Request} Request */
/** @typedef {import("./sockets.cjs").Channel} Channel */
/** @typedef {import("./session.cjs").Outcome} Outcome */
/** @typedef {{ channel: Channel, request: Request }} Arrival */

/** Milliseconds after which an interrupted cell counts as ended, even if what it waits for never comes back. */
const patience = 50;
/** And after which the next cell runs, even if the answer to it was lost on its way here. */
const lastPatience = 2000;

/**
 * @param {import("tslab/dist/jupyter").JupyterHandlerImpl} handler
 * @param {ReturnType<typeof import("./session.cjs").createSession>} session
 * @param {{
 *   connection: import("./sockets.cjs").Connection,
 *   interrupt: () => void,
 *   exit: () => void,
 *   guard: import("./interrupt.cjs").Guard,
 *   report: (error: unknown) => void,
 *   writeTo: (output: ReturnType<typeof createOutput>) => void,
 * }} kernel writeTo: called before each cell, with where its prints and displays go
 */
async function createServer(handler, session, { connection, interrupt, exit, guard, report, writeTo }) {
  let count = 0;
  let running = false;
  /** Runs of the queue so far: one that lost its way is followed by another, and must not come back. */
  let runs = 0;
  /** @type {Arrival[]} */
  const queue = [];
  /** The request whose cell runs, or ran last: what a cell prints later goes to it. @type {Request | undefined} */
  let current;
  /** Messages published for it. */
  let published = 0;
  const turns = new MessageChannel();
  /** Ends the cell that runs. */
  let abandon = () => {};
  /** The request that is not answered yet. @type {Arrival | undefined} */
  let open;

  const sockets = await openSockets(
    connection,
    (channel, frames) => receive({ channel, request: decode(connection.key, frames) }),
    report,
  );

  /** @param {Request} request @param {string} type @param {object} content */
  function publish(request, type, content) {
    const frames = guard(() => encode(connection.key, { to: [], parent: request.header, type, content }));
    sockets.publish(frames);
    if (request === current) published += 1;
    return frames.at(-1)?.length ?? 0;
  }
  const status = (/** @type {Request} */ request, /** @type {"busy" | "idle"} */ execution_state) =>
    publish(request, "status", { execution_state });

  const output = createOutput((type, content) => (current === undefined ? 0 : publish(current, type, content)));

  /** @param {Arrival} arrival @param {object} content @param {object} [metadata] */
  function reply({ channel, request }, content, metadata) {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    const { header: parent, identities: to } = request;
    sockets.reply(channel, encode(connection.key, { to, parent, type, content, metadata }));
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
      const answer = answers[type];
      if (answer) reply(arrival, answer(request.content));
    } catch (error) {
      report(error);
      reply(arrival, { status: "error", ename: "KernelError", evalue: `${type} failed`, traceback: [] });
    } finally {
      status(request, "idle");
    }
  }

  async function runQueue() {
    running = true;
    runs += 1;
    const own = runs;
    while (own === runs) {
      const next = queue.shift();
      if (next === undefined) {
        running = false;
        return;
      }
      await runNext(next);
    }
  }

  /** Answers one request to run a cell, with an error where all else fails. @param {Arrival} arrival */
  async function runNext(arrival) {
    const { request } = arrival;
    try {
      output.begin();
      open = arrival;
      current = request;
      published = 0;
      status(request, "busy");
      await answerCell(arrival);
    } catch (error) {
      report(error);
      if (open === arrival) replyError(arrival);
    } finally {
      if (open === arrival) {
        open = undefined;
        status(request, "idle");
      }
    }
  }

  /** @param {Arrival} arrival */
  function replyError(arrival) {
    const failure = { ename: "KernelError", evalue: "the kernel lost its way in this cell", traceback: [] };
    reply(arrival, { status: "error", execution_count: count, ...failure });
  }

  /** @param {Arrival} arrival */
  async function answerCell(arrival) {
    const { request } = arrival;
    const { code, silent = false, stop_on_error = true } = request.content;
    if (!silent) {
      count++;
      publish(request, "execute_input", { code, execution_count: count });
    }
    writeTo(output);
    const outcome = await run(code);
    output.end();
    const execution_count = count;
    if (outcome.kind === "failed") {
      const refused = stop_on_error ? await takeWaiting() : [];
      publish(request, "error", outcome.failure);
      reply(arrival, { status: "error", execution_count, ...outcome.failure }, { messages: published });
      for (const each of refused) {
        status(each.request, "busy");
        reply(each, { status: "aborted", execution_count });
        status(each.request, "idle");
      }
      return;
    }
    if (outcome.kind === "value" && !silent)
      publish(request, "execute_result", { execution_count, data: outcome.data, metadata: {} });
    const nothing = { payload: [], user_expressions: {} };
    reply(arrival, { status: "ok", execution_count, ...nothing }, { messages: published });
  }

  /**
   * Runs a cell to its end or to Interrupt. It begins in a turn of its own: a loop that is ended by force takes along what
   * else its turn was to do, and that must not be the reading of the next request. A message begins that turn, since
   * Node's timers do not bear to be ended by force.
   * @param {string} code @returns {Promise<Outcome>}
   */
  async function run(code) {
    const turn = once(turns.port2, "message");
    turns.port1.postMessage(undefined);
    await turn;
    // Awaited here: to hand the promise on takes a callback in the turn that may be ended.
    return await new Promise((resolve, reject) => {
      abandon = () => resolve({ kind: "failed", failure: interruption() });
      session.run(code, count).then(resolve, reject);
    });
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
    /** After an interrupt: the cell that it met is over, in case it does not end by itself. */
    interrupted() {
      const met = { abandon, open };
      later(met.abandon, patience);
      later(() => {
        if (open === undefined || open !== met.open) return;
        open = undefined;
        replyError(met.open);
        status(met.open.request, "idle");
        void runQueue();
      }, lastPatience);
    },
    isRunning: () => running,
  };
}

module.exports = { createServer };
