import * as measures from "@emergence/lib/measures";
import { transferEntropy } from "@emergence/lib/measures";
import type { Code } from "../data";
import { messageOf, misfit, poorErrors } from "../messageOf";

const { entropy, fromSamples, mutualInformation } = measures;
const xs = [0, 1, 1, 1, 1, 0, 0, 0, 0];
const ys = [0, 0, 1, 1, 1, 1, 0, 0, 0];

export const information: Readonly<Record<string, Code>> = {
  L01() {
    const rows = [
      [0, 1, 0],
      [1, 1, Number.NaN],
      [0, 0, 1],
      [1, 0, Number.NaN],
    ];
    return { first: messageOf(() => mutualInformation(fromSamples(rows), [0], [1])) === undefined ? "none" : "throws" };
  },
  L02() {
    const rows = misfit([["a"], [undefined], ["b"], ["a"]]);
    return { first: messageOf(() => entropy(fromSamples(rows))) === undefined ? "none" : "throws" };
  },
  L07() {
    const target = [0.13, 0.71, 0.32, 0.94, 0.55, 0.28];
    const source = [0.91, 0.22, 0.63, 0.17, 0.48, 0.39];
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...values: unknown[]) => said.push(...values);
    try {
      return { silent: messageOf(() => transferEntropy(target, source)) === undefined && said.length === 0 };
    } finally {
      console.warn = warn;
    }
  },
  L09() {
    let bits = Number.NaN;
    const message = messageOf(() => {
      bits = entropy(fromSamples([[misfit(new Date(0))], [misfit(new Date(0))]]));
    });
    return { ok: bits === 0 || /date/i.test(message ?? "") };
  },
  L10() {
    const series = misfit([{ state: 1 }, { state: 2 }, { state: 1 }, { state: 2 }]);
    return { outcome: messageOf(() => transferEntropy(series, series)) === undefined ? "none" : "throws" };
  },
  O05() {
    const one = [0, 1, 1, 1, 1, 0, 1, 1, 1];
    const two = [
      [1, 0, 1, 0, 1, 1, 1, 1, 1],
      [1, 1, 0, 1, 0, 1, 1, 1, 1],
    ];
    const options = { history: 2 };
    return {
      one: transferEntropy(ys, xs, { ...options, given: one }),
      two: transferEntropy(ys, xs, { ...options, given: two }),
    };
  },
  O06: () => ({ te: transferEntropy(ys, xs, { history: 2, given: xs }) }),
  Q03() {
    const none = misfit(undefined);
    const nothing = misfit(null);
    const holes = misfit(Object.assign(Array(4), { 0: 0, 2: 1, 3: 0 }));
    return {
      poor: poorErrors({
        entropy: () => entropy(none),
        mutualInformation: () => mutualInformation(nothing, [0], [1]),
        fromSamples: () => fromSamples(none),
        distribution: () => measures.distribution(none, nothing),
        transferEntropy: () => measures.transferEntropy(nothing, none),
        activeInformation: () => measures.activeInformation(holes),
        blockEntropies: () => measures.blockEntropies(none, { maxLength: 2 }),
        oInformation: () => measures.oInformation(nothing),
        effectiveInformation: () => measures.effectiveInformation(none),
        coarseGrain: () => measures.coarseGrain(none, nothing),
        partialInformation: () => measures.partialInformation(none, { sources: [0, 1], target: 2, redundancy: "mmi" }),
      }),
    };
  },
};
