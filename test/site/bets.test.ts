// Bets of a page: what they cover, how fine their sliders go, and where a guess is written.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { joined } from "../../scripts/notebooks/format.mjs";
import { readNotebook } from "../../scripts/notebooks/refresh.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { outputsOf } from "../../scripts/site/page/outputs.mjs";
import { owners, type Seen } from "../../site/pages/bets/owners.js";
import { stepOf } from "../../site/pages/bets/steps.js";
import { guessChange } from "../../site/pages/live/writeGuess.js";

const written = (code: string, question: string, guess: string | number) => {
  const change = guessChange(code, question, guess);
  return change && code.slice(0, change.from) + change.insert + code.slice(change.to);
};

describe("what a bet covers", () => {
  const ask = (...asks: string[]): Seen => ({ asks, settles: [], shows: false });
  const settle = (...settles: string[]): Seen => ({ asks: [], settles, shows: false });
  const figure: Seen = { asks: [], settles: [], shows: true };
  const other: Seen = { asks: [], settles: [], shows: false };

  it("are the figures after it and the end of it, nothing before and nothing later", () => {
    expect(owners([figure, ask("a"), other, figure, settle("a"), figure])).toEqual([[], [], [], ["a"], ["a"], []]);
  });
  it("is not what a later bet that ends sooner covers", () => {
    expect(owners([ask("long"), figure, ask("short"), figure, settle("short"), settle("long")])).toEqual([
      ...[[], ["long"], [], ["short"], ["short"], ["long"]],
    ]);
  });
  it("is shared by bets that end together", () => {
    expect(owners([ask("a", "b", "c"), figure, settle("a", "b"), settle("c")])).toEqual([
      ...[[], ["a", "b"], ["a", "b"], ["c"]],
    ]);
  });
  it("is not a cell that asks, whatever it shows", () => {
    const both: Seen = { asks: ["b"], settles: [], shows: true };
    expect(owners([ask("a"), both, figure, settle("b"), settle("a")])).toEqual([[], [], ["b"], ["b"], ["a"]]);
  });
  it("is nothing where a bet never ends, or an end has no bet", () => {
    expect(owners([ask("a"), figure, settle("b")])).toEqual([[], [], []]);
  });
});

describe("the step of a slider", () => {
  it.each<[number, number, unknown, number]>([
    [0, 28, 11, 1],
    [0, 1949, 770, 10],
    [0, 60000, 12345, 500],
    [0, 1, 0.38, 0.01],
    [0, 1, 1, 0.01],
    [2.9, 3.6, 3.2375, 0.005],
    [0, 100, 0.7, 1],
    [0, 4, undefined, 0.02],
  ])("from %d to %d, with %s to be found, is %d", (from, to, truth, step) => {
    expect(stepOf({ from, to }, truth)).toBe(step);
  });
});

describe("a guess is written", () => {
  it("in place of the last argument", () => {
    expect(written('const b = predict("Jump?", answers, "");', "Jump?", 'no "jump"')).toBe(
      'const b = predict("Jump?", answers, "no \\"jump\\"");',
    );
    expect(written('predict("How many?", { from: 0, to: 6 }, NaN); f(1, 2)', "How many?", 3)).toBe(
      'predict("How many?", { from: 0, to: 6 }, 3); f(1, 2)',
    );
  });
  it("after the stakes, where there is no argument for it yet", () => {
    expect(written('predict("Jump?", { choices })', "Jump?", "yes")).toBe('predict("Jump?", { choices }, "yes")');
  });
  it("into the right one of several calls, and of calls of a helper", () => {
    expect(written('predict("A?", s, 1); predict("B?", s, 2);', "B?", 3)).toBe(
      'predict("A?", s, 1); predict("B?", s, 3);',
    );
    const helper = 'const when = (q: string, g: string) => predict(q, s, g);\nwhen("A?", "");\nwhen("B?", "");';
    expect(written(helper, "B?", "late")).toBe(helper.replace('"B?", ""', '"B?", "late"'));
  });
  it("into the array of answers, at the place of its question", () => {
    const code = 'const uses = ["A?", "B?"];\nconst mine = ["", ""];\nuses.map((use, i) => predict(use, s, mine[i]));';
    expect(written(code, "B?", "x")).toBe(code.replace('["", ""]', '["", "x"]'));
  });
  it("for a question that is put together, where it is the only one", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's code
    expect(written("predict(`${name}: how many?`, s, NaN)", "ours: how many?", 2)).toContain(", s, 2)");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's code
    expect(written("predict(`${a}?`, s, NaN); predict(`${b}?`, s, NaN)", "ours?", 2)).toBeUndefined();
  });
  it("nowhere in code that has no bet", () => {
    expect(written("const a = 1;", "Jump?", "yes")).toBeUndefined();
  });
});

describe("the notebooks' bets", () => {
  const folders = ["notebooks", join("notebooks", "closer")].map((name) => join(root, name));
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(".ipynb"))
          .map((name) => join(folder, name))
      : [],
  );
  const asked = files.flatMap((file) =>
    readNotebook(file).cells.flatMap((cell) =>
      (cell.outputs ?? [])
        .filter((output: { metadata?: { bet?: unknown } }) => output.metadata?.bet !== undefined)
        .map((output: { metadata: { bet: { question: string } } }) => ({
          cell,
          output,
          question: output.metadata.bet.question,
        })),
    ),
  );
  it("have all a place for the guess", () => {
    expect(asked.length).toBeGreaterThan(100);
    const without = asked.filter(({ cell, question }) => guessChange(joined(cell.source), question, 1) === undefined);
    expect(without.map(({ question }) => question)).toEqual([]);
  });
  it("reach the page with their answers", () => {
    for (const { output, question } of asked) {
      const [, data = ""] = /data-bet="([^"]*)"/.exec(outputsOf([output], "", () => "")) ?? [];
      expect(
        JSON.parse(data.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&")).question,
      ).toBe(question);
    }
  });
});
