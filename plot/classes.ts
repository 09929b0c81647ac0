// Classes of a matrix: one color each, and a legend of swatches in place of a color bar.
import { type Kinds, partsOf } from "@emergence/lib/core";
import type { Trace } from "./figure";
import { requireText } from "./input";
import { palette } from "./palette";

/** A class: the number that stands for it in the matrix, its name, its color. */
export interface ValueClass {
  readonly value: number;
  readonly label: string;
  /** Default: the next hue of `palette`. */
  readonly color?: string;
}

/** Kinds of the parts of a class, for their check. */
const classParts: Kinds<ValueClass> = { value: "number", label: "any", color: "text" };

/** Matrix of the positions of the classes; throws for a number that is no class. */
export function classNumbers(
  where: string,
  z: readonly (readonly (number | null)[])[],
  classes: readonly ValueClass[],
): (number | null)[][] {
  for (const [i, one] of classes.entries()) {
    const { label } = partsOf(where, one, classParts, `classes[${i}]`);
    requireText(where, "the label of a class", label, "smooth");
  }
  const positions = new Map(classes.map(({ value }, i) => [value, i]));
  if (positions.size < classes.length) throw new RangeError(`${where}: two classes have the same value`);
  return z.map((row, i) =>
    row.map((value, j) => {
      if (value === null) return null;
      const position = positions.get(value);
      if (position !== undefined) return position;
      const known = [...positions.keys()].join(", ");
      throw new RangeError(`${where}: row ${i} has ${value} in column ${j}, needs one of the classes ${known}`);
    }),
  );
}

const colorOf = ({ color }: ValueClass, i: number): string => color ?? (palette[i % palette.length] as string);

/** Attributes of a heatmap trace whose numbers are positions of classes, `gap` pixels between the cells. */
export function classColors(classes: readonly ValueClass[], gap: number): Readonly<Record<string, unknown>> {
  const n = classes.length;
  const steps = classes.flatMap((one, i) => [
    [i / n, colorOf(one, i)],
    [(i + 1) / n, colorOf(one, i)],
  ]);
  return { colorscale: steps, zmin: -0.5, zmax: n - 0.5, showscale: false, xgap: gap, ygap: gap };
}

/** Traces that draw nothing and give each class its swatch in the legend. */
export const swatches = (classes: readonly ValueClass[]): Trace[] =>
  classes.map((one, i) => ({
    type: "scatter",
    mode: "markers",
    name: one.label,
    x: [null],
    y: [null],
    hoverinfo: "skip",
    // With an edge, for a class may be nearly white.
    marker: { symbol: "square", size: 16, color: colorOf(one, i), line: { color: "#8c8c8c", width: 1 } },
  }));
