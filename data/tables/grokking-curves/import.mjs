// Logs of grokking: loss and accuracy by step, thinned.
import { folder, runs } from "../../import/grokking.mjs";

export const sources = [folder];

export const rows = (/** @type {string} */ raw) => runs(raw).flatMap(({ log }) => log);
