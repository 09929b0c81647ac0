// Cases over years: what people take up, and what systems score on a benchmark.
import { load } from "@emergence/data";
import { at, mean, range } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

/**
 * @param {string} id
 * @param {string} technology
 * @param {string} reason why this one
 * @returns {Case}
 */
function adopted(id, technology, reason) {
  const rows = load("adoption").filter((row) => row.technology === technology);
  return {
    about: {
      ...{ id, name: technology, subject: "market", observable: "attribute", scaleName: "year", logScale: false },
      ...{ metric: "share of households or people", chance: 0, notebook: "04-s-curves", from: "adoption" },
      note: `${reason} The table says neither who was asked nor how many, and nothing of a law: whether buyers couple is open.`,
    },
    curve: { scale: rows.map((row) => row.year), score: rows.map((row) => row.share / 100) },
  };
}

/** The best mean over the eight tasks up to each year. @returns {Case} */
function glue() {
  const rows = load("glue-by-year");
  const years = [...new Set(rows.map((row) => row.year))].sort();
  const best = years.map((year) => {
    const models = [...new Set(rows.filter((row) => row.year <= year).map((row) => row.model))];
    return Math.max(...models.map((model) => mean(rows.filter((row) => row.model === model).map((row) => row.score))));
  });
  return {
    about: {
      ...{ id: "glue", name: "GLUE over the years", subject: "language model", observable: "behavior", taught: true },
      ...{ interacting: true, scaleName: "year", logScale: false, metric: "best mean over eight tasks (proportion)" },
      ...{ notebook: "04-s-curves", from: "glue-by-year" },
      note: "Systems are tuned on the tasks' own training sets: taught. Units of a network are coupled by its weights. Three years only; the mean mixes metrics, so it has no one chance.",
    },
    curve: { scale: years, score: best.map((score) => score / 100) },
  };
}

/** The best exact match up to the end of each quarter. @returns {Case} */
function squad() {
  const rows = load("squad").filter((row) => row.version === "1.1" && row.date !== null);
  const year = (/** @type {string | null} */ date) => 1970 + Date.parse(String(date)) / 3.15576e10;
  const [first, last] = [Math.min, Math.max].map((of) => of(...rows.map((row) => year(row.date))));
  const ends = range(Math.floor((Number(last) - Number(first)) * 4) + 1).map(
    (i) => Math.ceil(4 * Number(first)) / 4 + i / 4,
  );
  const until = (/** @type {number} */ end) => rows.filter((row) => year(row.date) <= end);
  const best = (/** @type {number} */ end, /** @type {"exactMatch" | "f1"} */ by) =>
    Math.max(...until(end).map((row) => row[by])) / 100;
  return {
    about: {
      ...{ id: "squad", name: "SQuAD over the years", subject: "language model", observable: "behavior", taught: true },
      ...{
        interacting: true,
        scaleName: "year",
        logScale: false,
        metric: "best exact match",
        chance: 0,
        smoothMetric: "best F1",
      },
      ...{ notebook: "04-s-curves", from: "squad" },
      note: "Version 1.1, the best entry up to the end of each quarter, by exact match and by F1 (which need not be the same entry). Systems are trained on its questions: taught. Units of a network are coupled by its weights. The size of the hidden test is not in the table.",
    },
    curve: {
      scale: ends,
      score: ends.map((end) => best(end, "exactMatch")),
      smooth: ends.map((end) => best(end, "f1")),
    },
  };
}

/** Readings of detectors by density. @returns {Case} */
function detectors() {
  const rows = load("traffic");
  const scale = range(17).map((i) => 5 + 5 * i);
  const near = scale.map((density) => rows.filter((row) => Math.abs(row.density - density) <= 2.5));
  const slow = near.map((some) => some.filter((row) => row.speed < 40).length);
  return {
    about: {
      ...{ id: "detectors", name: "Real traffic", subject: "crowd", observable: "behavior", interacting: true },
      ...{
        scaleName: "density (cars per mile)",
        logScale: false,
        metric: "share of readings below 40 miles an hour",
        chance: 0,
      },
      ...{ notebook: "03-quantity-into-quality", from: "traffic" },
      note: "Readings within 2.5 of each density; the line of 40 miles an hour is ours. Readings of one detector follow each other, so trials are no independent ones. Drivers keep their distance: coupled.",
    },
    curve: {
      scale,
      score: slow.map((count, i) => count / at(near, i).length),
      trials: near.map((some) => some.length),
    },
  };
}

export const markets = {
  automobile: () => adopted("automobile", "Automobile", "The curve that the notebook hides at first."),
  radio: () => adopted("radio", "Radio", "The longest curve of a medium."),
  landline: () => adopted("landline", "Landline", "The longest curve of all, which falls in the end."),
  glue,
  squad,
  detectors,
};
