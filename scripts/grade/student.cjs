// Runs a student's notebook in a sandbox and says what its answers are. Nothing that is said here is believed but for the answers
// themselves: they are judged elsewhere, by code that has never met this process.
const process = require("node:process");
const { inShort, made, openSession } = require("./cells.cjs");
const { read, write } = require("./channel.cjs");
const { decode, encode } = require("./wire.cjs");

/** @typedef {{ key: string, name: string }} Wanted an exercise, and the name of its answer */
/** @typedef {{ source: string, instead?: string, wanted: Wanted[] }} StudentCell `instead`: the course's cell where the student's fails */

/** @type {Function[]} */
const functions = [];
const register = (/** @type {Function} */ one) => functions.push(one) - 1;

/** @param {Wanted} wanted */
function tell({ key, name }) {
  if (!Object.hasOwn(made(), name)) return write({ event: "answer", key, missing: true });
  try {
    write({ event: "answer", key, value: encode(made()[name], register) });
  } catch (error) {
    write({ event: "answer", key, problem: error instanceof Error ? error.message : "it cannot be read" });
  }
}

/** @param {StudentCell[]} cells */
async function run(cells) {
  const session = openSession();
  for (const [index, { source, instead, wanted }] of cells.entries()) {
    write({ event: "cell", index });
    let outcome = await session.run(source, index + 1);
    if (outcome.kind === "failed") {
      write({ event: "failed", index, error: inShort(outcome.failure) });
      if (instead !== undefined) outcome = await session.run(instead, index + 1);
    }
    if (outcome.kind !== "failed") wanted.forEach(tell);
  }
}

/** Calls the functions among the answers, for as long as the judge asks. */
async function serve() {
  for (let request = read(); request !== undefined; request = read()) {
    try {
      const value = functions[request.id]?.(
        ...request.args.map((/** @type {unknown} */ one) => decode(one, undefined)),
      );
      write({ event: "value", value: encode(await value, undefined) });
    } catch (error) {
      write({ event: "value", error: error instanceof Error ? error.message : "something was thrown" });
    }
  }
}

async function main() {
  const { cells, names } = read();
  await run(cells);
  for (const wanted of names) tell(wanted); // an answer may stand in another cell than its own
  write({ event: "done" });
  await serve();
  process.exit(0);
}

void main().catch((error) => {
  console.error(error);
  process.exit(1);
});
