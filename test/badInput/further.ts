// Further valid calls of functions whose options or data cannot all stand in one: `path, what is special`.
import type { Specimen } from "./specimens";

const days = () => [new Date("2020-01-31"), new Date("2020-02-29"), new Date("2020-03-31")];
const titles = () => ({ x: "date", y: "share" });

export const further: Readonly<Record<string, Specimen>> = {
  "metrics.exactMatch, by words": () => ["Paris.", ["paris", "Lutetia"], { normalize: "words" }],
  "metrics.numericMatch, as written": () => [
    "$1.200,5",
    [1200.5, 7],
    { relativeError: 0.01, written: { decimal: ",", percent: "share" } },
  ],
  "measures.metricSensitivity, of counts": () => [
    [1, 2, 3, 4],
    { match: { successes: [0, 0, 1, 2], trials: [100, 100, 100, 100] } },
    { confidence: 0.9, replicates: 20, seed: 1 },
  ],
  "measures.monotonicityTest, of scales": () => [
    [8, 9, 10],
    [10, 80, 60],
    [100, 100, 100],
  ],
  "measures.transferEntropy, given a series": () => [
    "1001011010",
    "0010111001",
    { sourceHistory: 1, given: "0110100110", givenHistory: 1 },
  ],
  "measures.transferEntropy, of several series": () => [
    [
      [1, 0, 0, 1, 0],
      [1, 1, 0, 1, 0],
    ],
    [
      [0, 0, 1, 0, 1],
      [1, 1, 0, 0, 1],
    ],
    { history: 1, correction: "millerMadow" },
  ],

  "plot.bars, of dates": () => [days(), [{ name: "BLiMP", values: [0.1, 0.2, 0.3] }], titles()],
  "plot.lines, of dates": () => [[{ name: "a", x: days(), y: [1, 2, 3] }], titles()],
  "plot.points, of dates": () => [[{ name: "a", x: days(), y: [1, 2, 3] }], titles()],
  "plot.heatmap, of classes": () => [
    {
      x: [1, 2],
      y: [1, 2],
      z: [
        [1, 0],
        [0, 1],
      ],
    },
    {
      x: "verdict",
      y: "definition",
      z: "share",
      classes: [
        { value: 0, label: "smooth" },
        { value: 1, label: "jump", color: "red" },
      ],
    },
  ],
  "plot.predict, of choices": () => ["Does it?", { choices: ["yes", "no"] }, "yes"],
  "plot.reveal, of choices": () => [{ question: "Does it?", stakes: { choices: ["yes", "no"] }, guess: "yes" }, "no"],

  "data.readTable, with all options": () => [
    "% a note\n2001;12,5 %\n2002",
    { year: "integer", share: { type: "number?", minimum: 0, maximum: 1 } },
    {
      header: ["year", "share"],
      comment: "%",
      skip: 0,
      fill: true,
      percent: "share",
      decimal: { share: "," },
      delimiter: ";",
      encoding: "utf-8",
    },
  ],
};
