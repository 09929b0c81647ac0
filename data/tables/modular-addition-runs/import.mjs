// Modular addition at p = 23, 29, 31: when each run memorizes, when it generalizes, where it ends.
import { significant } from "../../import/files.mjs";
import { files, runs } from "../../import/modular-addition.mjs";

export const sources = files;

/** @returns {import("../../import/files.mjs").Row[]} */
export const rows = (/** @type {string} */ raw) =>
  runs(raw).map(({ p, stages: [stage1End, stage2End], curve }) => {
    const first = (/** @type {"train" | "test"} */ key) => curve.find((point) => point[key] >= 0.99)?.epoch ?? null;
    const last = curve.at(-1);
    return {
      p,
      memorizeEpoch: first("train"),
      generalizeEpoch: first("test"),
      stage1End,
      stage2End,
      lastEpoch: last?.epoch,
      lastTrainAccuracy: significant(last?.train ?? NaN),
      lastTestAccuracy: significant(last?.test ?? NaN),
    };
  });
