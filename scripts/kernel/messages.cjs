// Messages of the Jupyter protocol as they go over the wire:
// https://jupyter-client.readthedocs.io/en/latest/messaging.html. What they are made with is taken here once and for all:
// a cell that replaces `JSON.stringify` or `Date` harms only itself.
const { createHmac, randomBytes, timingSafeEqual } = require("node:crypto");

const { parse, stringify } = JSON;
const { Buffer } = globalThis;
const Clock = Date;
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
 * @returns {Request | string} or in words why they are no request
 */
function decode(key, frames) {
  const at = frames.findIndex((frame) => frame.equals(delimiter));
  if (at < 0 || frames.length < at + 6) return `${frames.length} frames that are no Jupyter message`;
  const [given = delimiter, header, , , content] = frames.slice(at + 1);
  const wanted = Buffer.from(signature(key, frames.slice(at + 2, at + 6)));
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return "a message signed with another key";
  try {
    const request = { identities: frames.slice(0, at), header: parse(`${header}`), content: parse(`${content}`) };
    const { header: of, content: holds } = request;
    return typeof of?.msg_type === "string" && typeof holds === "object" && holds !== null
      ? request
      : "a message without type or content";
  } catch {
    return "a message that is not JSON";
  }
}

/**
 * JSON that can be kept in a file: half a character (`"😀"[0]`) becomes the sign for what cannot be shown, as in a terminal.
 * Jupyter could not save a notebook with it. In JSON such a half stands as an escape, and a backslash as two.
 * @param {unknown} part
 */
function wellFormed(part) {
  const json = stringify(part);
  if (!json.includes("\\ud")) return json;
  return json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === "\\\\" ? found : "\ufffd"));
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
    ...{ date: new Clock().toISOString(), version: "5.3" },
  };
  const parts = [header, parent, metadata, content].map(wellFormed);
  return [...to, delimiter, signature(key, parts), ...parts];
}

module.exports = { decode, encode };
