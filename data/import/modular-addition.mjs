// Modular addition at p = 23, 29, 31: train and test accuracy of one net each, by epoch.
import { join } from "node:path";
import { readJson } from "./files.mjs";

const folder = "modular-addition-features";
const moduli = [23, 29, 31];
const fileOf = (/** @type {number} */ p) => join(folder, `p0${p}_grokk_acc.json`);

export const files = moduli.map(fileOf);

/** The three runs: what stands beside the curve, and the curve. */
export const runs = (/** @type {string} */ raw) =>
  moduli.map((p) => {
    const { epochs, train_accs, test_accs, stage1_end, stage2_end } = readJson(join(raw, fileOf(p)));
    const curve = /** @type {number[]} */ (epochs).map((epoch, i) => ({
      epoch,
      train: /** @type {number} */ (train_accs[i]),
      test: /** @type {number} */ (test_accs[i]),
    }));
    return { p, stages: [stage1_end, stage2_end], curve };
  });
