import { rouge } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, values } from "./values";

const kinds = ["rouge1", "rouge2", "rougeL"] as const;
const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 10 }).map((words) => words.join(" "));

describe("rouge", () => {
  it(`agrees with rouge-score on ${values.rouge.length} texts, with one to three references`, () => {
    for (const { output, references, ...wanted } of values.rouge) {
      const got = rouge(output, references, { tokenize: "rouge-score" });
      for (const kind of kinds) {
        for (const part of ["precision", "recall", "f"] as const) {
          expectClose(got[kind][part], wanted[kind][part], `${kind} ${part} of ${output}:`);
        }
      }
    }
  });

  it("exchanges precision and recall with output and reference, and keeps f", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [there, back] = [rouge(a, b), rouge(b, a)];
        for (const kind of kinds) {
          expect(there[kind].precision).toBe(back[kind].recall);
          expect(there[kind].f).toBe(back[kind].f);
        }
      }),
    );
  });

  it("orders its measures: a subsequence has no more words than the bag", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { rouge1, rougeL } = rouge(a, b);
        expect(rougeL.f).toBeLessThanOrEqual(rouge1.f);
        expect(rouge1.f).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("agrees with rouge-score by default where texts are in plain Latin letters", () => {
    const plain = values.rouge.filter(({ output, references }) => /^[ -~\s]*$/.test(output + references.join("")));
    expect(plain.length).toBeGreaterThan(25);
    for (const { output, references, ...wanted } of plain) {
      const got = rouge(output, references);
      for (const kind of kinds) expectClose(got[kind].f, wanted[kind].f, `${kind} of ${output}:`);
    }
  });

  // Identical texts in Thai and Russian scored 0: https://github.com/google/adk-python/pull/6292, https://github.com/pltrdy/files2rouge/issues/32.
  const scripts = {
    Thai: "แมวนอนบนเสื่อ", // the cat lies on the mat
    Russian: "кошка спит на коврике",
    Chinese: "猫在垫子上睡觉。",
    Japanese: "猫はマットで寝る",
    Korean: "고양이가 매트에서 잔다",
    Hindi: "बिल्ली चटाई पर सोती है",
    Arabic: "القطة تنام على السجادة",
    Greek: "η γάτα κοιμάται",
    emoji: "🙂 👩‍👩‍👧 🇩🇪",
  };
  it.each(Object.entries(scripts))("a text in %s equals itself, and not its first half", (_, whole) => {
    const half = Array.from(new Intl.Segmenter("und").segment(whole), ({ segment }) => segment);
    const first = half.slice(0, Math.ceil(half.length / 2)).join("");
    const [same, part] = [rouge(whole, whole), rouge(first, whole)];
    expect([same.rouge1.f, same.rougeL.f, same.warnings]).toEqual([1, 1, []]);
    expect(part.rouge1.f).toBeGreaterThan(0);
    expect(part.rouge1.f).toBeLessThan(1);
  });

  it("sees no words in other scripts as rouge-score does, and says so", () => {
    const { rouge1, warnings } = rouge("το φως", "το φως", { tokenize: "rouge-score" });
    expect(rouge1).toEqual({ precision: 0, recall: 0, f: 0 });
    expect(warnings).toEqual([
      'rouge: output "το φως" has no words under tokenize "rouge-score": it scores 0, and tokenize "unicode" sees its words',
      'rouge: reference "το φως" has no words under tokenize "rouge-score": it scores 0, and tokenize "unicode" sees its words',
    ]);
  });

  it("warns of a reference without words; a model that says nothing has its 0", () => {
    expect(rouge("no", "?!").warnings).toEqual(['rouge: reference "?!" has no words under tokenize "unicode"']);
    expect(rouge("", "word").warnings).toEqual([]);
  });

  it("counts a letter and its mark as one, composed or not, in either case", () => {
    expect(rouge("nai\u0308ve CAFE\u0301", "naïve café").rouge2.f).toBe(1);
    expect(rouge("naive", "naïve").rouge1.f).toBe(0);
  });

  it("refuses what is no text, and other tokenizations", () => {
    expect(() => rouge(undefined as never, "a")).toThrow(
      'rouge: undefined among the texts, needs strings (a missing answer is "")',
    );
    expect(() => rouge("a", "a", { tokenize: "13a" as never })).toThrow(
      'rouge: tokenize "13a", needs one of unicode, rouge-score',
    );
  });

  it("refuses no references", () => {
    expect(() => rouge("a", [])).toThrow("rouge: no target, needs one or more");
  });
});
