// Committed outputs of a cell, as the page shows them before anything runs.

import { pictureType } from "../../notebooks/figures.mjs";
import { joined, plotlyType } from "../../notebooks/format.mjs";
import { comparisonType, withSources } from "./numbers.mjs";
import { pictureSize } from "./pictureSize.mjs";
import { escapeHtml } from "./text.mjs";

/** @typedef {import("../../notebooks/format.mjs").Json} Json */
/** @typedef {{ name: string, content: string | Buffer }} Picture a file of the site */

const endings = /** @type {const} */ ({ "image/svg+xml": "svg", "image/jpeg": "jpg" });

/** The picture of a figure's output; undefined where it has none. @returns {Picture | undefined} */
export function pictureOf(/** @type {Json} */ output) {
  const type = /** @type {keyof typeof endings | undefined} */ (pictureType(output));
  if (type === undefined) return undefined;
  const data = joined(output.data[type]);
  const name = `${output.metadata.figure}.${endings[type]}`;
  return { name, content: type === "image/svg+xml" ? data : Buffer.from(data, "base64") };
}

/** Numbers as exact as a screen can show: a replacer for JSON, which it makes a sixth shorter. */
const sixDigits = (/** @type {string} */ _, /** @type {unknown} */ value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

/** @param {Json} output @param {string} up path from the page to the site's root @param {(picture: Picture) => void} keep takes the picture, and what draws it anew */
function figure(output, up, keep) {
  const { alt = "", caption } = output.metadata;
  const picture = pictureOf(output);
  const id = caption?.key === undefined ? "" : ` id="figure-${escapeHtml(caption.key)}"`;
  if (picture === undefined) return `<figure class="figure"${id}><p>${escapeHtml(alt)}</p></figure>`;
  keep(picture);
  const known = pictureSize(picture.content);
  const size = known === undefined ? "" : ` width="${known.width}" height="${known.height}"`;
  const image = `<img src="${up}pictures/${picture.name}" alt="${escapeHtml(alt)}"${size} loading="lazy">`;
  const plot = `${output.metadata.figure}.json`;
  keep({ name: plot, content: JSON.stringify(output.data[plotlyType], sixDigits) });
  return `<figure class="figure"${id} data-plot="${up}pictures/${plot}">${image}</figure>`;
}

/** @param {Json} data @param {string} up */
function html(data, up) {
  const text = joined(data["text/html"]);
  return data[comparisonType] === undefined ? text : withSources(text, data[comparisonType], up);
}

/** What a page's script reads of an output: what was asked, and what came out. */
const dataOf = (/** @type {Json} */ metadata = {}) =>
  ["bet", "reveal"]
    .filter((name) => metadata[name] !== undefined)
    .map((name) => ` data-${name}="${escapeHtml(JSON.stringify(metadata[name]))}"`)
    .join("");

/**
 * @param {readonly Json[]} outputs
 * @param {string} up path from the page to the site's root
 * @param {(picture: Picture) => void} keep takes the pictures that the page needs
 */
export function outputsOf(outputs, up, keep) {
  return outputs
    .map((output) => {
      if (output.output_type === "stream")
        return `<pre class="stream ${output.name}">${escapeHtml(joined(output.text))}</pre>`;
      if (output.output_type === "error") return `<pre class="error">${escapeHtml(output.traceback.join("\n"))}</pre>`;
      if (output.data[plotlyType] !== undefined) return figure(output, up, keep);
      if (output.data["text/html"] !== undefined)
        return `<div class="html"${dataOf(output.metadata)}>${html(output.data, up)}</div>`;
      return `<pre>${escapeHtml(joined(output.data["text/plain"]))}</pre>`;
    })
    .join("\n");
}
