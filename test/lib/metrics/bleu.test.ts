import { bleu } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scripts } from "./scripts";
import { expectClose, mean, values } from "./values";

const word = fc.constantFrom("a", "b", "c", "d", "e");
const sentence = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => words.join(" "));

describe("bleu", () => {
  it(`agrees with sacrebleu on ${values.bleuSentence.length} sentences, over tokenizations and smoothings`, () => {
    for (const { output, references, smoothing, tokenize, value } of values.bleuSentence) {
      expectClose(bleu(output, references, { smoothing, tokenize }), value, `${output} (${smoothing}, ${tokenize})`);
    }
  });

  it(`agrees with sacrebleu on ${values.bleuCorpus.length} corpora, with one to three references`, () => {
    for (const { outputs, references, smoothing, tokenize, value } of values.bleuCorpus) {
      expectClose(
        bleu(outputs, references, { smoothing, tokenize }),
        value,
        `${outputs[0]} (${smoothing}, ${tokenize})`,
      );
    }
  });

  it("has cases across its range among those values", () => {
    const scores = values.bleuCorpus.map(({ value }) => value);
    expect(scores).toContain(0);
    expect(scores.filter((score) => score > 10 && score < 90).length).toBeGreaterThan(30);
    expect(Math.max(...scores)).toBeCloseTo(100, 10);
  });

  it("takes sacrebleu's defaults: 13a, exp, orders as they are for a corpus and as long as the text for a sentence", () => {
    const plain = ({ smoothing, tokenize }: { smoothing: string; tokenize: string }) =>
      smoothing === "exp" && tokenize === "13a";
    for (const { output, references, value } of values.bleuSentence.filter(plain)) {
      expectClose(bleu(output, references), value);
    }
    for (const { outputs, references, value } of values.bleuCorpus.filter(plain)) {
      expectClose(bleu(outputs, references), value);
    }
    expect(bleu("Yes", "Yes")).toBeCloseTo(100, 10);
    expect(bleu(["Yes"], ["Yes"])).toBe(0);
    expect(bleu(["Yes"], ["Yes"], { effectiveOrder: true })).toBeCloseTo(100, 10);
  });

  it("is 100 for identical texts and 0 for texts without a common word", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expectClose(bleu(text, text), 100);
        expectClose(bleu([text, text], [text, [text, "z"]]), 100);
        expect(bleu(text, "x y z")).toBe(0);
      }),
    );
  });

  it("stays within 0 and 100 and never falls with a further reference of the same length", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 4, maxLength: 9 }),
        fc.array(word, { minLength: 4, maxLength: 9 }),
        (a, b) => {
          const [output, reference] = [a.join(" "), b.join(" ")];
          const other = [...b].reverse().join(" ");
          const one = bleu(output, reference);
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100 + 1e-12);
          expect(bleu(output, [reference, other])).toBeGreaterThanOrEqual(one - 1e-12);
        },
      ),
    );
  });

  it("of a corpus is not the mean of its sentences", () => {
    const outputs = ["one two three four five", "six seven"];
    const references = ["one two three four five", "six eight nine ten"];
    expect(
      Math.abs(bleu(outputs, references) - mean(outputs.map((o, i) => bleu(o, references[i] as string)))),
    ).toBeGreaterThan(5);
  });

  it(`agrees with sacrebleu on ${scripts.bleu.length} settings of texts in Chinese, Japanese, Thai, Russian, Hindi and emoji`, () => {
    for (const { output, references, tokenize, value } of scripts.bleu) {
      expectClose(bleu(output, references, { tokenize }), value, `${tokenize}: ${output}`);
    }
  });

  it("refuses references without a token, and what is no text", () => {
    expect(() => bleu("a", "")).toThrow("bleu: no reference has a token");
    expect(() => bleu(["a"], [null as never])).toThrow("bleu: null among the texts");
    expect(bleu("", "a")).toBe(0);
  });

  it("refuses ragged corpora, no references and unknown options", () => {
    expect(() => bleu(["a", "b"], ["a"])).toThrow("bleu: 2 outputs but 1 entries of references, needs one per output");
    expect(() => bleu(["a"], "a" as never)).toThrow('bleu: references are "a", needs an array');
    expect(() => bleu([], [])).toThrow("bleu: no outputs");
    expect(() => bleu("a", [])).toThrow("bleu: no target");
    expect(() => bleu("a", "a", { tokenize: "ja" as never })).toThrow(
      'bleu: tokenize "ja", needs one of 13a, intl, zh',
    );
    expect(() => bleu("a", "a", { smoothing: "add-k" as never })).toThrow(
      'bleu: smoothing "add-k", needs one of none, exp, floor, addK; did you mean "addK"?',
    );
  });
});
