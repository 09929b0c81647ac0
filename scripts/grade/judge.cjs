// Holds the judges of a course's notebook. Only the course's code runs here: answers come as data, and a function of a student is
// called where it was made, in the student's own process.
const process = require("node:process");
const { inShort, openSession } = require("./cells.cjs");
const { read, write } = require("./channel.cjs");
const { decode, encode } = require("./wire.cjs");

/** @typedef {{ title: string, judge: (answer: any) => any, options: object }} Held */

/** @type {Map<string, Held>} */
const held = new Map();
Object.defineProperty(globalThis, Symbol.for("emergence.exercise"), {
  value:
    (/** @type {string} */ key) =>
    (/** @type {any} */ title, /** @type {any} */ _open, /** @type {any} */ judge, options = {}) => {
      held.set(key, { title, judge, options });
    },
});

/** @type {import("./wire.cjs").Call} */
function callStudent(id, args) {
  write({ event: "call", id, args: args.map((one) => encode(one, undefined)) });
  const reply = read();
  if (reply === undefined) process.exit(0);
  if (reply.error !== undefined) throw new Error(`the answer threw: ${reply.error}`);
  return decode(reply.value, undefined);
}

async function main() {
  const session = openSession();
  const { cells } = read();
  for (const [index, source] of cells.entries()) {
    const outcome = await session.run(source, index + 1);
    if (outcome.kind === "failed") write({ event: "failed", index, error: inShort(outcome.failure) });
  }
  write({ event: "ready", keys: [...held.keys()] });
  const { gradeExercise } = require("@emergence/plot");
  for (let request = read(); request !== undefined; request = read()) {
    const { key, points } = request;
    const { title, judge, options } = /** @type {Held} */ (held.get(key));
    try {
      const answer = decode(request.value, callStudent);
      write({ event: "grade", ...gradeExercise(title, answer, judge, { ...options, points }) });
    } catch (error) {
      write({ event: "grade", state: "wrong", points: 0, hint: error instanceof Error ? error.message : `${error}` });
    }
  }
  process.exit(0);
}

void main();
