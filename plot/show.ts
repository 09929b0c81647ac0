import { optionsOf } from "@emergence/lib/core";
import type { Figure } from "./figure";
import { requireText } from "./input";
import { display } from "./kernel";

/** The toolbar appears on hover, without Plotly's logo and without the selection tools, which have no effect. */
const config = {
  responsive: true,
  displaylogo: false,
  modeBarButtonsToRemove: ["select2d", "lasso2d"],
  toImageButtonOptions: { format: "svg", filename: "figure" },
} as const;

/**
 * Displays a figure in the cell, with its text alternative: one sentence that states what the figure shows, for readers who
 * cannot see it and for pages that cannot draw it. Without a kernel the text is printed.
 *
 * Throws a RangeError without a text, and a TypeError if the first argument is not a figure.
 *
 * @example
 * show(lines([{ name: "accuracy", x: [1, 2], y: [0.1, 0.7] }], { x: "step", y: "accuracy (share)" }), {
 *   text: "Accuracy rises from 0.1 to 0.7 between steps 1 and 2.",
 * }); // => undefined
 */
export function show(figure: Figure, options: { readonly text: string }): void {
  if (!Array.isArray(figure?.data) || typeof figure.layout !== "object") {
    throw new TypeError(
      "show: got no figure, needs { data, layout } as returned by lines() and the other figure functions",
    );
  }
  optionsOf("show", options, { text: "any" });
  requireText("show", "the text alternative `text`", options?.text, "Accuracy rises from 0.1 to 0.7 over training.");
  const { data, layout, frames } = figure;
  const plotly = { data, layout, ...(frames ? { frames } : {}), config: { ...config, ...figure.config } };
  display({ "application/vnd.plotly.v1+json": plotly, "text/plain": options.text }, { alt: options.text });
}
