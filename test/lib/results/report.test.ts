import { readFileSync } from "node:fs";
import { join } from "node:path";
import { controls, definitions } from "@emergence/lib/definitions";
import * as results from "@emergence/lib/results";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/setup/places.mjs";

const { reportHtml, reportMarkdown, resultReport } = results;
const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const scale = Array.from({ length: 12 }, (_, i) => 10 ** (7 + i / 3));
const steady = scale.map((_, i) => Math.round(1000 * logistic((i - 6) / 2)) / 1000);
const jump = [0, 0, 0, 0, 0, 0, 0, 0.3, 0.9, 0.95, 0.96, 0.97];
const falsePositives = [
  { control: "additiveCurve", definition: "wei", seeds: 200, yes: 4 },
  { control: "shuffledCurve", definition: "wei", seeds: 200, yes: 0 },
  { control: "additiveSystem", definition: "wei", seeds: 200, yes: 0 },
];
const reportOf = (score: readonly number[], more = {}) =>
  resultReport(
    { id: "a", name: "a <curve>", evidence: { scale, score, trials: 1000, chance: 0, ...more } },
    { falsePositives },
  );

describe("resultReport", () => {
  it("gives each score with Wilson's interval", () => {
    const [first] = resultReport({ id: "a", name: "a", evidence: { scale: [1], score: [0.5], trials: 100 } }).scores;
    // Wilson 1927 for 50 of 100: .4038 to .5962, as Agresti & Coull 1998 and others print it
    expect(first?.lower).toBeCloseTo(0.4038, 4);
    expect(first?.upper).toBeCloseTo(0.5962, 4);
  });

  it("gives the verdicts of the definitions, word for word", () => {
    const report = reportOf(jump);
    const evidence = { scale, score: jump, trials: 1000, chance: 0 };
    expect(report.verdicts.map(({ id }) => id)).toEqual(definitions.map(({ id }) => id));
    for (const [i, definition] of definitions.entries())
      expect(report.verdicts[i]).toMatchObject(definition.judge(evidence).verdict === "yes" ? { verdict: "yes" } : {});
    expect(report.verdicts.map(({ why }) => why)).toEqual(definitions.map((one) => one.judge(evidence).why));
  });

  it("says of a yes how often it is said where nothing emerges, of curves only, and of nothing else", () => {
    const { verdicts } = reportOf(jump);
    const wei = verdicts.find(({ id }) => id === "wei");
    expect(wei?.verdict).toBe("yes");
    expect(wei?.falsePositives.map(({ control, rate }) => [control, rate])).toEqual([
      ["additiveCurve", 0.02],
      ["shuffledCurve", 0],
    ]);
    for (const one of verdicts) if (one.verdict !== "yes") expect(one.falsePositives).toEqual([]);
  });

  it("says what would let a definition decide: what is missing, and nothing that is there", () => {
    const needs = (report: results.ResultReport, id: string) => report.verdicts.find((one) => one.id === id)?.needs;
    expect(needs(reportOf(jump), "du")).toMatch(/loss/);
    expect(needs(reportOf(jump), "zhao")).toMatch(/seed/);
    expect(needs(reportOf(jump), "lewes")).toMatch(/system watched over time/);
    expect(needs(reportOf(jump, { trials: undefined }), "wei")).toMatch(/trials/);
    expect(needs(reportOf(jump), "wei")).toBeUndefined();
    for (const { needs: said = "" } of reportOf(jump).verdicts) expect(said).not.toMatch(/\btrials \(|chance/);
  });

  it("forecasts what a logistic does next, where the scores are one", () => {
    const { outlook } = reportOf(steady);
    if (outlook.kind === "failed") throw new Error(outlook.reason);
    const decades = (x: number) => logistic((3 * (Math.log10(x) - 7) - 6) / 2);
    expect(outlook.points.map(({ step }) => step)).toEqual(["× 2", "× 10"]);
    for (const { scale: at, value, lower, upper } of outlook.points) {
      expect(value).toBeCloseTo(decades(at), 2);
      expect(lower).toBeLessThanOrEqual(decades(at));
      expect(upper).toBeGreaterThanOrEqual(decades(at));
    }
    expect(outlook.inside).toBe(outlook.tried);
    expect(outlook.worth).toMatch(/So something/);
  });

  it("says that a forecast is not worth much where the curve jumped out of the bands", () => {
    const { outlook } = reportOf(jump);
    if (outlook.kind === "failed") throw new Error(outlook.reason);
    expect(outlook.inside).toBeLessThan(outlook.tried);
    expect(outlook.worth).toMatch(/not much/);
  });

  it("has a band no narrower than a score's own error, also for scores below chance", () => {
    const below = [0.22, 0.21, 0.22, 0.24, 0.23, 0.22, 0.23, 0.23, 0.22, 0.23, 0.22, 0.23];
    const { outlook } = reportOf(below, { chance: 0.25, trials: undefined, error: below.map(() => 0.016) });
    if (outlook.kind === "failed") throw new Error(outlook.reason);
    for (const { value, lower, upper } of outlook.points) {
      expect(value).toBeCloseTo(0.226, 1);
      expect(upper - lower).toBeGreaterThan(2 * 1.9 * 0.016 * 0.9);
    }
  });

  it("takes steps in place of factors where ratios mean nothing, and straight lines for what is no share", () => {
    const line = scale.map((_, i) => 3 + 2 * i);
    const evidence = { scale: line.map((_, i) => i), score: line };
    const { outlook, log } = resultReport({ id: "a", name: "a", evidence });
    if (outlook.kind === "failed") throw new Error(outlook.reason);
    expect(log).toBe(false);
    expect(outlook.method).toBe("straight line");
    expect(outlook.points.map(({ scale: at, value }) => [at, Math.round(value * 1e6) / 1e6])).toEqual([
      [12, 27],
      [14, 31],
    ]);
  });

  it("says that a score falls, and gives no width where nothing changes", () => {
    expect(reportOf([...steady].reverse()).falls).toBe(true);
    expect(reportOf(steady).falls).toBe(false);
    const flat = reportOf(scale.map(() => 0.5)).measures.find(({ id }) => id === "width");
    expect(flat?.said).toMatch(/None/);
  });

  it("is plain data that JSON keeps, and the same whenever it is made", () => {
    const report = reportOf(jump);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(reportOf(jump)).toEqual(report);
  });

  it("takes the controls, and one or two scores", () => {
    for (const control of controls.filter(({ make }) => make(1).scale !== undefined))
      expect(resultReport({ id: "a", name: "a", evidence: control.make(1) }).verdicts).toHaveLength(definitions.length);
    const two = resultReport({ id: "a", name: "a", evidence: { scale: [1, 2], score: [0, 1] } });
    expect(two.measures).toEqual([]);
    expect(two.outlook).toMatchObject({ kind: "failed" });
  });

  it.each([
    ["no curve", { id: "a", name: "a", evidence: { micro: ["01"] } }, /evidence of a has no scale and score/],
    ["ragged columns", { id: "a", name: "a", evidence: { scale: [1, 2], score: [1] } }, /resultReport, a: /],
    ["no name", { id: "a", evidence: { scale: [1], score: [1] } }, /name of the curve/],
  ])("refuses %s", (_, curve, message) => {
    expect(() => resultReport(curve as never)).toThrow(message);
  });
});

describe.each([
  ["reportMarkdown", (reports: results.ResultReport[], options = {}) => reportMarkdown(reports, options)],
  ["reportHtml", (reports: results.ResultReport[], options = {}) => reportHtml(reports, options)],
] as const)("%s", (name, text) => {
  const [a, b] = [reportOf(jump), { ...reportOf(steady), id: "b", name: "b" }];

  it("has its parts in order", () => {
    const parts = [
      "Mine",
      "How the file was read",
      "All curves",
      "curve",
      "Scores",
      "What the measures say",
      "What comes next",
      "Verdicts",
      "What each definition asks",
    ];
    const whole = text([a, b], { title: "Mine", remarks: ["a word"], file: "x.csv" });
    const headings = [...whole.matchAll(name === "reportHtml" ? /<h[123]>(.*?)<\/h/g : /^#{1,3} (.*)$/gm)].map(
      ([, title = ""]) => title,
    );
    const places = parts.map((part) => headings.findIndex((title) => title.includes(part)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((x, y) => x - y));
    expect(headings.filter((title) => title === "Scores")).toHaveLength(2);
    expect(whole).toContain("a word");
  });

  it("holds every verdict's reason, every score, and the false positives of a yes", () => {
    const whole = text([a])
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replace(/\\/g, "");
    for (const { why, verdict } of a.verdicts) if (verdict === "yes" || verdict === "no") expect(whole).toContain(why);
    for (const { author, year } of a.verdicts) expect(whole).toContain(`${author} ${year}`);
    expect(whole).toMatch(/sums of small skills 2\s%/);
    expect(whole).toContain("0.96");
  });

  it("lets no name of a curve act as markup", () => {
    const odd = { ...a, name: "<script>alert(1)</script> | *x* [y](z)" };
    const whole = text([odd], { title: odd.name, file: odd.name, remarks: [odd.name] });
    expect(whole).not.toMatch(/(?<!\\)<script/);
    if (name === "reportMarkdown") expect(whole).not.toMatch(/(?<!\\)\| \*x|(?<!\\)\[y\]/);
  });

  it("refuses what is no report", () => {
    expect(() => text([])).toThrow(`${name}: no reports`);
    expect(() => text([{ ...a, scores: [{ scale: 1 }] } as never])).toThrow(/reports\[0\]\.scores\[0\]\.score/);
  });
});

describe("the page", () => {
  it("stands by itself: no script, nothing fetched, light and dark, narrow and wide", () => {
    const page = reportHtml([reportOf(jump)], { figures: { a: { wide: "<svg>w</svg>", narrow: "<svg>n</svg>" } } });
    expect(page).not.toMatch(/<script|<link|<iframe|@import|url\(|src="(?!data:)|href=/);
    expect(page).toContain("prefers-color-scheme: dark");
    expect(page).toContain('name="viewport"');
    expect(page).toMatch(/<svg>w<\/svg>[\s\S]*<svg>n<\/svg>/);
    expect(page).toMatch(/role="img" aria-label="[^"]{20,}"/);
  });

  it("says why there is no figure", () => {
    expect(reportHtml([reportOf(jump)], { without: "No browser." })).toContain("No browser.");
  });
});

it("the README of the room names every function", () => {
  const text = readFileSync(join(root, "lib", "results", "README.md"), "utf8");
  for (const name of Object.keys(results)) expect(text).toContain(`\`${name}\``);
});
