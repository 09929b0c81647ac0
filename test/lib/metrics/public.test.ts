// What others ran into with the same metrics, tried here: numbers carried over from public reports, whose addresses stand beside.
import {
  bleu,
  editDistance,
  exactMatch,
  expectedCalibrationError,
  macroF1,
  matthews,
  numericMatch,
  perplexity,
  rouge,
  tokenF1,
} from "@emergence/lib/metrics";
import { describe, expect, it } from "vitest";
import { expectClose } from "./values";

describe("bleu", () => {
  const outputs = ["The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."];
  const references = [
    ["The dog bit the man.", "The dog had bit the man."],
    ["It was not unexpected.", "No one was surprised."],
    ["The man bit him first.", "The man had bitten the dog."],
  ];

  it("counts an empty output of a corpus, and takes no reference in its place", () => {
    // https://github.com/mjpost/sacrebleu/pull/132 and /issues/239; values by sacrebleu 2.6.0.
    expectClose(bleu(outputs, references), 48.530827009929865);
    expect(bleu(["", "", ""], references)).toBe(0);
    const one = ["The dog bit the man.", "", "The man had just bitten him."];
    expect(bleu(one, references)).toBeLessThan(bleu(outputs, references));
  });

  it("says that references go by output, where they are given by set as sacrebleu takes them", () => {
    // https://github.com/mjpost/sacrebleu/issues/256, /issues/275; https://github.com/vibrantlabsai/ragas/pull/2908.
    expect(() => bleu(outputs, [references.map(([first]) => first as string)])).toThrow(
      "bleu: 3 outputs but 1 entries of references, needs one per output, a text or several; these seem to be sets of 3 as sacrebleu takes them: needs [texts for output 0, texts for output 1, ...]",
    );
    expect(() => bleu(outputs, ["a", "b"])).toThrow(
      "bleu: 3 outputs but 2 entries of references, needs one per output, a text or several",
    );
  });

  it("is 0 where nothing matches, smoothed or not", () => {
    // https://github.com/mjpost/sacrebleu/issues/141.
    for (const smoothing of ["exp", "floor", "addK", "none"] as const) {
      expect(bleu("yes", "no", { smoothing })).toBe(0);
      expect(bleu("this is a cat", "okay thanks", { smoothing })).toBe(0);
    }
  });
});

describe("labels", () => {
  it("a class without a right answer has F1 0, and none is divided by 0", () => {
    // https://github.com/scikit-learn/scikit-learn/issues/26965, /issues/27189, /issues/31052, /pull/27577; values by scikit-learn 1.9.1.
    expect(macroF1([0, 1], [1, 0])).toBe(0);
    expect(macroF1([0], [1])).toBe(0);
    expectClose(macroF1([true, false, true], [false, false, false]), 0.25);
    expectClose(macroF1([0, 1, 0, 3], [0, 1, 2, 2]), 0.41666666666666663);
    const classes = Array.from({ length: 104 }, (_, i) => i);
    expectClose(macroF1(classes, [...classes.slice(0, 100), 101, 102, 103, 104]), 0.9523809523809523);
  });

  it("a constant answer has a correlation of 0, as does a single class", () => {
    // https://github.com/scikit-learn/scikit-learn/issues/16924, /issues/25258; https://github.com/Lightning-AI/torchmetrics/issues/779.
    expect(matthews([1, 0, 1, 1, 0], [0, 0, 0, 0, 0])).toBe(0);
    expect(matthews([1, 1, 1, 1], [1, 1, 1, 1])).toBe(0);
  });
});

describe("numbers and texts", () => {
  it("$29.00 is 29, if asked to read numbers as people write them", () => {
    // https://github.com/EleutherAI/lm-evaluation-harness/issues/3214, /pull/3254; https://github.com/stanford-crfm/helm/issues/4337.
    for (const text of ["$29.00", "$29.00.", "29.", "29.0", " 29 "])
      expect(numericMatch(text, 29, { written: true, relativeError: 0 }), text).toBe(1);
    expect(numericMatch("2,125", 2125, { written: true, relativeError: 0 })).toBe(1);
    for (const text of [",", "72,", ",72", "72, in total"])
      expect(numericMatch(text, 72, { written: true }), text).toBe(0);
  });

  it("leaves out articles as words, not as letters", () => {
    // https://github.com/EleutherAI/lm-evaluation-harness/issues/1303, whose expression ate the "an" of other words.
    expect(tokenF1("Spice Girls", "The Spice Girls", { tokenize: "squad" })).toBe(1);
    expect(tokenF1("Andean", "den", { tokenize: "squad" })).toBe(0);
    expect(exactMatch("The Beatles", "the beatles", { normalize: "words" })).toBe(1);
  });

  it("an edit is one of what looks like one letter, up to combining marks", () => {
    // https://github.com/trekhleb/javascript-algorithms/issues/307, https://github.com/kyranet/levenshtein-wasm/issues/8, https://github.com/Martinsos/edlib/issues/114.
    expect(editDistance("\u{1f431}", "")).toBe(1);
    expect(editDistance("K\u0307yra", "Kyra")).toBe(1);
    expect(editDistance("übung", "ubung")).toBe(1);
    expect(editDistance("AVILÉS", "AVILAS")).toBe(1);
  });

  it("identical texts in Devanagari, or with accents, overlap fully", () => {
    // https://github.com/huggingface/evaluate/issues/256; https://github.com/bigscience-workshop/lm-evaluation-harness/issues/157.
    const text = "पूर्व प्रधानमन्त्री जापान स्तब्ध छ।";
    expect(rouge(text, text).rougeL.f).toBe(1);
    expect(rouge("Cristóbal está", "Cristbal est").rouge1.f).toBe(0);
  });
});

describe("probabilities", () => {
  it("a confidence of exactly 1 is in the last bin", () => {
    // https://github.com/Lightning-AI/torchmetrics/issues/3510, https://github.com/OpenTabular/DeepTab/pull/428.
    const rows = [
      [0.95, 0.05],
      [1, 0],
    ];
    expectClose(expectedCalibrationError(rows, [0, 1], { bins: 10 }), 0.475);
    expect(
      expectedCalibrationError(
        [
          [1, 0],
          [1, 0],
        ],
        [1, 1],
      ),
    ).toBe(1);
  });

  it("a perplexity too large for a number is Infinity", () => {
    // https://github.com/facebookresearch/fairseq/issues/1833, https://github.com/UKGovernmentBEIS/inspect_ai/issues/5028.
    expect(perplexity([-1000, -1000])).toBe(Number.POSITIVE_INFINITY);
    expect(() => perplexity([null as never, -1])).toThrow("perplexity: log-probability[0] is null, needs 0 or below");
  });
});
