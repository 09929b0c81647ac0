import * as metric from "@emergence/lib/metrics";
import type { Code } from "../data";
import { messageOf, misfit, poorErrors } from "../messageOf";

const { macroF1, matthews, rouge, wilson } = metric;
const same = (text: string) => rouge(text, text).rouge1.f;

const outcome = (run: () => number) => (messageOf(run) === undefined ? run() : "throws");

export const metrics: Readonly<Record<string, Code>> = {
  L08: () => ({
    matthews: outcome(() => matthews([1, 0, Number.NaN], [1, 0, Number.NaN])),
    macroF1: outcome(() => macroF1([1, misfit(undefined)], [1, 0])),
  }),
  L03() {
    return {
      matthews: outcome(() => matthews([1, 0, 1, 0], ["1", "0", "1", "1"])),
      macroF1: outcome(() => macroF1(["1", "0", "1"], [1, 0, 0])),
    };
  },
  N03: () => ({ ...wilson(0.57 * 100, 100) }),
  O07: () => ({
    arabic: same("اختر العمر المستقبلي."),
    nepali: same("पूर्व प्रधानमन्त्री शिंजो आबेको हत्याले जापान स्तब्ध छ।"),
    chinese: same("今天天气很好"),
  }),
  O08: () => ({ thai: rouge("สวัสดี", "ขอบคุณ").rouge1.f }),
  Q02() {
    const none = misfit(undefined);
    const nothing = misfit(null);
    return {
      poor: poorErrors({
        exactMatch: () => metric.exactMatch(none, "a"),
        editDistance: () => metric.editDistance(nothing, "a"),
        tokenEditDistance: () => metric.tokenEditDistance("a", none),
        bleu: () => metric.bleu(none, "a"),
        rouge: () => rouge(nothing, "a"),
        brier: () => metric.brier(none, 0),
        perplexity: () => metric.perplexity(none),
        logLikelihood: () => metric.logLikelihood(nothing),
        matthews: () => matthews(none, [1]),
        macroF1: () => macroF1([1], nothing),
        wilson: () => wilson(none, 10),
        numericMatch: () => metric.numericMatch(none, 1),
        multipleChoiceGrade: () => metric.multipleChoiceGrade(none, 0),
        expectedCalibrationError: () => metric.expectedCalibrationError(none, none),
        tokenModel: () => metric.tokenModel(none),
      }),
    };
  },
};
