// Modular addition at p = 23, 29, 31: train and test accuracy by epoch, thinned.
import { significant } from "../../import/files.mjs";
import { files, runs } from "../../import/modular-addition.mjs";
import { thinned } from "../../import/thinned.mjs";

export const sources = files;

export const rows = (/** @type {string} */ raw) =>
  runs(raw).flatMap(({ p, curve }) =>
    thinned(curve.map((point) => ({ ...point, step: point.epoch }))).map(({ epoch, train, test }) => ({
      p,
      epoch,
      trainAccuracy: significant(train, 4),
      testAccuracy: significant(test, 4),
    })),
  );
