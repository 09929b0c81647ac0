// Missing cells of a matrix: gray hatching, which no color scale contains, and a note that says what it means.
const tile = 900;
const stripe = '<path d="M-5,5 l10,-10 M0,20 l20,-20 M15,25 l10,-10" stroke="#9aa1ad" stroke-width="2.4"/>';
const svg =
  `<svg xmlns="http://www.w3.org/2000/svg" width="${tile}" height="${tile}"><defs>` +
  `<pattern id="h" width="20" height="20" patternUnits="userSpaceOnUse">${stripe}</pattern></defs>` +
  `<rect width="${tile}" height="${tile}" fill="#eceef1"/><rect width="${tile}" height="${tile}" fill="url(#h)"/></svg>`;

/** Hatching below the cells, seen where a cell is missing. */
export const hatching: readonly Readonly<Record<string, unknown>>[] = [
  {
    source: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    ...{ xref: "x domain", yref: "y domain", x: 0, y: 1, sizex: 1, sizey: 1 },
    ...{ sizing: "fill", layer: "below" },
  },
];

/** What a note below the figure says of it. */
export const missingWord = "hatched: no value";
