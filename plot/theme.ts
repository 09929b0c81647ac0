// One style for all figures, as a Plotly template: a function sets only its own attributes, and the reader's layout has
// precedence. The background is white on light and dark pages: the palette is made for white, and a transparent figure would
// be illegible on a black page or slide. Font sizes are for the last row of a seminar room.
import { ink, palette, quiet } from "./palette";

const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Font sizes in pixels. */
export const size = { tick: 17, label: 17, axis: 20, title: 22, note: 15 } as const;

/** Default height of a figure in pixels; the width is that of the page. */
export const defaultHeight = 460;

/** Margins around the plot in pixels, before labels and legends are added. */
export const margin = { left: 100, right: 28, top: 28, bottom: 76 } as const;

const axis = {
  color: ink,
  gridcolor: "#e3e6eb",
  linecolor: "#8a909c",
  showline: true,
  zeroline: false,
  ticks: "outside",
  ticklen: 5,
  tickcolor: "#8a909c",
  tickfont: { size: size.tick },
  title: { font: { size: size.axis }, standoff: 12 },
} as const;

/** The theme, for `layout.template`. */
export const template: Readonly<Record<string, unknown>> = {
  layout: {
    font: { family, size: size.label, color: ink },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    colorway: palette,
    separators: ".", // no thousands separator: an axis of years would read 2,016.5
    title: { font: { size: size.title }, x: 0.01, xanchor: "left", y: 0.985, yanchor: "top" },
    margin: { l: margin.left, r: margin.right, t: margin.top, b: margin.bottom },
    hovermode: "closest",
    hoverlabel: { font: { size: size.label, family }, align: "left", namelength: -1 },
    xaxis: axis,
    yaxis: axis,
    legend: { font: { size: size.label }, bgcolor: "rgba(255,255,255,0)", tracegroupgap: 2 },
    annotationdefaults: { font: { size: size.label }, showarrow: false, arrowcolor: quiet },
    sliderdefaults: { font: { size: size.label }, currentvalue: { font: { size: size.axis } } },
    updatemenudefaults: { font: { size: size.label }, bgcolor: "#ffffff", bordercolor: "#8a909c" },
  },
};
