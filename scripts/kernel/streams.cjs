// `process.stdout.write` and `process.stderr.write` as a cell finds them: what they are given goes to the page. tslab's own pass
// over the encoding and the callback, and code that awaits the callback would wait for ever.
const process = require("node:process");

const { Buffer } = globalThis;
const { nextTick } = process;

/** @typedef {(name: "stdout" | "stderr", piece: string | Uint8Array) => void} Print */

/** @param {unknown} chunk @param {unknown} encoding @returns {string | Uint8Array} text, or UTF-8 */
function piece(chunk, encoding) {
  if (typeof chunk === "string")
    return typeof encoding === "string" && !/^utf-?8$/i.test(encoding)
      ? Buffer.from(chunk, /** @type {BufferEncoding} */ (encoding))
      : chunk;
  if (ArrayBuffer.isView(chunk)) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const got = chunk === null ? "null" : typeof chunk;
  throw new TypeError(`write: got ${got}, needs a string, a Buffer, a TypedArray or a DataView`);
}

/** @returns {{ writeTo(print: Print): void }} writeTo also puts back what a cell has replaced */
function takeStreams() {
  /** @type {Print} */
  let print = () => {};
  const streams = /** @type {const} */ (["stdout", "stderr"]).map((name) => {
    function write(/** @type {unknown} */ chunk, /** @type {unknown[]} */ ...rest) {
      print(name, piece(chunk, rest[0]));
      const callback = rest.find((each) => typeof each === "function");
      if (callback !== undefined) nextTick(callback);
      return true;
    }
    return { stream: process[name], write };
  });
  return {
    writeTo(to) {
      print = to;
      // Assigned without a word where a cell has frozen the stream.
      for (const { stream, write } of streams) Reflect.set(stream, "write", write);
    },
  };
}

module.exports = { takeStreams };
