// What cells send to the page. The first prints of a turn go out at once, so that a cell which says what it is about to do is
// seen to say it; a flood is joined, some ten messages per second, or Jupyter would drop it by its rate limits (1,000
// messages per second). And it is bounded: a loop that prints for ever must not fill the memory of kernel, server and page.
const { StringDecoder } = require("node:string_decoder");
const { setImmediate: afterTurn, setTimeout: later } = require("node:timers");

/** Messages that may go out at once, and how many per second are granted anew. */
const burst = 10;
/** Milliseconds that text waits for more, unless a loop keeps the thread. */
const delay = 1000 / burst;
/**
 * Characters at which joined text is sent, whatever the time; and milliseconds that text waits. Both grow with what the cell has
 * printed: JupyterLab draws all of a cell's text anew with each message, so that a million lines in equal pieces would keep
 * its page busy for minutes.
 */
const largest = (/** @type {number} */ printed) => Math.max(64 * 1024, printed);
const delayAfter = (/** @type {number} */ printed) => Math.max(delay, printed / 1000);
/** Characters that one cell may print. */
const printable = 20 * 1024 * 1024;
/** Characters of displays that one cell may send without letting the event loop turn: a loop of figures has an end. */
const showable = 256 * 1024 * 1024;

const megabytes = (/** @type {number} */ characters) => `${(characters / 1024 / 1024).toFixed(1)} MB`;

/**
 * @param {(type: string, content: object) => number} publish sends one message of the cell that runs, or ran last, and says
 *   how many characters it has
 * @param {() => number} now in milliseconds
 */
function createOutput(publish, now = () => performance.now()) {
  let text = "";
  let stream = "";
  let scheduled = false;
  let granted = burst;
  let asked = now();
  let printed = 0;
  let shown = 0;
  let lost = { lines: 0, characters: 0, displays: 0 };
  /** A character may come in two pieces of bytes: they keep what came of it so far. */
  const decoders = { stdout: new StringDecoder(), stderr: new StringDecoder() };

  function flush() {
    if (text === "") return;
    const content = { name: stream, text };
    text = "";
    publish("stream", content);
  }

  function isGranted() {
    const time = now();
    granted = Math.min(burst, granted + (time - asked) / delayAfter(printed));
    asked = time;
    if (granted < 1) return false;
    granted -= 1;
    return true;
  }

  function flushLater() {
    if (!scheduled)
      later(() => {
        scheduled = false;
        flush();
      }, delayAfter(printed));
    scheduled = true;
  }

  /** @param {string} name @param {string} piece */
  function add(name, piece) {
    if (name !== stream) flush();
    stream = name;
    text += piece;
    if (text.length >= largest(printed - text.length) || isGranted()) flush();
    else flushLater();
  }

  /** Says what was left out since the last word on it. */
  function sayLost() {
    const { lines, characters, displays } = lost;
    lost = { lines: 0, characters: 0, displays: 0 };
    if (characters > 0)
      add("stderr", `[kernel] ${lines.toLocaleString("en")} further lines (${megabytes(characters)}) are not shown.\n`);
    if (displays > 0) add("stderr", `[kernel] ${displays.toLocaleString("en")} further outputs are not shown.\n`);
  }

  /** Says at once that a bound is reached: what would carry a later word along is no longer shown. @param {string} text */
  function sayBound(text) {
    add("stderr", `\n[kernel] This cell has ${text} not shown.\n`);
    flush();
  }

  return {
    /** A new cell: with it begins a new allowance. */
    begin() {
      sayLost();
      flush();
      printed = 0;
      shown = 0;
    },
    /** @param {"stdout" | "stderr"} name @param {string | Uint8Array} given text, or UTF-8 */
    print(name, given) {
      const decoder = decoders[name];
      const piece = typeof given === "string" ? decoder.end() + given : decoder.write(given);
      const room = printable - printed;
      const taken = piece.length <= room ? piece : piece.slice(0, room);
      printed += taken.length;
      if (taken !== "") add(name, taken);
      if (taken === piece) return;
      if (lost.characters === 0) sayBound(`printed ${megabytes(printable)}; what it prints from here on is`);
      const rest = piece.slice(taken.length);
      lost.characters += rest.length;
      lost.lines += rest.split("\n").length - 1;
    },
    /** @param {string} type of message @param {object} content */
    show(type, content) {
      if (shown === 0)
        afterTurn(() => {
          shown = 0;
        });
      if (shown > showable) {
        if (lost.displays === 0) sayBound(`sent ${megabytes(showable)} of outputs at once; further ones are`);
        lost.displays += 1;
        return;
      }
      flush();
      shown += publish(type, content);
    },
    /** Sends what is still held back. */
    flush,
    /** The end of a cell: what it printed, and what of that is not shown. */
    end() {
      for (const [name, decoder] of Object.entries(decoders)) {
        const rest = decoder.end();
        if (rest !== "") add(name, rest);
      }
      sayLost();
      flush();
    },
  };
}

module.exports = { createOutput };
