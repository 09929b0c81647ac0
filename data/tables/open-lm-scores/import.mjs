// OpenLM's scaling test bed: accuracy of each model on each task.
import { numeric, significant } from "../../import/files.mjs";
import { files, models, scoresOf } from "../../import/open-lm.mjs";

export const sources = [files.models, files.scores];

export const rows = (/** @type {string} */ raw) =>
  models(raw).flatMap(({ model }) =>
    scoresOf(raw, model).map(([task, accuracy]) => ({ model, task, accuracy: significant(numeric(accuracy)) })),
  );
