// Messages of the Jupyter protocol as they go over the wire:
// https://jupyter-client.readthedocs.io/en/latest/messaging.html. What they are made with is taken here once and for all:
// a cell that replaces `JSON.stringify` harms only itself.
const { createHmac, randomBytes, timingSafeEqual } = require("node:crypto");

const { parse, stringify } = JSON;
const delimiter = Buffer.from("<IDS|MSG>");

/** @typedef {{ msg_id: string, msg_type: string, session: string, username: string, date?: string, version?: string }} Header */
/** @typedef {{ identities: Buffer[], header: Header, content: any }} Request */

const signature = (/** @type {string} */ key, /** @type {(string | Buffer)[]} */ parts) => {
  if (key === "") return "";
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

/**
 * @param {string} key of the connection file; "" leaves messages unsigned
 * @param {readonly Buffer[]} frames
 * @returns {Request} throws where the frames are no message, or are signed with another key
 */
function decode(key, frames) {
  const at = frames.findIndex((frame) => frame.equals(delimiter));
  if (at < 0 || frames.length < at + 6)
    throw new Error(`kernel: got ${frames.length} frames, which are no Jupyter message`);
  const [given = delimiter, header, , , content] = frames.slice(at + 1);
  const wanted = Buffer.from(signature(key, frames.slice(at + 2, at + 6)));
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given))
    throw new Error("kernel: got a message that is signed with another key");
  return { identities: frames.slice(0, at), header: parse(String(header)), content: parse(String(content)) };
}

/**
 * @param {string} key
 * @param {{ to: Buffer[], parent: Header, type: string, content: object, metadata?: object | undefined }} message `to`: whom a router
 *   socket sends it to; none on a publisher
 * @returns {(string | Buffer)[]}
 */
function encode(key, { to, parent, type, content, metadata = {} }) {
  const { session, username } = parent;
  const header = {
    ...{ msg_id: randomBytes(16).toString("hex"), msg_type: type, session, username },
    ...{ date: new Date().toISOString(), version: "5.3" },
  };
  const parts = [header, parent, metadata, content].map((part) => stringify(part));
  return [...to, delimiter, signature(key, parts), ...parts];
}

module.exports = { decode, encode };
