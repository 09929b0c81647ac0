import { type Kinds, optionsOf } from "@emergence/lib/core";
import { max } from "d3-array";
import type { Annotation, Figure } from "./figure";
import { requireItems, requireText } from "./input";
import { textWidth } from "./labels";
import { ink, palette, quiet } from "./palette";
import { size, template } from "./theme";

/** An arrow from one node to another, by their names. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Text on the arrow; default: none. */
  readonly text?: string;
}

export interface DigraphOptions {
  /** Arrows that stand out, such as those of a cycle. Default: none. */
  readonly accent?: readonly Arrow[];
  readonly title?: string;
  /** Height in pixels; default: by the number of nodes. */
  readonly height?: number;
}

const arrowParts: Kinds<Arrow> = { from: "any", to: "any", text: "text" };
const digraphOptions: Kinds<DigraphOptions> = { accent: "list", title: "text", height: "number" };

/** Pixels from node to node in a column, and around the text of a node. */
const [pitch, inset] = [62, 14];
/** Pixels between two arrows that go opposite ways on the left, and of the box around a node's text on both sides together. */
const [apart, boxed] = [90, 18];

/** Names of the nodes: those with an arrow out on the left in order of appearance, those without on the right near what leads to them. */
function columnsOf(arrows: readonly Arrow[]): { left: string[]; right: string[] } {
  const left = [...new Set(arrows.map(({ from }) => from))];
  const ends = [...new Set(arrows.map(({ to }) => to))].filter((one) => !left.includes(one));
  const height = (end: string) => {
    const places = arrows.filter(({ to }) => to === end).map(({ from }) => left.indexOf(from));
    return places.reduce((sum, one) => sum + one, 0) / places.length;
  };
  return { left, right: ends.sort((a, b) => height(a) - height(b)) };
}

/** Heights from 1 down to 0, the middles of equal parts. */
const spreadOut = (names: readonly string[]) =>
  new Map(names.map((name, i) => [name, 1 - (i + 0.5) / names.length] as const));

/**
 * A directed graph, such as terms and what they are defined by: nodes that lead on stand on the left, one below the other, and nodes where
 * arrows end on the right. Arrows of `accent` are heavy.
 *
 * Throws a RangeError if there is no arrow, or a node has no name.
 *
 * @param arrows `{ from, to, text }`, nodes by their names
 * @example
 * const figure = digraph([{ from: "hen", to: "egg" }, { from: "egg", to: "hen" }, { from: "egg", to: "calcium", text: "chemistry" }]);
 * figure.layout.annotations?.filter(({ showarrow }) => showarrow).length; // => 3
 */
export function digraph(arrows: readonly Arrow[], options: DigraphOptions = {}): Figure {
  const { accent = [], title, height } = optionsOf("digraph", options, digraphOptions);
  requireItems("digraph", "arrows", arrows, arrowParts);
  if (accent.length > 0) requireItems("digraph", "accent", accent, arrowParts);
  for (const [name, some] of Object.entries({ arrows, accent })) {
    for (const [i, { from, to }] of Array.from(some).entries()) {
      requireText("digraph", `from of ${name}[${i}]`, from, "egg");
      requireText("digraph", `to of ${name}[${i}]`, to, "hen");
    }
  }
  const { left, right } = columnsOf(arrows);
  const [leftY, rightY] = [spreadOut(left), spreadOut(right)];
  const heavy = (one: Arrow) => accent.some(({ from, to }) => from === one.from && to === one.to);
  const widest = (names: readonly string[]) =>
    names.reduce((most, one) => Math.max(most, textWidth(one, size.label)), 0) + 2 * inset;
  const node = (name: string, x: number, y: number, color: string): Annotation => ({
    text: name,
    ...{ x, y, xanchor: x === 0 ? "right" : "left", yanchor: "middle", showarrow: false },
    ...{ bgcolor: "#ffffff", bordercolor: color, borderwidth: 2, borderpad: 7 },
    xshift: x === 0 ? -9 : 5,
  });
  const looped = new Set(accent.flatMap(({ from, to }) => [from, to]));
  const nodes = [
    ...left.map((name) => node(name, 0, leftY.get(name) as number, looped.has(name) ? (palette[3] as string) : ink)),
    ...right.map((name) => node(name, 1, rightY.get(name) as number, quiet)),
  ];
  // Within the left column arrows run beside one another, those down on the right, and meet both of their boxes, however narrow.
  const inward = ({ from, to }: Arrow, down: boolean) => {
    const narrower = Math.min(textWidth(from, size.label), textWidth(to, size.label)) + boxed;
    return -inset - Math.min(apart * (down ? 0.6 : 1.6), narrower * (down ? 0.32 : 0.85));
  };
  const drawn = arrows.map((one): Annotation => {
    const [start, end] = [leftY.get(one.from) as number, leftY.get(one.to)];
    const inner = end !== undefined;
    const shift = inner ? inward(one, end < start) : 0;
    const stand = inner ? { standoff: 19, startstandoff: 19 } : { standoff: 0, startstandoff: 4 };
    return {
      text: "",
      showarrow: true,
      ...{ x: inner ? 0 : 1, y: inner ? end : (rightY.get(one.to) as number), ax: 0, ay: start },
      ...{ xref: "x", yref: "y", axref: "x", ayref: "y", xshift: shift, ...stand },
      ...{ arrowhead: 2, arrowwidth: heavy(one) ? 4 : 1.5, arrowsize: heavy(one) ? 0.8 : 1.2 },
      arrowcolor: heavy(one) ? palette[3] : quiet,
    };
  });
  const words = arrows.flatMap((one): Annotation[] => {
    if (!one.text) return [];
    const [start, end] = [leftY.get(one.from) as number, leftY.get(one.to)];
    const inner = end !== undefined;
    const down = inner && end < start;
    const at = inner ? (start + end) / 2 : 0.45 * start + 0.55 * (rightY.get(one.to) as number);
    return [
      {
        text: one.text,
        ...{ x: inner ? 0 : 0.55, y: at, showarrow: false, font: { size: size.note, color: quiet } },
        ...{ xanchor: inner ? (down ? "left" : "right") : "center", yanchor: "middle", bgcolor: "#ffffff" },
        xshift: inner ? inward(one, down) + (down ? 7 : -7) : 0,
      },
    ];
  });
  const asides = arrows
    .filter(({ to, text }) => leftY.has(to) && text)
    .map(({ text }) => textWidth(text as string, size.note));
  const bare = { visible: false, fixedrange: true } as const;
  return {
    data: [{ type: "scatter", mode: "markers", x: [null], y: [null], hoverinfo: "skip", showlegend: false }],
    layout: {
      template,
      ...(title === undefined ? {} : { title: { text: title } }),
      xaxis: { ...bare, range: [0, 1] },
      yaxis: { ...bare, range: [0, 1] },
      height: height ?? Math.max(left.length * 1.5, right.length) * pitch + (title ? 72 : 28),
      margin: {
        l: Math.max(widest(left), max(asides, (wide) => 1.6 * apart + wide + 2 * inset) ?? 0) + inset,
        r: widest(right) + inset,
        t: title ? 58 : 14,
        b: 14,
      },
      annotations: [...drawn, ...words, ...nodes],
    },
  } as Figure;
}
