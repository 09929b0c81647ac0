import { requireFunction, shown } from "@emergence/lib/core";
import type { Figure } from "./figure";
import { cellWriter, display } from "./kernel";
import { outputOf, type ShowOptions } from "./show";

const pause = 250; // milliseconds between two drawings: a page needs some for each

/** The page draws what it was sent before the next stretch of work. */
const drawn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A figure that grows while something runs: `draw` is called for the first moment, for later ones at most four times per second,
 * and for the last. One output, which each drawing replaces: a committed notebook holds the last. Without a kernel the text is printed.
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
  let last: { readonly moment: Moment; readonly isDrawn: boolean } | undefined;
  const put = (moment: Moment): void => {
    write?.({ ...outputOf("live", draw(moment), options), transient }, drawnAt !== -Infinity);
    drawnAt = performance.now();
  };
  for (const moment of moments) {
    const isDue = write !== null && performance.now() - drawnAt >= pause;
    if (isDue) {
      put(moment);
      await drawn();
    }
    last = { moment, isDrawn: isDue };
  }
  if (last === undefined) throw new RangeError("live: no moment to draw, needs at least one");
  if (write === null) {
    const { data, metadata } = outputOf("live", draw(last.moment), options);
    display(data, metadata);
  } else if (!last.isDrawn) put(last.moment);
}
