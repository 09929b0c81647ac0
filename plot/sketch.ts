// A figure while it grows: JupyterLab draws a Plotly figure once, and no newer one in its place, while it takes any number of drawings.
import { numberText } from "@emergence/lib/core";
import type { Axis, Figure, Trace } from "./figure";
import { escapeHtml } from "./html";
import { ink, quiet } from "./palette";
import { defaultHeight, size, margin as usual } from "./theme";

/** Width of the drawing in its own units; on the page it is as wide as the cell allows. */
const width = 860;

/** Where a value lies, in pixels; NaN for what is no number. */
type Place = (value: unknown) => number;

function placeOn({ type, range = [0, 1] }: Axis, from: number, to: number): Place {
  const [low, high] = range.map(Number) as [number, number];
  const inUnits = (value: unknown) =>
    typeof value !== "number" ? Number.NaN : type === "log" ? Math.log10(value) : value;
  return (value) => from + ((inUnits(value) - low) / (high - low)) * (to - from);
}

const colorOf = (trace: Trace, part: "line" | "marker"): string => {
  const { color } = (trace[part] ?? {}) as { color?: unknown };
  return typeof color === "string" ? color : ink;
};

/** Lines and points of a trace; a gap ends a line. */
function drawnTrace(trace: Trace, x: Place, y: Place): string {
  const mode = String(trace.mode ?? "lines");
  const spots = Array.from(trace.x ?? [], (value, i) => [x(value), y(trace.y?.[i])] as const);
  let [path, pen] = ["", "M"];
  for (const [left, top] of spots) {
    const isThere = Number.isFinite(left) && Number.isFinite(top);
    if (isThere) path += `${pen}${left.toFixed(1)} ${top.toFixed(1)}`;
    pen = isThere ? "L" : "M";
  }
  const line = mode.includes("lines")
    ? `<path d="${path}" fill="none" stroke="${colorOf(trace, "line")}" stroke-width="3"/>`
    : "";
  const dots = mode.includes("markers")
    ? spots
        .filter((spot) => spot.every(Number.isFinite))
        .map(
          ([left, top]) =>
            `<circle cx="${left.toFixed(1)}" cy="${top.toFixed(1)}" r="4" fill="${colorOf(trace, "marker")}"/>`,
        )
    : [];
  return line + dots.join("");
}

/** Lines and points of a figure with one pair of axes, as a drawing in HTML: axes with their titles and ends, and nothing else. */
export function sketch({ data, layout }: Figure): string {
  const height = layout.height ?? defaultHeight;
  const { l, r, t, b } = layout.margin ?? { l: usual.left, r: usual.right, t: usual.top, b: usual.bottom };
  const [right, bottom] = [width - r, height - b];
  const [across, up] = [layout.xaxis ?? {}, layout.yaxis ?? {}];
  const [x, y] = [placeOn(across, l, right), placeOn(up, bottom, t)];
  const traces = data.filter(({ type, xaxis = "x" }) => type === "scatter" && xaxis === "x");
  const text = (words: string, left: number, top: number, anchor: string, more = "") =>
    `<text x="${left}" y="${top}" text-anchor="${anchor}" fill="${ink}" font-size="${size.label}" ${more}>${escapeHtml(words)}</text>`;
  const ends = ({ type, range = [] }: Axis) =>
    range.map((end) => numberText(type === "log" ? 10 ** Number(end) : Number(end), { digits: 2, style: "plain" }));
  const [first = "", last = ""] = ends(across);
  const [lowest = "", highest = ""] = ends(up);
  const middle = (t + bottom) / 2;
  return [
    `<svg viewBox="0 0 ${width} ${height}" style="width: 100%; max-width: ${width}px; background: #ffffff" font-family="sans-serif">`,
    `<path d="M${l} ${t}V${bottom}H${right}" fill="none" stroke="${quiet}"/>`,
    `<svg x="${l}" y="${t}" width="${right - l}" height="${bottom - t}" viewBox="${l} ${t} ${right - l} ${bottom - t}">`,
    ...traces.map((trace) => drawnTrace(trace, x, y)),
    "</svg>",
    text(first, l, bottom + 22, "middle") + text(last, right, bottom + 22, "middle"),
    text(lowest, l - 8, bottom, "end") + text(highest, l - 8, t + 12, "end"),
    text(across.title?.text ?? "", (l + right) / 2, bottom + 50, "middle"),
    text(up.title?.text ?? "", 30, middle, "middle", `transform="rotate(-90 30 ${middle})"`),
    "</svg>",
  ].join("");
}
