// Committed outputs of a cell, as the page shows them before anything runs.

import { gzipSync } from "node:zlib";
import { pictureType } from "../../notebooks/figures.mjs";
import { joined, plotlyType } from "../../notebooks/format.mjs";
import { compactSvg } from "./compactSvg.mjs";
import { comparisonType, withSources } from "./numbers.mjs";
import { pictureSize } from "./pictureSize.mjs";
import { escapeHtml } from "./text.mjs";

/** @typedef {import("../../notebooks/format.mjs").Json} Json */
/** @typedef {{ name: string, content: string | Buffer }} Picture a file of the site */

const endings = /** @type {const} */ ({ "image/svg+xml": "svg", "image/jpeg": "jpg" });

/** A picture that says itself what is to be seen on it, wherever its file goes. */
const described = (/** @type {string} */ svg, /** @type {string} */ text) =>
  svg.replace(
    /^<svg\b[^>]*>/,
    (begin) => `${begin.replace("<svg", '<svg role="img"')}<title>${escapeHtml(text)}</title>`,
  );

/** The picture of a figure's output; undefined where it has none. @returns {Picture | undefined} */
export function pictureOf(/** @type {Json} */ output) {
  const type = /** @type {keyof typeof endings | undefined} */ (pictureType(output));
  if (type === undefined) return undefined;
  const data = joined(output.data[type]);
  const name = `${output.metadata.figure}.${endings[type]}`;
  if (type !== "image/svg+xml") return { name, content: Buffer.from(data, "base64") };
  return { name, content: described(compactSvg(data), output.metadata.alt ?? "") };
}

/** Takes a picture that a page needs, and gives its address. @typedef {(picture: Picture) => string} Keep */

/** Numbers as exact as a screen can show: a replacer for JSON. */
const sixDigits = (/** @type {string} */ _, /** @type {unknown} */ value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

/** What draws a figure anew, packed: unpacked it would be as large as all pictures. @returns {Picture} */
const plotOf = (/** @type {Json} */ { data, metadata }) => ({
  name: `${metadata.figure}.plot`,
  content: gzipSync(JSON.stringify(data[plotlyType], sixDigits)),
});

/** @param {Json} output @param {string | undefined} up @param {Keep} keep */
function figure(output, up, keep) {
  const { alt = "", caption } = output.metadata;
  const picture = pictureOf(output);
  const id = caption?.key === undefined ? "" : ` id="figure-${escapeHtml(caption.key)}"`;
  if (picture === undefined) return `<figure class="figure"${id}><p>${escapeHtml(alt)}</p></figure>`;
  const address = keep(picture);
  const known = pictureSize(picture.content);
  const size = known === undefined ? "" : ` width="${known.width}" height="${known.height}"`;
  const image = `<img src="${address}" alt="${escapeHtml(alt)}"${size} loading="lazy">`;
  // A page that stands alone has no file beside it.
  const plot = up === undefined ? "" : ` data-plot="${keep(plotOf(output))}"`;
  return `<figure class="figure"${id}${plot}>${image}</figure>`;
}

/** @param {Json} data @param {string | undefined} up */
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
 * @param {string | undefined} up path from the page to the site's root; undefined where there is none
 * @param {Keep} keep
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
