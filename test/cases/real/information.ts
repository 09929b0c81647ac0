import {
  distribution,
  entropy,
  fromSamples,
  gaussian,
  partialInformation,
  transferEntropy,
} from "@emergence/lib/measures";
import type { Code } from "../data";
import { messageOf } from "../messageOf";

/** Information of series and distributions. */
export const information: Readonly<Record<string, Code>> = {
  C01() {
    const xs = [0, 1, 1, 1, 1, 0, 0, 0, 0];
    const ys = [0, 0, 1, 1, 1, 1, 0, 0, 0];
    return { a: transferEntropy(ys, xs, { history: 2 }), b: transferEntropy(xs, ys, { history: 2 }) };
  },
  C03() {
    const withGaps = transferEntropy([-1, 2, 2, -1, 5, 2, -1, 5, 5], [5, -1, 2, 2, -1, 5, 2, -1, 5]);
    const plain = transferEntropy([0, 1, 1, 0, 2, 1, 0, 2, 2], [2, 0, 1, 1, 0, 2, 1, 0, 2]);
    return { same: withGaps - plain };
  },
  C05: () => ({
    series: outcomeOf(() => transferEntropy([0, 1, Number.NaN, 1, 0], [0, 0, 1, Number.NaN, 1])),
    rows: outcomeOf(() => entropy(fromSamples([[0], [Number.NaN], [1], [Number.NaN]]))),
  }),
  C07() {
    const constant = [
      [1, 0.5, 0],
      [0.5, 1, 0],
      [0, 0, 0],
    ];
    return { e: /not positive definite/.test(messageOf(() => gaussian.oInformation(constant)) ?? "") };
  },
  C09() {
    const source = [0, 1, 1, 0, 0, 1, 0, 0];
    const target = [0, 1, 0, 0, 1, 1, 0, 1];
    return { v: transferEntropy(target, source, { history: 2, given: [1, 1, 0, 0, 0, 1, 0, 0] }) };
  },
  C11() {
    const d = distribution(["000", "011", "101", "110", "111"], [0.2, 0.2, 0.2, 0.2, 0.2]);
    const parts = (sources: [number, number]) => partialInformation(d, { sources, target: 2, redundancy: "broja" });
    const [one, other] = [parts([0, 1]), parts([1, 0])];
    return { r: one.redundancy, s: one.synergy, d: one.synergy - other.synergy };
  },
  C13: () => ({ h: entropy(distribution(["0", "1", "2"], [0.5, 0.5, 0])) }),
};

/** "throws", or the number. */
function outcomeOf(run: () => number): number | string {
  return messageOf(run) === undefined ? run() : "throws";
}
