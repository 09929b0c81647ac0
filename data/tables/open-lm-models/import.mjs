// OpenLM's scaling test bed: the models.
import { files, models } from "../../import/open-lm.mjs";

export const sources = [files.models];

export const rows = (/** @type {string} */ raw) => models(raw);
