import { definitions } from "@emergence/lib/definitions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readResults } from "../../data/readResults";

const one = (text: string, options = {}) => readResults(text, options)[0]?.evidence ?? {};
const said = (text: string, options = {}) => readResults(text, options).remarks.join("\n");

describe("readResults reads", () => {
  it("the columns of the kit without a word", () => {
    const text =
      "scale,score,trials,chance,metric,loss,seed,examples,taught,smooth,task\n10,.2,50,.25,acc,3,1,0,no,-2,a\n100,.6,50,.25,acc,2,1,0,no,-1,a";
    expect(readResults(text).remarks).toEqual([]);
    expect(readResults(text)).toEqual([
      {
        id: "a",
        name: "a",
        evidence: {
          scaleName: "scale",
          metric: "acc",
          chance: 0.25,
          examples: 0,
          taught: false,
          scale: [10, 100],
          score: [0.2, 0.6],
          trials: [50, 50],
          loss: [3, 2],
          smooth: [-2, -1],
          smoothMetric: "smooth",
        },
      },
    ]);
  });

  it("other capitals and names, with a word for each", () => {
    expect(one("N_Params;Accuracy;num_questions\n1e8;0,2;50\n1e9;0,4;50")).toMatchObject({
      scale: [1e8, 1e9],
      score: [0.2, 0.4],
      trials: [50, 50],
    });
    expect(said("N_Params;Accuracy\n1e8;0,2\n1e9;0,4")).toMatch(
      /N_Params is taken as scale\n.*Accuracy is taken as score/,
    );
  });

  it("sizes with letters, in numbers and in names of models", () => {
    expect(one("size,acc\n70M,.1\n1.4b,.2\n2T,.3").scale).toEqual([7e7, 1.4e9, 2e12]);
    expect(one("Model,acc\nopt-125m,.1\nopt-1.3b,.2")).toMatchObject({
      scale: [125e6, 1.3e9],
      scaleName: "parameters",
    });
  });

  it("right answers over trials in place of a score", () => {
    expect(one("step,correct,total\n1,2,10\n2,5,10").score).toEqual([0.2, 0.5]);
  });

  it("percentages as shares, by their sign, by their size, and by their neighbors in the column", () => {
    expect(one("step,score\n1,20 %\n2,40 %").score).toEqual([0.2, 0.4]);
    expect(one("step,acc,chance\n1,26,25\n2,40,25")).toMatchObject({ score: [0.26, 0.4], chance: 0.25 });
    const two = readResults("task,step,acc\na,1,.5\na,2,.7\nb,1,40\nb,2,60");
    expect(two.map(({ evidence }) => evidence.score)).toEqual([
      [0.005, 0.007],
      [0.4, 0.6],
    ]);
  });

  it("scores that are no shares as they are", () => {
    expect(one("step,score\n1,20\n2,140").score).toEqual([20, 140]);
    expect(one("step,score\n1,-2\n2,1.4").score).toEqual([-2, 1.4]);
  });

  it("several tasks, metrics, numbers of examples and columns of scores as several curves", () => {
    const names = (text: string, options = {}) => readResults(text, options).map(({ name }) => name);
    expect(names("task,step,acc\na,1,.1\nb,1,.2")).toEqual(["a", "b"]);
    expect(names("task,metric,shots,step,value\na,acc,0,1,.1\na,f1,5,1,.2")).toEqual([
      "a, acc, 0 examples",
      "a, f1, 5 examples",
    ]);
    expect(names("step,acc,f1\n1,.1,.2", { columns: { score: ["acc", "F1"] } })).toEqual(["acc", "f1"]);
    expect(names("wd,step,acc\n0.3,1,.1\n1,1,.2", { columns: { task: "wd" } })).toEqual(["wd 0.3", "wd 1"]);
  });

  it("the error beside each score, in percent where the score is", () => {
    expect(one("step,acc,acc_stderr\n1,20,2\n2,40,3").error).toEqual([0.02, 0.03]);
    const text = "T,E_mean,E_stderr,M_mean,M_stderr\n1,-2,.5,1,.1\n2,-1,.6,.5,.2";
    const both = readResults(text, { columns: { score: ["E_mean", "M_mean"] } });
    expect(both.map(({ evidence }) => evidence.error)).toEqual([
      [0.5, 0.6],
      [0.1, 0.2],
    ]);
  });

  it("seeds as one score with the error of their mean", () => {
    const { seeds, score, error } = one("step,acc,seed\n1,.2,0\n1,.4,1\n2,.5,0\n2,.9,1");
    expect(seeds).toEqual([
      [0.2, 0.4],
      [0.5, 0.9],
    ]);
    expect(score?.[0]).toBeCloseTo(0.3, 12);
    expect(error?.[0]).toBeCloseTo(0.1, 12); // sd .1414 over the root of 2
    expect(error?.[1]).toBeCloseTo(0.2, 12);
  });

  it("equal seeds with the error of their counts, which is not 0", () => {
    const { error } = one("step,acc,seed,n\n1,0,0,100\n1,0,1,100\n2,1,0,100\n2,1,1,100");
    expect(Math.min(...(error ?? [0]))).toBeGreaterThan(0);
  });

  it("temperatures and a scale with 0 as differences, with a word, unless ratios are asked for", () => {
    expect(one("T,m\n1,.9\n2,.5", { columns: { score: "m" } }).logScale).toBe(false);
    expect(said("step,acc\n0,.1\n1,.2")).toMatch(/differences of step count/);
    expect(one("step,acc\n0,.1\n1,.2\n10,.3", { about: { logScale: true } }).scale).toEqual([1, 10]);
  });

  it("rows in any order, and leaves those out that have no scale or no score, with a word", () => {
    expect(one("step,acc\n10,.4\n1,.2\n5,NA").scale).toEqual([1, 10]);
    expect(said("step,acc\n10,.4\n1,.2\n5,NA")).toMatch(/1 of 3 rows have no step or no score .* row 3 \(line 4\)/);
  });

  it("what is said once for all curves", () => {
    const about = {
      trials: 40,
      chance: 0.5,
      metric: "accuracy",
      subject: "network",
      taught: true,
      examples: 2,
    } as const;
    expect(one("step,acc\n1,.2\n2,.4", { about })).toMatchObject({ ...about, trials: [40, 40] });
  });

  it("evidence that every definition takes", () => {
    const cell = fc.double({ min: 0, max: 1, noNaN: true }).map((score) => Math.round(score * 50) / 50);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 7 }), (scores) => {
        const text = `scale,score,trials,chance\n${scores.map((score, i) => `${10 ** i},${score},50,0.25`).join("\n")}`;
        const evidence = one(text);
        for (const definition of definitions) expect(definition.judge(evidence).why).not.toBe("");
      }),
      { numRuns: 15, seed: 1 },
    );
  });
});

describe("readResults refuses, and names line and column", () => {
  it.each([
    ["a file that is not there", "no-such.csv", {}, /no such file/],
    ["no scale", "a,score\n1,2", {}, /no column scale.*found a, score.*--column scale=/],
    ["no score", "step,b\n1,2", {}, /no column score.*found step, b/],
    [
      "two that could be the score",
      "step,dev_acc,test_f1\n1,.2,.3",
      {},
      /2 columns could be the score: dev_acc, test_f1/,
    ],
    ["a column that is not there", "step,acc\n1,2", { columns: { score: "f1" } }, /no column "f1".*found step, acc/],
    ["a word among scores", "step,acc\n1,.2\n2,good", {}, /row 2 \(line 3\), column acc: found "good", needs a number/],
    [
      "trials that are no count",
      "step,acc,n\n1,.2,10\n2,.3,9.5",
      {},
      /row 2 \(line 3\), column n: found 9.5, needs a whole/,
    ],
    ["trials in some rows", "step,acc,n\n1,.2,10\n2,.3,", {}, /row 2 \(line 3\), column n: found nothing/],
    [
      "no share of trials",
      "step,acc,n\n1,.2,10\n2,300,10",
      {},
      /row 2 \(line 3\), column acc: found 300, needs a share/,
    ],
    ["a negative error", "step,acc,stderr\n1,.2,.1\n2,.3,-.1", {}, /row 2 \(line 3\), column stderr: found -0.1/],
    ["two scores at one scale", "step,acc\n1,.2\n1,.3", {}, /row 1 \(line 2\) and row 2 \(line 3\).*column seed/],
    [
      "chance that changes",
      "step,acc,chance\n1,.2,.1\n2,.3,.2",
      {},
      /row 2 \(line 3\), column chance: found "0.2", needs "0.1"/,
    ],
    ["taught as neither", "step,acc,taught\n1,.2,perhaps", {}, /column taught: found "perhaps", needs yes or no/],
    [
      "a size that is none",
      "params,acc\n70M,.2\nbig,.3",
      {},
      /row 2 \(line 3\), column params: found "big", needs a number/,
    ],
    ["nothing to read", "step,acc\n1,NA", {}, /no row with a scale and a score/],
    [
      "two columns for one part",
      "a,b,acc\n1,2,.3",
      { columns: { scale: ["a", "b"] } },
      /2 columns for scale, needs one/,
    ],
  ])("%s", (_, text, options, message) => {
    expect(() => readResults(text, options)).toThrow(RangeError);
    expect(() => readResults(text, options)).toThrow(message);
    expect(() => readResults(text, options)).toThrow(/^readResults: /);
  });
});
