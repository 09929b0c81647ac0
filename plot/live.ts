import { requireFunction, shown } from "@emergence/lib/core";
import type { Figure } from "./figure";
import { cellWriter, display } from "./kernel";
import { outputOf, type ShowOptions } from "./show";
import { sketch } from "./sketch";

const pause = 250; // milliseconds between two drawings: a page needs some for each

/** The page draws what it was sent before the next stretch of work. */
const drawn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A figure that grows while something runs: `draw` is called for the first moment, for later ones at most four times per second,
 * and for the last. One output, which each drawing replaces: sketches of the figure's lines and points, and at the end, or where what runs
 * fails, the figure of the last moment, as `show` shows it. Without a kernel the text is printed.
 *
 * @param moments what runs and yields, such as `train` of @emergence/lib/learning
 * @param draw the figure of a moment
 * @param options those of `show`
 * @throws RangeError if there is no moment or no text, TypeError if `draw` returns no figure
 * @example
 * const draw = (n: number) => lines([{ name: "squares", x: [0, 1, n], y: [0, 1, n * n] }], { x: "n", y: "square" });
 * live([2, 3, 4], draw, { text: "Squares grow, up to 16." }); // => undefined
 */
export async function live<Moment>(
  moments: Iterable<Moment>,
  draw: (moment: Moment) => Figure,
  options: ShowOptions,
): Promise<void> {
  if (typeof moments?.[Symbol.iterator] !== "function")
    throw new RangeError(`live: moments ${shown(moments)}, needs what a loop can go through, such as a run of train`);
  requireFunction("live", "draw", draw);
  const write = cellWriter();
  const transient = { display_id: crypto.randomUUID() };
  let drawnAt = -Infinity;
  let last: { readonly moment: Moment } | undefined;
  const put = (moment: Moment, isLast: boolean): void => {
    const figure = draw(moment);
    const { data, metadata } = outputOf("live", figure, options);
    const seen = isLast ? data : { "text/html": sketch(figure), "text/plain": data["text/plain"] };
    if (write === null) display(data, metadata);
    else write({ data: seen, metadata, transient }, drawnAt !== -Infinity);
    drawnAt = performance.now();
  };
  try {
    for (const moment of moments) {
      last = { moment };
      if (write === null || performance.now() - drawnAt < pause) continue;
      put(moment, false);
      await drawn();
    }
  } finally {
    if (last !== undefined) put(last.moment, true);
  }
  if (last === undefined) throw new RangeError("live: no moment to draw, needs at least one");
}
