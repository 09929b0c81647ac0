// NIST's problems: the models with their certified residuals.
import { folder, problems } from "../../import/nist.mjs";

export const sources = [folder];

export const rows = (/** @type {string} */ raw) => problems(raw).map(({ about }) => about);
