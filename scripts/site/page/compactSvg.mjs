// A figure's picture without what no viewer needs. Plotly writes for a page that it goes on working with: names of classes, empty
// groups, and every property in full. A third of the bytes is that.

const hex = (/** @type {string} */ number) => Number(number).toString(16).padStart(2, "0");

/** Properties that say of a shape what it would be anyway, except below a parent that says otherwise. */
const inherited = ["fill-opacity", "stroke-opacity"];

function compactStyle(/** @type {string} */ style, /** @type {readonly string[]} */ needless) {
  return style
    .split(/;\s*/)
    .map((each) => each.replace(/:\s+/, ":"))
    .filter((each) => each !== "" && each !== "opacity:1" && each !== "vector-effect:none" && !needless.includes(each))
    .join(";")
    .replace(/rgb\((\d+), (\d+), (\d+)\)/g, (_, red, green, blue) => `#${hex(red)}${hex(green)}${hex(blue)}`);
}

/** Looks the same, to the pixel. */
export function compactSvg(/** @type {string} */ svg) {
  // Classes are names for a style sheet.
  if (svg.includes("<style")) return svg;
  const parents = svg.match(/<(?:svg|g|text)\b[^>]*>/g)?.join("") ?? "";
  const needless = inherited
    .filter((name) => !new RegExp(`${name}(?:: |=")(?!1[;"])`).test(parents))
    .map((name) => `${name}:1`);
  let short = svg.replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/ (?:class|data-index|data-notex|updatemenu-active-index|pointer-events)="[^"]*"/g, "")
      .replace(/ style="([^"]*)"/g, (_, style) => {
        const kept = compactStyle(style, needless);
        return kept === "" ? "" : ` style="${kept}"`;
      }),
  );
  for (let before = ""; before !== short; ) {
    before = short;
    short = short.replace(/<g>\s*<\/g>|<g\/>/g, "");
  }
  return short;
}
