// What `npm run verdicts` is asked.
import { basename, dirname, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { here } from "../setup/here.mjs";
import { Problem } from "../setup/problem.mjs";

export const help = `npm run verdicts -- FILE [options]

Reads a CSV of results and writes NAME-verdicts.md and NAME-verdicts.html: scores with intervals, measures, the verdict of every
definition of emergence with its reason, and a forecast. A row is a score at a scale; columns: scale, score; optional: trials, right,
stderr, chance, metric, loss, seed, examples, taught, smooth, task. Common other names are understood.

  --out FOLDER        where to write (default: the folder of FILE)
  --title TEXT        heading of the report
  --column PART=NAME  which column plays a part, if its name does not say; several of score or task: --column score=acc,f1
  --trials N          questions behind every score        --chance SHARE     score of guessing: 0.25, 25% or 1/4
  --metric NAME       what the score is                   --examples N       examples in the prompt
  --taught yes|no     whether the task was trained for    --subject WHAT     "language model", network, matter, crowd, market
  --observable WHAT   behavior or attribute               --interacting yes|no   whether the parts act on each other
  --log, --linear     whether ratios or differences of scale count (default: by the name and the values of the scale)
  --percent           scores are percentages (found by itself where some are above 1)
  --skip N            lines above the header              --no-figures       draw none
  --help              show this

docs/your-results.md shows it on public files.`;

/** @typedef {import("@emergence/data").ResultOptions} ResultOptions */
/** @typedef {{ file: string, stem: string, out: string, title: string | undefined, figures: boolean, reading: ResultOptions }} Options */

const text = /** @type {const} */ ({ type: "string" });
const flag = /** @type {const} */ ({ type: "boolean", default: false });
const known = /** @type {const} */ ({
  out: text,
  title: text,
  column: { type: "string", multiple: true },
  trials: text,
  chance: text,
  metric: text,
  examples: text,
  taught: text,
  subject: text,
  observable: text,
  interacting: text,
  log: flag,
  linear: flag,
  percent: flag,
  skip: text,
  "no-figures": flag,
  help: flag,
});

/**
 * The options, or null if help was asked for.
 * @param {string[]} args
 * @returns {Options | null}
 */
export function parseOptions(args) {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new Problem(`verdicts: ${positionals.length} files, needs one.\n\n${help}`);
  if (values.log && values.linear) throw new Problem("verdicts: both --log and --linear, needs one of them.");
  const file = resolve(here(), given);
  /** @type {Record<string, unknown>} */
  const about = {};
  for (const name of /** @type {const} */ (["trials", "chance", "examples"]))
    if (values[name] !== undefined) about[name] = numberOf(name, values[name]);
  for (const name of /** @type {const} */ (["metric", "subject", "observable"]))
    if (values[name] !== undefined) about[name] = values[name];
  for (const name of /** @type {const} */ (["taught", "interacting"]))
    if (values[name] !== undefined) about[name] = flagOf(name, values[name]);
  if (values.percent) about.percent = true;
  if (values.log || values.linear) about.logScale = values.log;
  return {
    file,
    stem: basename(file, extname(file)),
    out: values.out === undefined ? dirname(file) : resolve(here(), values.out),
    title: values.title,
    figures: !values["no-figures"],
    reading: {
      about,
      columns: columnsOf(values.column ?? []),
      ...(values.skip === undefined ? {} : { reading: { skip: numberOf("skip", values.skip) } }),
    },
  };
}

function parsed(/** @type {string[]} */ args) {
  try {
    return parseArgs({ args, options: known, allowPositionals: true });
  } catch (error) {
    throw new Problem(`verdicts: ${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

/** "0.25", ".25", "25%" or "1/4". */
function numberOf(/** @type {string} */ name, /** @type {string} */ given) {
  const [, digits = "", below = "1", percent = ""] = /^\s*([-+.\de]+)(?:\/(\d+))?(%?)\s*$/i.exec(given) ?? [];
  const value = digits === "" ? Number.NaN : Number(digits) / Number(below) / (percent === "" ? 1 : 100);
  if (!Number.isFinite(value)) throw new Problem(`verdicts: --${name} ${given}, needs a number.`);
  return value;
}

function flagOf(/** @type {string} */ name, /** @type {string} */ given) {
  if (given === "yes" || given === "no") return given === "yes";
  throw new Problem(`verdicts: --${name} ${given}, needs yes or no.`);
}

/** `score=acc,f1` makes { score: ["acc", "f1"] }; name and stderr are other words for task and error. */
function columnsOf(/** @type {readonly string[]} */ given) {
  return Object.fromEntries(
    given.map((one) => {
      const [, part = "", names = ""] = /^(\w+)=(.+)$/.exec(one) ?? [];
      if (names === "") throw new Problem(`verdicts: --column ${one}, needs PART=NAME, such as score=accuracy.`);
      const own = { name: "task", curve: "task", stderr: "error" }[part] ?? part;
      return [own, names.split(",").map((name) => name.trim())];
    }),
  );
}
