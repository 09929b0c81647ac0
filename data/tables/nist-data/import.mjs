// NIST's problems: the observations.
import { folder, problems } from "../../import/nist.mjs";

export const sources = [folder];

export const rows = (/** @type {string} */ raw) => problems(raw).flatMap(({ points }) => points);
