// Names in code that lead to where they come from: a published value to its row, a table to its own page.

/** @typedef {{ reference: ReadonlyMap<string, string>, load: ReadonlyMap<string, string> }} Places addresses by name, from the site's root */

/**
 * @param {string} html code in colours
 * @param {Places} places
 * @param {string} up path from the page to the site's root
 */
export const linkedCode = (html, places, up) =>
  html.replace(
    /\b(reference|load)\((<span class="tok-string">&quot;)([\w-]+)(&quot;<\/span>)/g,
    (code, /** @type {keyof Places} */ call, begin, name, end) => {
      const place = places[call].get(name);
      return place === undefined ? code : `${call}(${begin}<a href="${up}${place}">${name}</a>${end}`;
    },
  );

const rowOrHeading = /<h2[^>]*>(?<heading>.*?)<\/h2>|<tr>(?<begin>\s*<td><code>(?<id>[\w-]+)<\/code>)/gs;

/**
 * Gives each row of the list of published values its name as an anchor. A value that several notebooks recompute has a row under each:
 * the first has the name, the next `NAME.2`, and each leads to the others.
 * @param {string} html the list, as a page
 */
export function withRowAnchors(html) {
  /** @type {Map<string, { anchor: string, under: string }[]>} */
  const rows = new Map();
  let under = "";
  for (const { groups: { heading, id } = {} } of html.matchAll(rowOrHeading)) {
    if (heading !== undefined) under = heading.replace(/<[^>]*>/g, "");
    if (id === undefined) continue;
    const own = rows.get(id) ?? [];
    own.push({ anchor: own.length === 0 ? id : `${id}.${own.length + 1}`, under });
    rows.set(id, own);
  }
  /** @type {Map<string, number>} */
  const seen = new Map();
  return html.replace(rowOrHeading, (text, _heading, begin, id) => {
    if (id === undefined) return text;
    const at = seen.get(id) ?? 0;
    seen.set(id, at + 1);
    const all = rows.get(id) ?? [];
    const others = all.filter((_, i) => i !== at).map((row) => `<a href="#${row.anchor}">${row.under}</a>`);
    return `<tr id="${all[at]?.anchor}">${begin}${others.length === 0 ? "" : ` also in ${others.join(", ")}`}`;
  });
}
