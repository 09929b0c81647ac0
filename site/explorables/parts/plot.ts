// Small drawings: scales, axes, lines and bars as text of an SVG, so that a page and the picture of it on the first page draw alike.
import { ticks } from "d3-array";

export type Place = readonly [x: number, y: number];

/** A straight map from what is measured to pixels. */
export interface Scale {
  (value: number): number;
  /** From pixels back. */
  back(pixel: number): number;
  readonly domain: readonly [number, number];
}

export function scale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const factor = (range[1] - range[0]) / (domain[1] - domain[0]);
  const map = (value: number) => range[0] + (value - domain[0]) * factor;
  return Object.assign(map, { back: (pixel: number) => domain[0] + (pixel - range[0]) / factor, domain });
}

export interface Box {
  readonly width: number;
  readonly height: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** Space around a box for ticks and names of the axes. */
export const margin = { left: 46, right: 14, top: 24, bottom: 42 };

/** @param size with `right`, space for labels beside the box */
export function box(
  x: readonly [number, number],
  y: readonly [number, number],
  size: { readonly width: number; readonly height: number; readonly right?: number; readonly left?: number },
): Box {
  const { width, height, right = margin.right, left = margin.left } = size;
  return { width, height, x: scale(x, [left, width - right]), y: scale(y, [height - margin.bottom, margin.top]) };
}

export interface Axis {
  readonly label: string;
  readonly at?: readonly number[];
  readonly text?: (value: number) => string;
}

const round = (pixel: number) => Math.round(pixel * 10) / 10;
const asText = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

export function label(text: string, [x, y]: Place, kind = "", anchor: "start" | "middle" | "end" = "start"): string {
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${asText(text)}</text>`;
}

export function segment([x1, y1]: Place, [x2, y2]: Place, kind: string): string {
  return `<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;
}

/** Axes with a quiet grid; the name of y stands on top, where it is read without turning the head. */
export function axes({ x, y, width, height }: Box, names: { readonly x: Axis; readonly y: Axis }): string {
  const [left, right] = x.domain.map(x) as [number, number];
  const [bottom, top] = y.domain.map(y) as [number, number];
  const number = (value: number) => String(value).replace("-", "−");
  const below = (names.x.at ?? ticks(...x.domain, Math.max(2, Math.floor(width / 110)))).map((value) =>
    label((names.x.text ?? number)(value), [x(value), bottom + 17], "tick", "middle"),
  );
  const beside = (names.y.at ?? ticks(...y.domain, Math.max(2, Math.floor(height / 60)))).map(
    (value) =>
      segment([left, y(value)], [right, y(value)], "grid") +
      label((names.y.text ?? number)(value), [left - 7, y(value) + 4], "tick", "end"),
  );
  return [
    ...beside,
    segment([left, bottom], [right, bottom], "axis"),
    ...below,
    label(names.x.label, [right, height - 6], "name", "end"),
    label(names.y.label, [2, top - 11], "name"),
  ].join("");
}

/** A line through places in pixels; where it is not finite it is broken. */
export function line(places: readonly Place[], kind: string): string {
  let pen = "M";
  const steps = places.map(([x, y]) => {
    if (!Number.isFinite(x + y)) {
      pen = "M";
      return "";
    }
    // No renderer needs more than this, and a huge number may break one.
    const step = `${pen}${round(x)} ${round(Math.max(-1e4, Math.min(1e4, y)))}`;
    pen = "L";
    return step;
  });
  return `<path class="${kind}" d="${steps.join("")}"/>`;
}

/** What lies between two lines. */
export function band(lower: readonly Place[], upper: readonly Place[], kind: string): string {
  return line([...lower, ...[...upper].reverse()], kind);
}

export function dot([x, y]: Place, kind: string, radius = 4): string {
  return `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="${radius}"/>`;
}

/** A dot's interval: pixels of its two ends. */
export function errorBar(x: number, lower: number, upper: number, kind: string): string {
  const cap = (y: number) => segment([x - 4, y], [x + 4, y], kind);
  return segment([x, lower], [x, upper], kind) + cap(lower) + cap(upper);
}

/** What lies outside a box is not drawn. @param id of its own within the page */
export function clipped({ x, y }: Box, id: string, content: string): string {
  const [left, right] = x.domain.map(x) as [number, number];
  const [bottom, top] = y.domain.map(y) as [number, number];
  const hole = `<rect x="${left}" y="${top - 6}" width="${right - left}" height="${bottom - top + 12}"/>`;
  return `<clipPath id="${id}">${hole}</clipPath><g clip-path="url(#${id})">${content}</g>`;
}

/** A picture of its own, for the first page: with the colours of paper. */
export function picture(width: number, height: number, style: string, content: string): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style>${content}</svg>\n`;
}
