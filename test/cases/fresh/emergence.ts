import { curve, curves, fit } from "@emergence/lib/fit";
import * as measures from "@emergence/lib/measures";
import { monotonicityTest } from "@emergence/lib/measures";
import type { Code } from "../data";
import { messageOf, misfit, poorErrors } from "../messageOf";

const { schaefferScore, sharpness, weiThreshold } = measures;

export const emergence: Readonly<Record<string, Code>> = {
  L04() {
    const texts = misfit(["0.1", "0.2", "0.9"]);
    const messages = [
      messageOf(() => schaefferScore(texts)),
      messageOf(() => measures.linearity(texts)),
      messageOf(() => measures.breakthroughness(texts)),
    ];
    return { tells: messages.every((message) => /text|string|"0\.\d"/.test(message ?? "")) };
  },
  N01() {
    const trials = [100, 100, 100];
    const computed = [0.19, 0.29, 0.58].map((share) => share * 100);
    const ask = (right: number[]) => JSON.stringify(weiThreshold([1, 2, 3], right, trials, { chance: 0.2 }));
    return { same: ask(computed) === ask([19, 29, 58]) };
  },
  N04: () => ({ p: monotonicityTest([1, 2], [0.58 * 100, 0.29 * 100], [100, 100]).p }),
  N05: () => ({
    tells: /12\.5/.test(messageOf(() => weiThreshold([1, 2], [12.5, 20], [100, 100], { chance: 0.2 })) ?? ""),
  }),
  O09() {
    const x = [0.5, 1, 2, 3, 4, 6, 9, 15, 30];
    const y = x.map((at) => (2 * at ** 2) / (3 ** 2 + at ** 2));
    const found = sharpness(fit(curves.hill, x, y));
    return found.kind === "failed" ? { reason: found.reason } : { width: found.width, midpoint: found.midpoint };
  },
  O10() {
    const x = Array.from({ length: 30 }, (_, i) => 3 * i);
    const y = x.map((at) => Math.exp(-13 * Math.exp(-0.09 * at)));
    const found = sharpness(fit(curve("a * exp(-b * exp(-c * x))"), x, y));
    return found.kind === "failed" ? { reason: found.reason } : { width: found.width };
  },
  Q07() {
    const none = misfit(undefined);
    const nothing = misfit(null);
    return {
      poor: poorErrors({
        schaefferScore: () => schaefferScore(none),
        linearity: () => measures.linearity(nothing),
        breakthroughness: () => measures.breakthroughness(none),
        straightLineScore: () => measures.straightLineScore(none),
        sharpness: () => sharpness(none),
        weiThreshold: () => weiThreshold([1, 2], none, [10, 10], { chance: 0.2 }),
        weiThreshold2: () => weiThreshold([1, 2], [1, 2, 3], [10, 10], { chance: 0.2 }),
        changePointTest: () => measures.changePointTest(none, [1, 2, 3]),
        monotonicityTest: () => monotonicityTest(none, nothing, none),
        benjaminiHochberg: () => measures.benjaminiHochberg(none),
      }),
    };
  },
};
