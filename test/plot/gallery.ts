// Each figure function at its hardest, in words and numbers as the notebooks use them; gallery.test.ts draws them all.

import { withCaption } from "../../plot/caption";
import {
  bars,
  digraph,
  dotPlot,
  type Figure,
  fitted,
  heatmap,
  lines,
  menu,
  mosaic,
  points,
  slider,
  slopegraph,
  smallMultiples,
} from "../../plot/index";

const sizes = [7e7, 1.6e8, 4.1e8, 1e9, 1.4e9, 2.8e9, 6.9e9, 1.2e10];
const steps = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000, 2000, 4000, 8000, 16000, 32000, 64000, 143000];
const logistic = (x: number, k: number, x0: number): number => 1 / (1 + Math.exp(-k * (x - x0)));
const accuracy = (step: number, size: number): number => 0.07 * (size + 3) * logistic(Math.log10(step + 1), 2.8, 3.3);
const named = (size: number): string => (size >= 1e9 ? `${size / 1e9}B` : `${size / 1e6}M`);

const metrics = ["exact match", "1 - edits / tokens", "multiple choice grade"].map((name, j) => {
  const y = sizes.map((_, i) => logistic(i, 1.2, 3 + 0.7 * j));
  return { name, x: sizes, y, lower: y.map((v) => Math.max(0, v - 0.06)), upper: y.map((v) => Math.min(1, v + 0.06)) };
});
const years = Array.from({ length: 41 }, (_, i) => 1900 + 2 * i);
const adoption = (k: number, x0: number) => ({
  kind: "fit" as const,
  predict: (x: readonly number[]) => x.map((at) => 94 * logistic(at, k, x0)),
  band: (x: readonly number[]) => ({
    lower: x.map((at) => 94 * logistic(at, k, x0) - 3),
    upper: x.map((at) => 94 * logistic(at, k, x0) + 3),
  }),
});
const share = { x: "year", y: "share (percent of US households)" };
const technology = (label: string, k: number, x0: number) => {
  const y = years.map((at, i) => 94 * logistic(at, k, x0) + 2 * Math.sin(7 * i));
  return { label, figure: fitted(adoption(k, x0), years, y, { ...share, name: label }) };
};
const time = Array.from({ length: 81 }, (_, i) => i / 8 - 5);
const lattice = Array.from({ length: 40 }, (_, i) => i);

const days = Array.from({ length: 400 }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)));
const million = Float64Array.from({ length: 1_000_000 }, (_, i) => i);
/** A cloud without randomness: two near-normal coordinates, each a sum of sines at rates that have no common period. */
const cloud = (at: number, k: number): number =>
  [1.234, 5.678, 9.1011, 3.1213].reduce((sum, rate) => sum + Math.sin(at * rate * k + k), 0) + (k === 1 ? 3 : 0);
const wide = Array.from({ length: 1200 }, (_, i) => i);

/** Name to figure. */
export const gallery: Readonly<Record<string, Figure>> = {
  "lines with bands and labels": lines(metrics, { x: "parameters", y: "score (0 to 1)", logX: true, chance: 0.25 }),
  "many ordered lines": lines(
    sizes.map((size, k) => ({ name: `Pythia ${named(size)}`, x: steps, y: steps.map((step) => accuracy(step, k)) })),
    {
      x: "training step",
      y: "accuracy (share of questions)",
      logX: true,
      ordered: true,
      title: "Pythia on LAMBADA",
      chance: { value: 0.1, label: "guessing" },
      marks: [{ at: 512, text: "step 512" }],
      annotations: [{ x: 4000, y: 0.5, text: "here it rises" }],
    },
  ),
  "both axes in powers of ten": lines(
    [
      {
        name: "loss",
        x: [1e18, 1e20, 1e21, 1e22],
        y: [4e-3, 1e-3, 6e-4, 3e-4],
        lower: [2e-3, 0, 3e-4, -1],
        upper: [6e-3, 2e-3, 8e-4, 5e-4],
      },
    ],
    { x: "training compute (FLOPs)", y: "loss (nats per token)", logX: true, logY: true },
  ),
  "points with error bars": points(
    ["GPT-3", "LaMDA", "PaLM", "Gopher"].map((name, j) => ({
      name,
      x: sizes.map((size) => size * 1e12 * (1 + j)),
      y: sizes.map((_, i) => 0.25 + 0.5 * logistic(i, 1, 5 + j / 2)),
      error: sizes.map(() => 0.02),
    })),
    { x: "training compute (FLOPs)", y: "accuracy (share, 95 % interval)", logX: true, chance: 0.25 },
  ),
  fitted: technology("telephone", 0.07, 1946).figure,
  "failed fit": fitted(
    {
      kind: "failed",
      reason: "all x are equal, so that no curve can be told from another: give at least two different x",
    },
    [1, 1],
    [2, 3],
    { x: "time (years)", y: "share (percent)" },
  ),
  "heat map with gaps, long names and a caption": withCaption(
    heatmap(
      {
        x: [
          "filler gap dependency",
          "island effects",
          "npi licensing",
          "quantifiers",
          "subject verb agreement",
          "ellipsis",
        ],
        y: ["70M", "410M", "12B"],
        z: [
          [0.1, 0.5, null, 0.7, 0.9, 0.4],
          [null, null, 0.4, 0.6, 0.95, 0.5],
          [0.3, 0.8, 0.9, 0.7, 0.99, Number.NaN],
        ],
      },
      { x: "phenomenon", y: "model", z: "accuracy (share)", zRange: [0, 1] },
    ),
    {
      key: "gaps",
      number: 3,
      text: "Where a checkpoint is missing the cell is hatched, so that nobody takes it for a zero; the sentence is long enough to need a second line, and says what to see.",
    },
  ),
  "classes with swatches": heatmap(
    {
      x: ["arithmetic", "word in context", "truthful", "mappings"],
      y: ["Wei", "Schaeffer", "sup-F"],
      z: [
        [2, 2, 0, 1],
        [0, 1, 0, null],
        [2, 1, 1, 0],
      ],
    },
    {
      x: "task",
      y: "definition",
      z: "verdict",
      classes: [
        { value: 0, label: "no", color: "#c9ced8" },
        { value: 1, label: "undecided", color: "#ca8600" },
        { value: 2, label: "yes" },
      ],
      values: true,
    },
  ),
  "six labels and a caption": withCaption(
    lines(
      sizes
        .slice(0, 6)
        .map((size, k) => ({ name: `Pythia ${named(size)}`, x: steps, y: steps.map((step) => accuracy(step, k)) })),
      { x: "training step", y: "accuracy (share)", logX: true, ordered: true },
    ),
    { key: "six", number: 1, text: "Nothing, nothing, nothing, and then a third of all words." },
  ),
  "arrows with a cycle": digraph(
    [
      { from: "in-context learning", to: "large language model", text: "Haimes, note 3" },
      { from: "large language model", to: "Emergent ability", text: "Minaee 2024" },
      { from: "Emergent ability", to: "large language model", text: "Wei 2022" },
      { from: "Emergent ability", to: "the score of guessing", text: "Lu 2023" },
      { from: "Emergent ability", to: "training loss", text: "Du 2024" },
      { from: "emergence", to: "sum of the parts", text: "Lewes 1875" },
      { from: "emergence", to: "symmetry of a law", text: "Anderson 1972" },
    ],
    {
      accent: [
        { from: "large language model", to: "Emergent ability" },
        { from: "Emergent ability", to: "large language model" },
      ],
    },
  ),
  mosaic: mosaic(
    {
      x: Array.from({ length: 21 }, (_, i) => `definition ${i}`),
      y: Array.from({ length: 90 }, (_, i) => `case number ${i} of them all`.slice(0, 12 + (i % 14))),
      z: Array.from({ length: 90 }, (_, i) =>
        Array.from({ length: 21 }, (_, j) => [0, 1, 2, null][(i * j) % 4] as number),
      ),
      xGroups: Array.from({ length: 21 }, (_, i) => `${i < 1 ? 0 : i < 8 ? 1 : 2}`),
      yGroups: Array.from({ length: 90 }, (_, i) => `group ${Math.floor(i / 15)}`),
    },
    {
      ...{ x: "definition", y: "case", z: "verdict", panels: 2, missing: "does not apply" },
      classes: [
        { value: 0, label: "yes" },
        { value: 1, label: "no" },
        { value: 2, label: "undecided", color: "#c9ced8" },
      ],
    },
  ),
  "round circles": lines(
    [{ name: "orbit", x: time.map((t) => 3 * Math.cos(t)), y: time.map((t) => 3 * Math.sin(t)) }],
    { x: "x (m)", y: "y (m)", equalAxes: true },
  ),
  "heat map of names": heatmap(
    {
      x: ["water", "cars", "ants"],
      y: ["Anderson", "Wei et al.", "Schaeffer et al."],
      z: [
        [1, 0.5, null],
        [0.9, 0.8, 0.7],
        [0, 0.1, 0.2],
      ],
    },
    { x: "case", y: "definition (author)", z: "share of curves", values: true },
  ),
  "heat map with brackets": heatmap(
    {
      x: ["0", "2M", "4M", "8M", "17M", "34M"],
      y: ["agreement", "binding", "ellipsis", "islands", "quantifiers"],
      z: [
        [0.6, 0.62, null, 0.7, 0.9, 0.95],
        [0.6, 0.61, null, 0.68, 0.85, 0.9],
        [0.5, 0.4, null, 0.2, 0.6, 0.9],
        [0.5, 0.45, null, 0.3, 0.5, 0.8],
        [0.5, 0.48, null, 0.4, 0.3, 0.2],
      ],
    },
    {
      x: "training (tokens)",
      y: "phenomenon",
      z: "pairs right (share)",
      colors: "diverging",
      zRange: [0, 1],
      brackets: {
        x: [{ from: "4M", to: "17M", text: "a dose" }],
        y: [
          { from: "agreement", to: "binding", text: "from the start (2)" },
          { from: "ellipsis", to: "islands", text: "backwards first (2)" },
          { from: "quantifiers", to: "quantifiers", text: "never (1)" },
        ],
      },
    },
  ),
  lattice: heatmap(
    { x: lattice, y: lattice, z: lattice.map((i) => lattice.map((j) => Math.sin(i / 5) * Math.cos(j / 6))) },
    { x: "column (site)", y: "row (site)", z: "spin (mean)", colors: "diverging", square: true, title: "Lattice" },
  ),
  "dots with open intervals": dotPlot(
    ["ARC-Challenge", "HellaSwag", "XWinograd"],
    [
      { name: "phi-1.5", values: [2, 1.1, null], lower: [1.4, 0.4, -Infinity], upper: [2.7, 1.7, 0.5] },
      { name: "phi-2", values: [1.2, 0.5, null], lower: [0.4, -0.3, -Infinity], upper: [Infinity, 1.2, -0.6] },
    ],
    { x: "worth (decades of compute)", y: "benchmark", xRange: [-2, 3], chance: { value: 0, label: "as the trend" } },
  ),
  "dots on a log axis": dotPlot(
    ["modified arithmetic, 3 digits", "IPA transliterate", "periodic elements", "instruction following"],
    [
      { name: "few-shot", values: [1.3e22, 3.1e23, 0, null], hoverText: ["GPT-3", "LaMDA", "none", "none"] },
      { name: "augmented", values: [null, null, 2.5e24, 1.3e23], lower: [1, 1, 1e24, 0], upper: [2, 2, 6e24, 2e23] },
    ],
    {
      x: "training compute (FLOPs)",
      y: "ability",
      logX: true,
      title: "Where it emerges",
      chance: { value: 1e22, label: "here" },
    },
  ),
  bars: bars(
    ["n-gram", "LSTM", "Transformer-XL", "GPT-2"],
    [
      { name: "overall", values: [0.612, 0.698, 0.696, 0.83], error: [0.01, 0.02, 0.01, 0.01] },
      { name: "islands", values: [0.5, 0.55, 0.6, 0.72], error: [0.02, 0.02, 0.02, 0.02] },
    ],
    { x: "model", y: "accuracy (share of pairs)", chance: 0.5 },
  ),
  "bars that lie": bars(
    ["anaphor agreement", "argument structure", "determiner-noun agreement"],
    [{ name: "GPT-2", values: [0.99, 0.78, 0.95], error: [0.01, 0.02, 0.01] }],
    { x: "accuracy (share of pairs)", y: "phenomenon", horizontal: true, chance: 0.5 },
  ),
  slopes: slopegraph(
    ["GPT-2", "GPT-J", "GPT-3"].map((title, i) => ({
      title,
      labels: ["riddles", "sums", "rhymes", "proverbs"],
      before: [0.2, 0.1, 0.45, 0.3],
      after: [0.22 + 0.1 * i, 0.3, 0.3, 0.35 + 0.05 * i],
    })),
    { x: "examples in the prompt", from: "none", to: "five", y: "accuracy (share of questions)", chance: 0.25 },
  ),
  "small multiples": smallMultiples(
    sizes.slice(0, 6).map((size, k) => ({
      title: named(size),
      lines: [
        { name: "deduplicated", x: steps, y: steps.map((step) => accuracy(step, k)) },
        { name: "plain", x: steps, y: steps.map((step) => 0.93 * accuracy(step, k)) },
      ],
    })),
    { x: "training step", y: "accuracy (share)", logX: true, chance: 0.1 },
  ),
  slider: slider(
    [0.3, 0.5, 1, 2, 4].map((k) => ({
      label: String(k),
      figure: lines(
        [
          { name: "logistic", x: time, y: time.map((at) => logistic(at, k, 0)) },
          { name: "its slope", x: time, y: time.map((at) => k * logistic(at, k, 0) * logistic(-at, k, 0)) },
        ],
        { x: "time (years from the midpoint)", y: "share of the ceiling" },
      ),
    })),
    { parameter: "steepness k (per year)", start: 2 },
  ),
  "dates with a band and a mark": lines(
    ["trend", "series"].map((name, k) => ({
      name,
      x: days,
      y: days.map((_, i) => 40 + 30 * Math.sin(i / 60) + (k === 0 ? 0 : 6 * Math.sin(i))),
      ...(k === 0
        ? {
            lower: days.map((_, i) => 30 + 30 * Math.sin(i / 60)),
            upper: days.map((_, i) => 50 + 30 * Math.sin(i / 60)),
          }
        : {}),
    })),
    { x: "day (UTC)", y: "share (percent)", marks: [{ at: new Date("2020-03-11"), text: "a pandemic" }] },
  ),
  "bars over dates": bars(
    [1, 2, 3, 4, 5, 6].map((month) => new Date(Date.UTC(2021, month, 1))),
    [{ name: "runs", values: [3, 5, 4, 8, 13, 12] }],
    { x: "month", y: "runs (count)" },
  ),
  "a million points as a line": lines(
    [
      {
        name: "walk",
        x: million,
        y: million.map((at) => Math.sin(at / 1e5) + 0.2 * Math.sin(at * 12.9898) + (at === 123_456 ? 3 : 0)),
      },
    ],
    {
      x: "step",
      y: "loss (nats)",
    },
  ),
  "a million points, some of them none": points(
    [
      {
        name: "cloud",
        x: million.map((at) => cloud(at, 1)),
        y: million.map((at) => (at === 7 ? Number.NaN : cloud(at, 2))),
      },
    ],
    {
      x: "first component",
      y: "second component",
      logX: true,
    },
  ),
  "panels over dates": smallMultiples(
    ["Berlin", "Lyon", "Oslo"].map((title, k) => ({
      title,
      lines: [{ name: "share", x: days, y: days.map((_, i) => 40 + 30 * Math.sin(i / 60 + k)) }],
    })),
    { x: "day (UTC)", y: "share (percent)" },
  ),
  "a large matrix": heatmap(
    { x: wide, y: wide, z: wide.map((i) => wide.map((j) => Math.sin(i / 150) * Math.cos(j / 200))) },
    { x: "column", y: "row", z: "overlap (share)", colors: "diverging" },
  ),
  menu: menu([technology("radio", 0.45, 1932), technology("telephone", 0.07, 1946)], { choose: "technology" }),
};
