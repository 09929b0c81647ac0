// The five sockets of a kernel. tslab sends without waiting, and zeromq makes every 513th send of a turn an asynchronous
// one, during which the next throws "Socket is busy writing": its message was lost, and often the kernel with it
// (docs/tslab-512-messages.md). Here no send is ever asynchronous: with `sendTimeout: 0` zeromq hands each message to its own
// thread in the same turn, and with no high-water mark there is always room. So all are sent, in order, and a loop that
// prints is seen while it runs. How much a cell may send is bounded before it comes here (output.cjs).

/** @typedef {{ transport: string, ip: string, key: string, shell_port: number, iopub_port: number, stdin_port: number, control_port: number, hb_port: number }} Connection */
/** @typedef {"shell" | "control"} Channel */

/** A second for what still waits when the process ends; a reader that is gone must not hold it up. */
const options = { sendTimeout: 0, sendHighWaterMark: 0, linger: 1000 };

/**
 * @param {Connection} connection as Jupyter's connection file has it
 * @param {(channel: Channel, frames: Buffer[]) => void} receive
 * @param {{ report: (error: unknown) => void, fail: (error: unknown) => void }} on report: a message was not sent; fail: no more
 *   are received
 */
async function openSockets(connection, receive, { report, fail }) {
  const zmq = require("zeromq");
  const iopub = new zmq.Publisher(options);
  const routers = { shell: new zmq.Router(options), control: new zmq.Router(options), stdin: new zmq.Router(options) };
  const heartbeat = new zmq.Reply({ linger: 0 });
  const bind = (/** @type {{ bind(address: string): Promise<void> }} */ socket, /** @type {number} */ port) =>
    socket.bind(`${connection.transport}://${connection.ip}:${port}`);
  await Promise.all([
    ...[bind(iopub, connection.iopub_port), bind(routers.shell, connection.shell_port)],
    ...[bind(routers.control, connection.control_port), bind(routers.stdin, connection.stdin_port)],
    bind(heartbeat, connection.hb_port),
  ]);

  async function take(/** @type {Channel} */ channel) {
    for await (const frames of routers[channel]) receive(channel, frames);
  }
  async function echo() {
    for await (const frames of heartbeat) await heartbeat.send(frames);
  }
  function listen() {
    for (const channel of /** @type {const} */ (["shell", "control"]))
      take(channel).catch((error) => {
        if (error.code !== "EBUSY") fail(error); // busy: messages are taken there
      });
  }
  echo().catch(report);
  listen();

  return {
    /** To be called after something was ended by force, which may have taken along that a message was waited for. */
    listen,
    /** @param {(string | Buffer)[]} frames */
    publish: (frames) => void iopub.send(frames).catch(report),
    /** @param {Channel} channel @param {(string | Buffer)[]} frames */
    reply: (channel, frames) => void routers[channel].send(frames).catch(report),
  };
}

module.exports = { openSockets };
