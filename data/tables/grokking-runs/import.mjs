// Logs of grokking: what each run was and how it ended.
import { folder, runs } from "../../import/grokking.mjs";

export const sources = [folder];

export const rows = (/** @type {string} */ raw) => runs(raw).map(({ about }) => about);
