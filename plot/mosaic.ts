import { type Kinds, optionsOf, partsOf } from "@emergence/lib/core";
import { max } from "d3-array";
import { classColors, classNumbers, swatches, type ValueClass } from "./classes";
import type { Annotation, Figure, Trace } from "./figure";
import { plain, requireSome, requireText, requireTexts, sameLength } from "./input";
import { hatching } from "./missing";
import { template } from "./theme";

/** A matrix of classes with groups of rows and columns: `z[row][column]`, null where nothing is to be said. */
export interface Mosaic {
  readonly x: readonly string[];
  readonly y: readonly string[];
  readonly z: readonly (readonly (number | null)[])[];
  /** Group of each column; a gap stands between groups. Default: one group. */
  readonly xGroups?: readonly string[];
  /** Group of each row; each group has its name above it. Default: one group without a name. */
  readonly yGroups?: readonly string[];
  /** Text of each cell on hover; default: the label of its class. */
  readonly text?: readonly (readonly string[])[];
}

export interface MosaicOptions {
  /** Titles for columns, rows and classes, as they appear on hover. Required. */
  readonly x: string;
  readonly y: string;
  readonly z: string;
  readonly classes: readonly ValueClass[];
  /** Whether the rows stand in two panels side by side; default: false. */
  readonly panels?: 1 | 2;
  /** What hatched cells are called; default: "no value". */
  readonly missing?: string;
  readonly title?: string;
}

const mosaicParts: Kinds<Mosaic> = { x: "list", y: "list", z: "list", xGroups: "list", yGroups: "list", text: "list" };
const mosaicOptions: Kinds<MosaicOptions> = {
  x: "any",
  y: "any",
  z: "any",
  classes: "list",
  panels: "number",
  missing: "text",
  title: "text",
};

/** Height of a row, font of the names and mean width of their letters, in pixels; longer names are cut. */
const [rowHeight, font, letter, longest] = [15, 10, 5.7, 30];
/** Font of the names on end, which stand as close as the columns. */
const columnFont = 9;
/** Width in pixels of an ordinary page. */
const pageWidth = 800;
/** Longest line of a hover text, in letters. */
const hoverWidth = 60;

/** A row as drawn: one of the matrix, or the heading of a group (-1). */
interface Drawn {
  readonly row: number;
  readonly heading?: string;
}

/**
 * A matrix of many classes in little room: small cells, names of columns on end, rows in groups with headings, in two panels on request, and a text of
 * its own for each cell on hover. Cells without a class are hatched. For few rows and columns `heatmap` with `classes` has larger names.
 *
 * Throws a RangeError if a title is missing, lengths differ, a number is none of the `classes`, or the rows of a group stand apart.
 *
 * @example
 * const figure = mosaic(
 *   { x: ["Wei", "Du"], y: ["water", "sums"], z: [[null, 1], [1, 0]], yGroups: ["matter", "models"] },
 *   { x: "definition", y: "case", z: "verdict", classes: [{ value: 0, label: "no" }, { value: 1, label: "yes" }] },
 * );
 * (figure.data[0]?.z as number[][]).length; // => 4
 */
export function mosaic(matrix: Mosaic, options: MosaicOptions): Figure {
  const { classes, panels = 1, missing = "no value", title } = optionsOf("mosaic", options, mosaicOptions);
  partsOf("mosaic", matrix, mosaicParts, "matrix");
  for (const name of ["x", "y", "z"] as const)
    requireText("mosaic", `the title \`${name}\``, options[name], name === "z" ? "verdict" : "case");
  for (const name of ["x", "y"] as const) requireTexts("mosaic", `matrix.${name}`, matrix[name]);
  for (const name of ["xGroups", "yGroups"] as const)
    if (matrix[name] !== undefined) requireTexts("mosaic", `matrix.${name}`, matrix[name]);
  requireSome("mosaic", "rows", matrix.z);
  requireSome("mosaic", "classes", classes);
  if (panels !== 1 && panels !== 2) throw new RangeError(`mosaic: ${panels} panels, needs 1 or 2`);
  const { x, y, z, xGroups = x.map(() => ""), yGroups = y.map(() => ""), text } = matrix;
  sameLength("mosaic", "the matrix", y.length, "y", z.length, "rows");
  sameLength("mosaic", "the matrix", x.length, "x", xGroups.length, "xGroups");
  sameLength("mosaic", "the matrix", y.length, "y", yGroups.length, "yGroups");
  if (text) sameLength("mosaic", "the matrix", y.length, "y", text.length, "rows of text");
  const rows = Array.from(z, (row, i) => {
    const own = plain("mosaic", `z[${i}]`, row);
    sameLength("mosaic", "the matrix", x.length, "x", own.length, `cells in row ${i}`);
    return own;
  });
  for (const [i, row] of Array.from(text ?? []).entries()) {
    requireTexts("mosaic", `text[${i}]`, row);
    sameLength("mosaic", "the matrix", x.length, "x", row.length, `texts in row ${i}`);
  }
  const coded = classNumbers("mosaic", rows, classes);
  const parts = panelsOf(yGroups, panels);
  const columns = x.flatMap((_, i) => (i > 0 && xGroups[i] !== xGroups[i - 1] ? [-1, i] : [i]));
  const widest = (names: readonly string[]) => Math.ceil(letter * (max(names, (one) => cut(one).length) ?? 0));
  const wideName = widest(y);
  const head = widest(x) + 14;
  const top = 44 + head + (title ? 40 : 0);
  const deepest = max(parts, (part) => part.length) ?? 0;
  const height = top + deepest * rowHeight + 16;
  // The names of the second panel stand between the panels.
  const between = panels === 2 ? (wideName + 16) / (pageWidth - wideName) : 0;
  const width = (1 - between * (parts.length - 1)) / parts.length;
  const axes = parts.flatMap((part, p) => {
    const id = p === 0 ? "" : `${p + 1}`;
    const from = p * (width + between);
    const bare = {
      showgrid: false,
      zeroline: false,
      showline: false,
      ticks: "",
      fixedrange: true,
      tickfont: { size: font },
    };
    const names = {
      tickmode: "array",
      tickvals: columns.flatMap((one, i) => (one < 0 ? [] : [i])),
      ticktext: x.map(cut),
    };
    return [
      [
        `xaxis${id}`,
        {
          ...bare,
          ...names,
          anchor: `y${id}`,
          domain: [from, Math.min(1, from + width)],
          side: "top",
          tickangle: -90,
          tickfont: { size: columnFont },
        },
      ],
      [
        `yaxis${id}`,
        {
          ...bare,
          anchor: `x${id}`,
          tickmode: "array",
          tickvals: part.flatMap(({ row }, i) => (row < 0 ? [] : [i])),
          ticktext: part.flatMap(({ row }) => (row < 0 ? [] : [cut(y[row] as string)])),
          range: [part.length - 0.5, -0.5],
          domain: [1 - part.length / deepest, 1],
        },
      ],
    ];
  });
  const trace = (part: readonly Drawn[], p: number): Trace => ({
    type: "heatmap",
    xaxis: p === 0 ? "x" : `x${p + 1}`,
    yaxis: p === 0 ? "y" : `y${p + 1}`,
    z: part.map(({ row }) => columns.map((column) => (row < 0 || column < 0 ? blank : (coded[row]?.[column] ?? null)))),
    text: part.map(({ row }) =>
      columns.map((column) => (row < 0 || column < 0 ? "" : hoverOf(matrix, options, row, column))),
    ),
    hoverongaps: false,
    hovertemplate: "%{text}<extra></extra>",
    ...colorsOf(classes),
  });
  const headings = parts.flatMap((part, p) =>
    part.flatMap(({ heading }, i): Annotation[] =>
      heading
        ? [
            {
              text: `<b>${heading}</b>`,
              ...{ xref: `x${p === 0 ? "" : p + 1}`, yref: `y${p === 0 ? "" : p + 1}`, x: -0.5, y: i },
              ...{ xanchor: "left", yanchor: "middle", showarrow: false, font: { size: font + 1 } },
            },
          ]
        : [],
    ),
  );
  return {
    data: [
      ...parts.map(trace),
      ...swatches([...classes, ...(hatched(z) ? [{ value: Number.NaN, label: missing, color: "#eceef1" }] : [])]),
    ],
    layout: {
      template,
      ...(title === undefined ? {} : { title: { text: title } }),
      ...Object.fromEntries(axes),
      height,
      margin: { l: wideName + 10, r: 10, t: top, b: 16 },
      showlegend: true,
      legend: { orientation: "h", x: 0.5, xanchor: "center", y: 1 + head / (height - top - 16), yanchor: "bottom" },
      images: parts.map((_, p) => ({
        ...hatching[0],
        xref: `x${p === 0 ? "" : p + 1} domain`,
        yref: `y${p === 0 ? "" : p + 1} domain`,
      })),
      annotations: headings,
    },
  } as Figure;
}

const cut = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name);

/** Number of cells of headings and gaps, which are as white as the page. */
const blank = -1;

const hatched = (z: Mosaic["z"]): boolean => z.some((row) => row.includes(null));

/** The classes, and white below them. */
function colorsOf(classes: readonly ValueClass[]): Readonly<Record<string, unknown>> {
  const page = { value: Number.NEGATIVE_INFINITY, label: "page", color: "#ffffff" };
  const shown = swatches(classes).map(({ marker }, i) => ({
    value: i,
    label: "",
    color: (marker as { color: string }).color,
  }));
  return { ...classColors([page, ...shown], 1), zmin: -1.5, zmax: classes.length - 0.5 };
}

/** Rows with the headings of their groups, in one panel or in two of the most even lengths that keep groups whole. */
function panelsOf(groups: readonly string[], panels: 1 | 2): Drawn[][] {
  const blocks: Drawn[][] = [];
  groups.forEach((group, row) => {
    if (row === 0 || group !== groups[row - 1]) blocks.push(group === "" ? [] : [{ row: -1, heading: group }]);
    (blocks.at(-1) as Drawn[]).push({ row });
  });
  const names = groups.filter((group, row) => row === 0 || group !== groups[row - 1]);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new RangeError(`mosaic: rows of group ${JSON.stringify(twice)} stand apart, needs rows sorted by group`);
  if (panels === 1 || blocks.length < 2) return [blocks.flat()];
  const sums = blocks.map((_, i) => blocks.slice(0, i).flat().length);
  const all = blocks.flat().length;
  const uneven = (i: number) => Math.abs(all - 2 * (sums[i] as number));
  const middle = [...blocks.keys()].slice(1).reduce((best, i) => (uneven(i) < uneven(best) ? i : best), 1);
  return [blocks.slice(0, middle).flat(), blocks.slice(middle).flat()];
}

/** Row, column and text of a cell, in lines that fit on a page. */
function hoverOf({ x, y, z, text }: Mosaic, { classes }: MosaicOptions, row: number, column: number): string {
  const value = z[row]?.[column];
  const label = classes.find((one) => one.value === value)?.label ?? "";
  const said = text?.[row]?.[column] ?? label;
  const lines: string[] = [];
  for (const word of said.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= hoverWidth) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return [`<b>${y[row]}, ${x[column]}: ${label}</b>`, ...lines].join("<br>");
}
