import { bleu, matthews, perplexity, rouge } from "@emergence/lib/metrics";
import type { Code } from "../data";

const repeat = (value: number, length: number) => Array<number>(length).fill(value);

/** Scores of what models wrote. */
export const metrics: Readonly<Record<string, Code>> = {
  B01() {
    const name = "Zhongjian Plaza";
    const four = "China Railway Heavy Industry";
    return { corpus: bleu([name], [name]), four: bleu([four], [four]), sentence: bleu(name, name) };
  },
  B03: () => ({
    a: bleu(["This is cat."], [["This is a cat.", "This is a bad cat."]]),
    b: bleu(["This is cat"], [["This is a cat", "This is a bad cat"]]),
  }),
  B05() {
    const russian = "я иду на работу";
    return { thai: rouge("สวัสดี", "สวัสดี").rouge1.f, ru: rouge(russian, russian).rougeL.f };
  },
  B07() {
    const actual = [...repeat(1, 55_000), ...repeat(0, 55_000)];
    const predicted = [...repeat(1, 50_000), ...repeat(0, 5_000), ...repeat(0, 50_000), ...repeat(1, 5_000)];
    return { m: matthews(actual, predicted) };
  },
  B09: () => ({ p: perplexity([-0.2, -0.8, -0.5]), inf: String(perplexity([Number.NEGATIVE_INFINITY, -1])) }),
};
