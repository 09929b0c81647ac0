// Pictures of the curves for the page, one wide, one for a phone.
import { resultFigure } from "@emergence/plot";
import { findBrowser } from "../browser.mjs";
import { fingerprint, openStudio } from "../notebooks/pictures.mjs";

/** @typedef {import("@emergence/lib/results").ResultReport} ResultReport */
/** @typedef {{ figures: Record<string, { wide: string, narrow: string }>, without: string }} Drawn */

/** More curves than these would make a page that no mail takes. */
const most = 24;
const narrow = { width: 390, height: 400 };

/**
 * A picture that a phone can show: the same figure, with smaller letters and margins.
 * @param {import("@emergence/plot").Figure} figure
 */
function forPhone({ data, layout }) {
  const axis = (/** @type {import("@emergence/plot").Axis | undefined} */ given) => ({
    ...given,
    tickfont: { size: 13 },
    nticks: 5,
    title: { ...given?.title, text: given?.title?.text ?? "", font: { size: 14 }, standoff: 6 },
  });
  const annotations = (layout.annotations ?? []).map((one) => ({
    ...one,
    font: { .../** @type {object} */ (one.font), size: 13 },
  }));
  return {
    data,
    layout: {
      ...layout,
      ...narrow,
      annotations,
      xaxis: axis(layout.xaxis),
      yaxis: axis(layout.yaxis),
      legend: { ...layout.legend, font: { size: 13 } },
      margin: { l: 62, r: layout.margin && layout.margin.r > 40 ? 62 : 16, t: layout.margin?.t ?? 28, b: 58 },
    },
  };
}

/**
 * Draws the first curves, if there is a browser.
 * @param {readonly ResultReport[]} reports
 * @param {boolean} asked
 * @returns {Promise<Drawn>}
 */
export async function draw(reports, asked) {
  if (!asked) return { figures: {}, without: "No figure was asked for." };
  if (findBrowser() === null)
    return {
      figures: {},
      without:
        "No figure: they are drawn by a browser, and no Chrome, Chromium or Edge was found here (CHROME_PATH names one).",
    };
  const studio = await openStudio();
  try {
    /** @type {Drawn["figures"]} */
    const figures = {};
    for (const report of reports.slice(0, most)) {
      const wide = resultFigure(report);
      figures[report.id] = { wide: await svgOf(studio, wide), narrow: await svgOf(studio, forPhone(wide)) };
    }
    return { figures, without: `No figure: only the first ${most} curves are drawn.` };
  } finally {
    await studio.close();
  }
}

/**
 * The picture as SVG that scales with the page, or as an image within the page where SVG would be heavier.
 * @param {Awaited<ReturnType<typeof openStudio>>} studio
 * @param {object} figure
 */
async function svgOf(studio, figure) {
  const { type, data } = await studio.draw(figure, fingerprint(figure));
  if (type !== "image/svg+xml") return `<img alt="" style="width:100%" src="data:${type};base64,${data}">`;
  return data
    .replace(/^<\?xml[^>]*\?>/, "")
    .replace(/<svg([^>]*?) width="([\d.]+)" height="([\d.]+)"/, (_, rest, width, height) =>
      rest.includes("viewBox") ? `<svg${rest}` : `<svg${rest} viewBox="0 0 ${width} ${height}"`,
    );
}
