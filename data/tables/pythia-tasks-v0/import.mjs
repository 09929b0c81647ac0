// Pythia's standard tasks over training, release 0.
import { evaluations } from "../../import/pythia-suite.mjs";
import { taskRows } from "../../import/pythia-tasks.mjs";

export const sources = [evaluations];

export const rows = (/** @type {string} */ raw) => taskRows(raw, "pythia-v0");
