// NIST's problems: starting values and certified parameters.
import { folder, problems } from "../../import/nist.mjs";

export const sources = [folder];

export const rows = (/** @type {string} */ raw) => problems(raw).flatMap(({ parameters }) => parameters);
