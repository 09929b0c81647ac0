// Labels at the ends of lines instead of a legend, so that no color has to be matched with a key.
import type { Annotation } from "./figure";
import type { Range } from "./scale";
import { size } from "./theme";

/** A label at height `at`, in axis units. */
export interface End {
  readonly text: string;
  readonly color: string;
  readonly at: number;
}

/**
 * Positions as close as possible to the `wanted` ones (least squares), at least `gap` apart, in the same order: isotonic
 * regression of the positions minus multiples of the gap, by pooling adjacent violators.
 */
export function spread(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const pools: { mean: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { mean: (wanted[index] as number) - rank * gap, count: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
      pools.pop();
    }
    pools.push(pool);
  });
  const base = pools.flatMap(({ mean, count }) => new Array<number>(count).fill(mean));
  const placed = new Array<number>(wanted.length);
  order.forEach((index, rank) => {
    placed[index] = (base[rank] as number) + rank * gap;
  });
  return placed;
}

/** Estimated width of a text in pixels; an overestimate, since fonts differ. */
export const textWidth = (text: string, fontSize: number): number => Math.ceil(text.length * fontSize * 0.56);

/** Annotations to the right of the plot, each at the end of its line, moved apart if they overlap. */
export function endLabels(ends: readonly End[], range: Range, plotHeight: number): Annotation[] {
  const pixel = (at: number): number => ((at - range[0]) / (range[1] - range[0])) * plotHeight;
  const places = spread(
    ends.map(({ at }) => pixel(at)),
    size.label * 1.2,
  );
  return ends.map(({ text, color, at }, i) => ({
    text,
    font: { color, size: size.label },
    showarrow: false,
    x: 1,
    xref: "paper",
    xanchor: "left",
    xshift: 8,
    y: at,
    yref: "y",
    yanchor: "middle",
    yshift: Math.round((places[i] as number) - pixel(at)),
  }));
}
