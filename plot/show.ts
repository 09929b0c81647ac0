import { type Kinds, optionsOf } from "@emergence/lib/core";
import { captionOf, withCaption } from "./caption";
import type { Figure } from "./figure";
import { requireText } from "./input";
import { type Bundle, display } from "./kernel";

/** The toolbar appears on hover, without Plotly's logo and without the selection tools, which have no effect. */
const config = {
  responsive: true,
  displaylogo: false,
  modeBarButtonsToRemove: ["select2d", "lasso2d"],
  toImageButtonOptions: { format: "svg", filename: "figure" },
} as const;

/** What stands with a figure. */
export interface ShowOptions {
  /** One sentence that states what the figure shows, for readers who cannot see it. Required. */
  readonly text: string;
  /** One sentence under the figure that says what to see, after its number; default: neither. */
  readonly caption?: string;
  /** Name by which prose refers to the figure: `Figure 3<!--jump-->`, whose number the runner keeps; default: the caption. */
  readonly key?: string;
}

/** Kinds of the options, for their check. */
const showOptions: Kinds<ShowOptions> = { text: "any", caption: "any", key: "any" };

/**
 * Displays a figure in the cell, with its caption and its text alternative. Figures with a caption are numbered in the order in
 * which they are first shown. Without a kernel the text is printed.
 *
 * Throws a RangeError without a text, and a TypeError if the first argument is not a figure.
 *
 * @example
 * show(lines([{ name: "accuracy", x: [1, 2], y: [0.1, 0.7] }], { x: "step", y: "accuracy (share)" }), {
 *   caption: "Nothing, and then most of it.",
 *   text: "Accuracy rises from 0.1 to 0.7 between steps 1 and 2.",
 * }); // => undefined
 */
export function show(figure: Figure, options: ShowOptions): void {
  const { data, metadata } = outputOf("show", figure, options);
  display(data, metadata);
}

/** What `show`, or another on whose behalf it is, sends to the page, checked. */
export function outputOf(
  caller: string,
  figure: Figure,
  options: ShowOptions,
): { data: Bundle; metadata: Record<string, unknown> } {
  if (!Array.isArray(figure?.data) || typeof figure.layout !== "object") {
    throw new TypeError(
      `${caller}: got no figure, needs { data, layout } as returned by lines() and the other figure functions`,
    );
  }
  optionsOf(caller, options, showOptions);
  const { text, caption, key } = options ?? {};
  requireText(caller, "the text alternative `text`", text, "Accuracy rises from 0.1 to 0.7 over training.");
  const named = caption === undefined ? undefined : captionOf(caller, caption, key);
  const { data, layout, frames } = named === undefined ? figure : withCaption(figure, named);
  const plotly = { data, layout, ...(frames ? { frames } : {}), config: { ...config, ...figure.config } };
  return {
    data: { "application/vnd.plotly.v1+json": plotly, "text/plain": text },
    metadata: { alt: text, ...(named ? { caption: named } : {}) },
  };
}
